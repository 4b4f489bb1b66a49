"""A leader's goal plan: taken from the draft, written in, merged with others' work, finished, and taken back."""

import json
import threading

import pytest

from harness.database import reading
from harness.example import document, import_week, one
from harness.goal_plan import GoalPlan
from harness.server import run_to_end
from harness.waiting import wait_until


@pytest.fixture
def plan(leader, week):
    return GoalPlan(leader, week.id)


def test_an_untouched_plan_is_empty_and_everything_in_the_draft_is_offered(plan):
    assert plan.view["plan"]["revision"] == 0 and plan.items == {}
    assert {offer["status"] for offer in plan.view["offers"]} == {"new"}
    assert plan.view["mayChange"] is True
    assert [one["kind"] for one in plan.view["remaining"]] == ["undecided", "noGoals"]


def test_what_is_taken_stands_in_the_plan_with_its_origin_and_taking_it_again_changes_nothing(plan):
    plan.take_all()
    assert plan.text("goal:m-1", "text") == one("goals", "m-1")["text"]
    value = plan.items["collaboration:c-1"]["values"]["task"]
    assert value["origin"]["kind"] == "source" and value["origin"]["models"][0]["modelId"] == "c-1"
    assert value["origin"]["models"][0]["contentVersion"] and value["origin"]["unitIds"] == ["u-skole", "u-kfi"]
    revision = plan.view["plan"]["revision"]
    assert plan.take_all()["outcome"] == {"edits": 0, "kept": []}
    assert plan.view["plan"]["revision"] == revision


def test_every_item_of_the_draft_that_is_not_offered_has_a_reason(plan):
    plan.decide({"sourceId": "sign:t-2", "choice": "keep"}, {"section": "goals", "choice": "take"})
    told = {one["sourceId"]: one["reason"] for one in plan.view["notOffered"]}
    assert told["sign:t-2"] == "refused" and told["goal:m-1"] == "same"
    closed = {o["sourceId"] for o in plan.view["offers"] if o["status"] in ("same", "kept", "refused")}
    assert closed <= set(told)
    assert all(one["sentence"]["da"] and one["sentence"]["en"] for one in plan.view["notOffered"])


def test_what_changes_in_a_session_afterwards_is_shown_with_the_difference_and_from_both_sides(
    plan, week, clients, admin
):
    plan.take_all()
    assert [link["isCurrent"] for link in admin.ok("GET", "/models/c-1/plans")] == [True]
    before = plan.text("collaboration:c-1", "task")
    clients.node("c-1", admin.token).do("insert", root="task", index=0, text="Ændret: ")
    wait_until(lambda: plan.read() and plan.status("collaboration:c-1") == "changed", "the change in the plan")
    offer = next(one for one in plan.view["offers"] if one["sourceId"] == "collaboration:c-1")
    line = next(one for one in offer["lines"] if one["field"] == "task")
    assert line == {
        "field": "task", "status": "changed", "mine": before, "before": before, "theirs": "Ændret: " + before}
    link = admin.ok("GET", "/models/c-1/plans")[0]
    assert (link["unitId"], link["isCurrent"]) == ("u-skole", False)
    plan.decide({"sourceId": "collaboration:c-1", "choice": "take"})
    assert plan.text("collaboration:c-1", "task") == "Ændret: " + before
    assert admin.ok("GET", "/models/c-1/plans")[0]["isCurrent"] is True


def test_two_leaders_at_once_do_not_overwrite_each_other(plan, week):
    plan.take_all()
    other = GoalPlan(week.invite("s-1", "leader", unitId="u-skole"), week.id)
    assert plan.write("goal:m-1", text="Mit").status_code == 200
    assert other.write("goal:m-1", desired="Deres").status_code == 200
    assert (other.text("goal:m-1", "text"), other.text("goal:m-1", "desired")) == ("Mit", "Deres")
    refused = plan.write("goal:m-1", desired="Mit også", current="Heller ikke det")
    assert refused.status_code == 412 and refused.json()["type"].endswith("changed-meanwhile")
    assert [fault["path"] for fault in refused.json()["faults"]] == ["$.items[0].fields.desired"]
    assert "Deres" in refused.json()["faults"][0]["message"]
    plan.read()
    assert plan.text("goal:m-1", "desired") == "Deres" and "Heller" not in plan.text("goal:m-1", "current")


def test_many_leaders_who_write_different_lines_at_the_same_moment_all_get_in(week):
    plans = [GoalPlan(week.invite("s-1", "leader", unitId="u-skole"), week.id) for _ in range(8)]
    plans[0].take_all()
    for each in plans:
        each.read()
    fields = ["text", "current", "desired", "baseline", "type", "citizenGroup"]
    targets = [(f"goal:m-{1 + index // 6}", fields[index % 6]) for index in range(8)]
    answers = [None] * 8

    def write(index):
        item, field = targets[index]
        answers[index] = plans[index].write(item, **{field: f"leder {index}"}).status_code

    threads = [threading.Thread(target=write, args=(index,)) for index in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [200] * 8
    plans[0].read()
    assert [plans[0].text(item, field) for item, field in targets] == [f"leder {index}" for index in range(8)]


def test_a_change_that_does_not_say_what_it_was_made_against_is_refused(plan, leader):
    body = {"items": [{"section": "goals", "fields": {"text": "x"}}]}
    assert leader.patch(plan.path, body).status_code == 428
    for tag, status in (('"99"', 412), ("tre", 400), ('"0"', 200)):
        assert leader.patch(plan.path, body, headers={"If-Match": tag}).status_code == status


def test_finishing_freezes_a_version_and_a_new_one_can_be_opened(plan, leader):
    plan.take_all()
    frozen = plan.done("POST", "/versions")["plan"]
    assert frozen["isFinished"] and frozen["version"] == 1
    assert plan.write("goal:m-1", text="For sent").status_code == 409
    plan.done("POST", "/reopen")
    plan.write("goal:m-1", text="Næste version")
    assert leader.ok("GET", plan.path + "/versions/1") == frozen
    assert plan.done("POST", "/versions")["plan"]["version"] == 2
    assert [one["version"] for one in leader.ok("GET", plan.path + "/versions")] == [2, 1]
    assert leader.ok("GET", plan.path + "/versions/2")["items"]["goal:m-1"]["values"]["text"]["text"] == "Næste version"
    assert leader.get(plan.path + "/versions/3").status_code == 404


def test_of_two_who_finish_one_wins_and_the_other_is_told_what_changed(plan, week):
    plan.take_all()
    other = GoalPlan(week.invite("s-1", "leader", unitId="u-skole"), week.id)
    other.write("goal:m-1", text="Skrevet imens")
    refused = plan.send("POST", "/versions")
    assert refused.status_code == 412
    assert any("Skrevet imens" in fault["message"] for fault in refused.json()["faults"])
    assert other.send("POST", "/versions").status_code == 201
    plan.read()
    assert plan.send("POST", "/versions").status_code == 409


def test_a_whole_import_is_taken_back_but_not_what_was_written_on_top(plan):
    plan.take_all()
    revision = plan.view["plan"]["revision"]
    plan.write("goal:m-1", text="Lederens ord")
    outcome = plan.done("DELETE", f"/changes/{revision}")["outcome"]
    assert outcome["kept"] == ["goal:m-1"] and list(plan.items) == ["goal:m-1"]
    plan.done("DELETE", f"/changes/{outcome['revision']}")
    assert plan.text("goal:m-2", "text") == one("goals", "m-2")["text"]
    assert plan.text("goal:m-1", "text") == "Lederens ord"
    assert plan.send("DELETE", "/changes/999").status_code == 404


def test_the_history_tells_every_change_by_function_and_never_by_name(plan, leader):
    plan.take_all()
    plan.write("goal:m-1", text="Lederens ord")
    plan.done("POST", "/versions")
    changes = leader.ok("GET", plan.path + "/changes")
    assert [(one["kind"], one["by"]) for one in changes] == [
        ("finished", "Skoleleder"), ("written", "Skoleleder"), ("imported", "Skoleleder")]
    edit = changes[1]["edits"][0]
    assert edit["before"]["text"] == one("goals", "m-1")["text"] and edit["after"]["text"] == "Lederens ord"


def test_a_file_with_faults_names_each_row_and_brings_nothing(plan):
    bad = "afsnit;punkt;felt;tekst\ngoals;a;text;Godt\ngoals;a;deadline;snart\nhvad;b;text;x\n"
    refused = plan.send("POST", "/file", content=bad.encode(), headers={"Content-Type": "text/csv"})
    assert refused.status_code == 422
    assert [fault["path"] for fault in refused.json()["faults"]] == ["row 3", "row 4"]
    assert plan.read()["plan"]["revision"] == 0
    good = bad.replace("snart", "2028-01-01").replace("hvad", "signs")
    plan.done("POST", "/file", content=good.encode(), headers={"Content-Type": "text/csv"})
    assert plan.text("a", "deadline") == "2028-01-01" and plan.items["b"]["values"]["text"]["origin"]["kind"] == "file"


def test_a_plan_that_was_read_comes_in_elsewhere_as_it_was(plan, admin, week):
    plan.take_all()
    copy = document()
    copy["weekId"] = "uge-kopi"
    # Ids of sessions and models are the whole server's.
    copy["sessions"], copy["models"] = [], []
    import_week(admin, copy)
    other = GoalPlan(admin, "uge-kopi")
    other.done("POST", "/file", plan.view)
    assert {id: item["values"]["text"]["text"] for id, item in other.items.items() if "text" in item["values"]} == {
        id: item["values"]["text"]["text"] for id, item in plan.items.items() if "text" in item["values"]}


def test_an_import_from_a_draft_that_is_not_the_units_says_so(plan, week):
    for version in (0, 99):
        refused = plan.send("POST", "/imports", {"draftVersion": version, "decisions": []})
        assert refused.status_code == 409 and refused.json()["type"].endswith("draft-unknown")
    fault = plan.send("POST", "/imports", {"draftVersion": 1, "decisions": [{"sourceId": "goal:x", "choice": "take"}]})
    assert fault.status_code == 422 and fault.json()["faults"][0]["path"] == "$.decisions[0].sourceId"


def kept_drafts(server, unit="u-skole"):
    """The numbers of the unit's drafts in the database, looked at from outside."""
    with reading(server.data) as database:
        rows = database.execute("SELECT version FROM draft WHERE unitID = ? ORDER BY version", [unit])
        return [row[0] for row in rows]


def edit(writer, text):
    writer.do("insert", root="task", index=0, text=text)
    writer.wait_saved()


def test_who_only_looks_at_a_draft_leaves_nothing_behind(week, server, clients, admin):
    writer = clients.node("c-1", admin.token, saved="1")
    path = f"/weeks/{week.id}/units/u-skole/goal-plan-draft"
    for number in range(4):
        edit(writer, f"Ændring {number}. ")
        for ending in ("json", "md", "csv", "ics"):
            wait_until(lambda: admin.get(f"{path}.{ending}").status_code == 200, ending)
        assert admin.ok("GET", path)["version"] == 1, "the number it would get"
        assert admin.get(f"/weeks/{week.id}/outcome.zip?formats=md").status_code == 200
    assert kept_drafts(server) == []


def test_of_the_drafts_a_leader_opened_the_last_twenty_can_be_taken_from_and_only_that_is_stored(
        plan, server, clients, admin):
    writer = clients.node("c-1", admin.token, saved="1")
    first = plan.view["draftVersion"]
    plan.read()
    assert plan.view["draftVersion"] == first, "what tells nothing new has no new number"
    for number in range(21):
        edit(writer, "x")
        plan.read()
        assert plan.view["draftVersion"] == number + 2
    assert kept_drafts(server) == [], "who looks writes nothing"
    earlier = {"draftVersion": 20, "decisions": [{"sourceId": "collaboration:c-1", "choice": "take"}]}
    plan.done("POST", "/imports", earlier)
    assert plan.text("collaboration:c-1", "task").startswith("x" * 19), "a draft that was seen can be taken from"
    assert kept_drafts(server) == [20]
    refused = plan.send("POST", "/imports", {**earlier, "draftVersion": first})
    assert refused.status_code == 409 and refused.json()["type"].endswith("draft-unknown")
    assert "Hent planen igen" in refused.json()["detail"]


def test_a_page_from_before_a_restart_takes_from_the_draft_it_shows_or_loads_anew(plan, server, clients, admin):
    seen = {"draftVersion": plan.view["draftVersion"], "draftTag": plan.view["draftTag"]}
    take = {"decisions": [{"sourceId": "collaboration:c-1", "choice": "take"}]}
    server.kill()
    server.restart()
    plan.done("POST", "/imports", {**seen, **take})
    writer = clients.node("c-1", admin.token, saved="1")
    edit(writer, "Nyt. ")
    seen["draftTag"] = plan.read()["draftTag"]
    server.kill()
    server.restart()
    edit(clients.node("c-1", admin.token, saved="1"), "Nyere. ")
    refused = plan.send("POST", "/imports", {**seen, "draftVersion": 2, **take})
    assert refused.status_code == 409 and refused.json()["type"].endswith("draft-unknown")


def test_a_session_that_has_ended_is_told_as_ended(plan, clients, admin):
    assert [source["isEnded"] for source in plan.view["sources"]] == [False, False]
    clients.session("s-1", admin.token).accepted("endSession")
    assert [source["isEnded"] for source in plan.read()["sources"]] == [True, False]
    plan.take_all()


def test_last_years_plan_is_carried_over_by_somebody_who_may_read_both(plan, admin, leader, week):
    plan.take_all()
    copy = document()
    copy["weekId"], copy["annualCycle"]["year"] = "uge-2028", 2028
    copy["sessions"], copy["models"] = [], []
    import_week(admin, copy)
    body = {"fromWeekId": week.id}
    next_year = GoalPlan(admin, "uge-2028")
    next_year.done("POST", "/carry-over", body)
    goals = [item for item in next_year.items.values() if item["head"]["section"] == "goals"]
    assert [goal["values"]["text"]["text"] for goal in goals] == [one("goals", "m-1")["text"]]
    assert goals[0]["values"]["text"]["origin"]["kind"] == "carriedOver"
    assert next_year.done("POST", "/carry-over", body)["outcome"]["edits"] == 0
    assert plan.send("POST", "/carry-over", {"fromWeekId": "uge-2028"}).status_code == 404


def test_what_was_answered_is_there_after_kill_9(plan, server, leader, week):
    plan.take_all()
    plan.write("goal:m-1", text="Gemt")
    before = plan.view["plan"]
    server.kill()
    server.restart()
    assert plan.read()["plan"] == before


def test_plans_and_drafts_come_in_and_out_at_the_command_line(plan, server, week, tmp_path):
    plan.take_all()
    folder = ["--data", str(server.data)]
    exported = run_to_end("plan", "export", week.id, "u-skole", *folder)
    assert exported.returncode == 0 and json.loads(exported.stdout) == plan.view["plan"]
    draft = run_to_end("draft", week.id, "u-skole", *folder)
    assert json.loads(draft.stdout) == plan.api.ok("GET", plan.path + "-draft")
    assert run_to_end("draft", week.id, "u-ingen", *folder).returncode == 66
    server.stop()
    file = tmp_path / "plan.csv"
    file.write_text("afsnit;punkt;felt;tekst\ngoals;fra-fil;text;Hentet\ngoals;fra-fil;deadline;snart\n")
    bad = run_to_end("plan", "import", week.id, "u-skole", str(file), *folder)
    assert bad.returncode == 65 and "row 3" in bad.stderr
    file.write_text(file.read_text().replace("snart", "2028-06-30"))
    assert run_to_end("plan", "import", week.id, "u-skole", str(file), *folder).returncode == 0
    after = json.loads(run_to_end("plan", "export", week.id, "u-skole", *folder).stdout)
    assert after["items"]["fra-fil"]["values"]["text"]["text"] == "Hentet"
    assert after["revision"] == plan.view["plan"]["revision"] + 1
