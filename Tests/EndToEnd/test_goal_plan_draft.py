"""The goal-plan draft of a unit tells its leader what the sessions agreed, and names every gap."""

import pytest

from harness.api import Api
from harness.example import document, fields_of, one
from harness.waiting import wait_until

#: What the example week lacks for Lærkeskolen: each is one of its deliberate flaws.
GAPS = [
    ("Nulpunktsmåling", "M-2"),
    ("T-2",),
    ("T-4",),
    ("Morgenhallen", "Kultur, Fritid og Idræt"),
    ("Morgenhallen", "Morgenmad og leg"),
    ("Fra fravær til fremmøde", "Familie og Rådgivning", "Ungeindsatsen"),
    ("Fællesskaber tæt på", "Kultur, Fritid og Idræt", "Lærkeskolen"),
]
AGREEMENTS = ["Morgenhallen", "Fra fravær til fremmøde", "Fællesskaber tæt på"]


def draft_path(week, unit="u-skole"):
    return f"/weeks/{week.id}/units/{unit}/goal-plan-draft"


def markdown(api, week, unit="u-skole"):
    response = api.get(draft_path(week, unit), headers={"Accept": "text/markdown"})
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].startswith("text/markdown")
    return response.text


def test_the_draft_names_exactly_the_seven_gaps(admin, week):
    gaps = admin.ok("GET", draft_path(week))["gaps"]
    sentences = [str(gap) for gap in gaps]
    for words in GAPS:
        assert any(all(word in sentence for word in words) for sentence in sentences), f"no gap about {words}"
    assert len(gaps) == len(GAPS), sentences


def test_the_markdown_names_the_seven_gaps_as_things_to_do(admin, week):
    todo = [line for line in markdown(admin, week).splitlines() if line.startswith("- [ ]")]
    for words in GAPS:
        assert any(all(word in line for word in words) for line in todo), f"nothing to do about {words}"


def test_the_markdown_tells_what_a_leader_needs(admin, week):
    text = markdown(admin, week)
    goal, action = one("goals", "m-1"), one("trialActions", "p-3")
    agreement = fields_of("c-1")
    for told in (
        one("units", "u-skole")["name"], "Udkast", document()["vision"]["title"], one("objectives", "ms-1")["text"],
        one("objectives", "ms-3")["text"], goal["text"], goal["currentSituation"], goal["desiredSituation"],
        "30. juni 2028", "14 %", action["title"], action["hypothesis"], "16. februar 2027",
        one("signs", "t-1")["text"], "62 %", "75 %", one("milestones", "mp-3")["text"], "30. marts 2027",
        "24. august 2027", agreement["task"], agreement["whyCross"], agreement["escalation"],
        agreement["decisionRights"], agreement["expectations"][0]["need"][1:], "12.000 kr.", "Pædagogisk leder",
        *AGREEMENTS,
    ):
        assert told in text, f"the draft does not tell {told!r}"


def test_the_draft_holds_functions_and_no_names(admin, week):
    week.join("s-1", "Navngivne Nielsen", "Skoleleder", unitId="u-skole")
    person = week.join("s-1", "Konfirmerende Karlsen", "Fritidskonsulent", unitId="u-kfi")
    person.ok("POST", "/models/c-1/confirmations", 201, {})
    for text in (markdown(admin, week), admin.get(draft_path(week)).text):
        assert "Navngivne" not in text and "Konfirmerende" not in text
        assert "Deltager A" not in text


def test_an_edit_just_made_is_in_the_draft(admin, week, clients):
    node = clients.node("c-1", admin.token)
    node.do("insert", root="task", index=0, text="Netop skrevet: ")
    wait_until(lambda: "Netop skrevet: " in markdown(admin, week), "the edit in the Markdown", timeout=5)
    assert "Netop skrevet: " in admin.get(draft_path(week)).text


def test_a_confirmation_closes_its_gap(admin, week):
    person = week.join("s-1", "Deltager", "Afdelingsleder", unitId="u-kfi")
    person.ok("POST", "/models/c-1/confirmations", 201, {})
    gaps = [str(gap) for gap in admin.ok("GET", draft_path(week))["gaps"]]
    assert not any("Morgenhallen" in gap and "Kultur, Fritid og Idræt" in gap for gap in gaps)
    assert len(gaps) == len(GAPS) - 1


def test_an_edit_after_confirmation_opens_a_gap(admin, week, clients):
    before = len(admin.ok("GET", draft_path(week))["gaps"])
    node = clients.node("k-1", admin.token)
    node.do("insert", root="task", index=0, text="Ændret: ")
    wait_until(lambda: len(admin.ok("GET", draft_path(week))["gaps"]) > before, "a new gap")
    node.do("delete", root="task", index=0, length=len("Ændret: "))
    wait_until(lambda: len(admin.ok("GET", draft_path(week))["gaps"]) == before, "the gap closed")


def test_json_is_the_default_and_the_suffixes_choose(admin, week):
    assert admin.get(draft_path(week)).headers["content-type"].startswith("application/json")
    assert admin.get(draft_path(week) + ".json").json() == admin.get(draft_path(week)).json()
    suffixed = admin.get(draft_path(week) + ".md")
    assert suffixed.headers["content-type"].startswith("text/markdown")
    assert suffixed.text == markdown(admin, week)


def test_a_form_that_does_not_exist_is_refused(admin, week):
    assert admin.get(draft_path(week), headers={"Accept": "image/png"}).status_code == 406
    assert admin.get(draft_path(week) + ".exe").status_code == 404


def test_every_unit_has_a_draft_and_an_unknown_unit_has_none(admin, week):
    for unit in ("u-skole", "u-fam", "u-ung", "u-kfi", "u-spl"):
        assert "Målplan" in markdown(admin, week, unit)
    assert admin.get(draft_path(week, "u-findes-ikke")).status_code == 404


def test_text_people_wrote_stays_text_in_the_markdown(admin, week, clients):
    """Markdown and HTML that somebody types must not become headings, links or elements of the draft."""
    node = clients.node("c-1", admin.token)
    node.do("insert", root="task", index=0, text="<script>alert(1)</script> # Ikke en overskrift\n\n## Heller ikke\n")
    text = wait_until(lambda: "Heller ikke" in (t := markdown(admin, week)) and t, "the edit in the Markdown")
    assert "<script>" not in text
    assert not any(line.startswith("## Heller ikke") for line in text.splitlines())


def test_asking_again_without_a_change_gives_the_same_version(admin, week):
    first, second = admin.ok("GET", draft_path(week)), admin.ok("GET", draft_path(week))
    assert first == second


def test_the_administrator_and_the_units_leader_read_the_draft_and_a_facilitator_does_not(week, admin, leader):
    assert admin.get(draft_path(week)).status_code == leader.get(draft_path(week)).status_code == 200
    assert week.invite("s-1", "facilitator").get(draft_path(week)).status_code == 404


def test_a_stranger_does_not(server, week):
    stranger = Api(server.url)
    assert stranger.get(draft_path(week)).status_code == 401
    stranger.close()


def test_that_a_session_decided_a_goal_is_best_done_alone_is_in_the_draft_and_in_the_week(admin, week, clients):
    before = admin.ok("GET", draft_path(week))["gaps"]
    clients.session("s-1", admin.token).accepted(
        "decideLevel", goalId="m-1", choice="alone", reason="Vi møder ikke de samme børn")
    draft = admin.ok("GET", draft_path(week))
    decision = draft["goals"][0]["levelDecisions"][0]
    assert (decision["label"]["da"], decision["reason"]) == ("Bedst monofagligt", "Vi møder ikke de samme børn")
    assert draft["gaps"] == before
    assert "Alene eller på tværs:** Bedst monofagligt: Vi møder ikke de samme børn" in markdown(admin, week)
    exported = admin.ok("GET", f"/weeks/{week.id}/export")
    assert exported["sessions"][0]["levelDecisions"] == [
        {"goalId": "m-1", "choice": "alone", "reason": "Vi møder ikke de samme børn"}]
