"""The administrator's and the leader's pages: make a week and a session, bring people in, import, read the draft."""

import json
import re

from playwright.sync_api import expect

from harness import paths
from harness.example import fields_of, one
from harness.model_page import ModelPage
from harness.waiting import wait_until


def test_a_week_and_a_session_are_made_and_somebody_joins_with_the_code(browsers, server):
    """From an empty server to two people in a session, without anything but the page."""
    window = browsers.open_as(server.admin_token)
    page = window.page
    expect(page.get_by_test_id("weeks-empty")).to_be_visible()
    page.get_by_test_id("create-week").click()
    page.get_by_test_id("week-title").fill("Udviklingsuge 2028")
    page.get_by_test_id("week-municipality").fill("Prøvekommune")
    for part, date in (("week-start", "17. januar 2028"), ("week-end", "21/1-2028")):
        page.get_by_test_id(part).fill(date)
        page.get_by_test_id(part).press("Tab")
    page.get_by_test_id("week-unit").nth(0).fill("Ærøskolen")
    page.get_by_test_id("week-leader").nth(0).fill("Skoleleder")
    page.get_by_test_id("week-unit").nth(1).fill("Åbent Hus")
    page.get_by_test_id("week-group").fill("Nye familier")
    page.get_by_test_id("week-submit").click()

    page.wait_for_url("**/uge/*")
    expect(page.get_by_role("heading", level=1)).to_have_text("Udviklingsuge 2028")
    page.get_by_test_id("create-session").click()
    page.get_by_test_id("session-title").fill("Første møde")
    page.get_by_test_id("session-submit").click()
    page.wait_for_url("**/session/*")
    code = page.get_by_test_id("invite-code").inner_text()

    guest = browsers.open("/").page
    guest.get_by_label("Kode").fill(code)
    guest.get_by_role("button", name="Videre").click()
    guest.get_by_test_id("join-name").fill("Deltager B")
    guest.get_by_role("radio", name="Ærøskolen").check()
    guest.get_by_test_id("join-function").fill("Lærer")
    guest.get_by_test_id("join-submit").click()
    guest.wait_for_url("**/session/*")
    for each in (page, guest):
        expect(each.get_by_test_id("people")).to_contain_text("Deltager B")
    page.get_by_test_id("phase-next").click()
    page.get_by_test_id("phase-next").click()
    expect(guest.get_by_test_id("phase")).to_contain_text("Punkt 2 af")


def test_the_example_is_imported_by_choosing_its_file_and_exported_again(browsers, server, admin):
    page = browsers.open_as(server.admin_token, "/uger").page
    page.get_by_test_id("import-file").set_input_files(paths.EXAMPLE_WEEK)
    expect(page.get_by_test_id("changes-sessions")).to_contain_text("nye: 2")
    page.get_by_test_id("import-submit").click()
    page.wait_for_url("**/uge/*")
    expect(page.get_by_test_id("programme").get_by_role("link", name=one("sessions", "s-1")["title"])).to_be_visible()
    with page.expect_download() as download:
        page.get_by_test_id("week-export").click()
    exported = json.loads(download.value.path().read_text())
    assert exported == json.loads(paths.EXAMPLE_WEEK.read_text())


def test_a_bad_file_shows_every_fault_and_imports_nothing(browsers, server, admin, tmp_path):
    week = json.loads(paths.EXAMPLE_WEEK.read_text())
    week["goals"][2]["unitId"] = "u-findes-ikke"
    week["signs"][3]["goalId"] = 7
    bad = tmp_path / "fejl.json"
    bad.write_text(json.dumps(week))
    window = browsers.open_as(server.admin_token, "/uger")
    window.allow("422")
    window.page.get_by_test_id("import-file").set_input_files(bad)
    main = window.page.get_by_role("main")
    expect(main).to_contain_text("goals[2].unitId")
    expect(main).to_contain_text("signs[3].goalId")
    assert admin.ok("GET", "/weeks") == []


def test_the_leaders_draft_shows_the_seven_gaps_and_an_edit_just_made(browsers, week, clients, admin):
    leader = week.invite("s-1", "leader", unitId="u-skole")
    page = browsers.open_as(leader.token).page
    page.wait_for_url("**/enhed/u-skole/maalplan")
    expect(page.get_by_test_id("gap")).to_have_count(7)
    expect(page.get_by_role("main")).to_contain_text(one("goals", "m-1")["text"])
    page.get_by_test_id("draft-only-gaps").click()
    expect(page.get_by_test_id("gap")).to_have_count(7)
    node = clients.node("c-1", admin.token)
    node.do("insert", root="task", index=0, text="Netop skrevet: ")
    wait_until(lambda: admin.model("c-1")["confirmations"][0]["state"] == "beforeChange", "the edit being noticed")
    page.reload()
    expect(page.get_by_role("main")).to_contain_text("Netop skrevet: " + fields_of("c-1")["task"])
    # The one unit that had confirmed has now confirmed something else: an eighth thing to do.
    expect(page.get_by_test_id("gap")).to_have_count(8)
    page.get_by_test_id("downloads-more").click()
    with page.expect_download() as download:
        page.get_by_test_id("download-md").click()
    assert "Netop skrevet: " in download.value.path().read_text()


def test_two_browsers_and_a_yjs_client_edit_the_same_model_and_all_survives_kill_9(
    browsers, week, server, clients, admin
):
    """The whole promise in one test: three writers, the draft, a kill, and the same again."""
    people = [week.join("s-1", f"Deltager {unit}", "Lærer", unitId=unit) for unit in ("u-skole", "u-fam")]
    first, second = (
        ModelPage(browsers.open_as(person.token, "/session/s-1/model/k-1")).expect_ready() for person in people
    )
    node = clients.node("k-1", admin.token, saved="1")
    first.type_at_start("task", "[første] ")
    second.type_at_end("task", " [anden]")
    node.do("insert", root="whyCross", index=0, text="[Node] ")
    node.wait_saved()
    for one_page in (first, second):
        one_page.expect_text("task", re.compile(r"^\[første\] .* \[anden\]$", re.DOTALL))
        one_page.expect_text("whyCross", re.compile(r"^\[Node\] "))
        one_page.expect_saved()
        one_page.page.close()
    node.do("disconnect")
    server.kill()
    server.restart()
    text = admin.get(f"/weeks/{week.id}/units/u-skole/goal-plan-draft.md").text
    for word in ("[første]", "[anden]", "[Node]"):
        assert word in text.replace("\\", ""), f"{word} is not in the draft after the kill"
    leader = browsers.open_as(week.invite("s-1", "leader", unitId="u-skole").token).page
    expect(leader.get_by_role("main")).to_contain_text("[første]")


def test_an_administrator_brings_tables_in_after_a_preview_and_writes_and_removes_in_forms(
    browsers, week, server, admin, tmp_path
):
    window = browsers.open_as(server.admin_token, f"/uge/{week.id}")
    window.allow("422|409")
    page = window.page
    page.get_by_test_id("week-basis").click()
    page.wait_for_url("**/grundlag")
    goals, good = tmp_path / "mål.csv", tmp_path / "enheder.csv"
    good.write_text("enhed-id;navn\nu-fam;Familiehuset\n;Biblioteket\n", encoding="utf-8-sig")
    goals.write_text("mål-id;enhed;mål;frist\n;Biblioteket;Alle læser;snart\n")
    with page.expect_response(lambda one: one.url.endswith("/tables/preview")) as answer:
        page.get_by_test_id("tables-file").set_input_files([good, goals])
    assert answer.value.status == 422
    expect(page.get_by_test_id("fault-table")).to_contain_text("mål.csv")
    expect(page.get_by_test_id("fault-table")).to_contain_text("Frist")
    goals.write_text("mål-id;enhed;mål;frist\n;Biblioteket;Alle læser;31-12-2027\n")
    page.get_by_test_id("tables-file").set_input_files([good, goals])
    expect(page.get_by_test_id("changes-units")).to_contain_text("Familiehuset")
    expect(page.get_by_test_id("changes-goals")).to_contain_text("Alle læser")
    page.get_by_test_id("bring-submit").click()
    expect(page.get_by_test_id("brought")).to_be_visible()
    page.get_by_test_id("part-units").locator("summary").click()
    expect(page.get_by_test_id("part-units")).to_contain_text("Biblioteket")
    # A form: written, changed, refused while in use.
    page.get_by_test_id("part-policies").locator("summary").click()
    page.get_by_test_id("add-policies").click()
    page.get_by_test_id("part-title").fill("Kulturpolitik")
    page.get_by_test_id("form-policies").get_by_test_id("part-save").click()
    expect(page.get_by_test_id("part-policies")).to_contain_text("Kulturpolitik")
    page.get_by_test_id("edit-u-fam").click()
    page.get_by_test_id("part-department").fill("Børn og Unge")
    page.get_by_test_id("form-units").get_by_test_id("part-save").click()
    expect(page.get_by_test_id("item-u-fam")).to_contain_text("Børn og Unge")
    page.get_by_test_id("remove-u-fam").click()
    with page.expect_response(lambda one: one.url.endswith("/parts/units/u-fam")) as refusal:
        page.get_by_test_id("remove-u-fam").click()
    assert refusal.value.status == 409
    expect(page.get_by_test_id("item-u-fam")).to_contain_text("Det er i brug")
    assert [one["name"] for one in admin.ok("GET", f"/weeks/{week.id}/export")["units"]][-1] == "Biblioteket"
