"""A leader's year over HTTP: other governance systems, follow-ups, signs, evaluations, status, agreements for all units."""

import pytest

from harness.example import document, import_week
from harness.goal_plan import GoalPlan


def add(plan, section, item=None, **fields):
    body = {"section": section, "fields": fields, **({} if item is None else {"id": item})}
    return plan.done("PATCH", json={"items": [body]})


def year(plan):
    return plan.api.ok("GET", plan.path + "/year")


@pytest.mark.parametrize(
    ("profile", "parts"),
    [
        ("proceshjul", ["agreement", "goalsAndEconomy", "method", "documentation", "values"]),
        ("aftale", ["introduction", "political", "professional", "own", "corporate", "economy", "rules", "year", "signatures"]),
        ("dialogaftale",
         ["agreement", "political", "administrative", "local", "initiatives", "collaboration", "year", "signatures"]),
    ],
)
def test_the_same_plan_is_read_in_another_system_without_being_changed(plan, profile, parts):
    before = plan.view["plan"]
    shown = plan.api.ok("GET", plan.path + f"?profile={profile}")
    assert shown["plan"] == before and shown["profile"]["id"] == profile
    assert [part["id"] for part in shown["profile"]["parts"]] == parts
    assert shown["remaining"] != plan.view["remaining"]


def test_a_leader_chooses_the_system_that_the_plan_follows_and_the_history_says_so(plan):
    plan.done("PATCH", json={"profile": "dialogaftale"})
    assert plan.view["plan"]["profile"] == plan.view["profile"]["id"] == "dialogaftale"
    assert plan.api.ok("GET", plan.path + "/changes")[0]["kind"] == "profile"
    rules = {one["ruleId"] for one in year(plan)["followUps"]}
    assert {"leader-goals-march", "leader-goals-october"} <= rules


def test_follow_ups_observations_and_evaluations_are_written_while_the_plan_is_finished(plan):
    plan.done("POST", "/versions")
    assert plan.write("goal:m-1", text="For sent").status_code == 409
    add(plan, "observations", value="66 %", sign="sign:t-1", date="2027-04-01")
    add(plan, "evaluations", effect="Flere kom", trialAction="trialAction:p-1", stage="end", date="2027-05-10",
        decision="scaleUp", learned="Mad og bold virker")
    due = next(one for one in year(plan)["followUps"] if one["ruleId"] == "council-status")
    add(plan, "followUps", due["id"], title="Status", doneOn="2027-08-20", text="På vej")
    told = year(plan)
    assert plan.view["plan"]["isFinished"] and plan.view["plan"]["version"] == 1
    sign = next(one for one in told["signs"] if one["signId"] == "sign:t-1")
    assert [one["value"] for one in sign["observations"]] == [66]
    done = next(one for one in told["followUps"] if one["id"] == due["id"])
    assert (done["doneOn"], done["outcome"]) == ("2027-08-20", "På vej")
    assert told["learning"][0]["decision"] == "scaleUp"
    frozen = plan.api.ok("GET", plan.path + "/versions/1")
    assert not any(item["head"]["section"] == "observations" for item in frozen["items"].values())


def test_two_leaders_who_note_the_same_follow_up_make_one(plan, week):
    other = GoalPlan(week.invite("s-1", "leader", unitId="u-skole"), week.id)
    due = year(plan)["followUps"][0]
    add(plan, "followUps", due["id"], title="En", doneOn="2027-08-20")
    body = {"items": [{"id": due["id"], "section": "followUps", "fields": {"title": "To", "doneOn": "2027-08-21"}}]}
    refused = other.send("PATCH", json=body)
    assert refused.status_code == 412
    assert len([one for one in plan.read()["plan"]["items"].values() if one["head"]["section"] == "followUps"]) == 1


def test_what_was_learned_is_found_in_all_units_and_years_of_the_municipality_and_no_other(plan, admin, week):
    add(plan, "evaluations", effect="Få kom", trialAction="trialAction:p-1", decision="stop", date="2027-05-10",
        learned="Tidspunktet var forkert")
    for week_id, municipality in (("uge-2026", None), ("fremmed", {"id": "anden", "name": "Anden"})):
        copy = document()
        copy["weekId"], copy["sessions"], copy["models"] = week_id, [], []
        if municipality:
            copy["municipality"] = municipality
        else:
            copy["annualCycle"]["year"] = 2026
        import_week(admin, copy)
        add(GoalPlan(admin, week_id, "u-fam"), "evaluations", effect="Tidspunktet passede", date="2026-05-01")
    reader = week.invite("s-1", "leader", unitId="u-kfi")
    found = reader.ok("GET", f"/weeks/{week.id}/learning?q=tidspunktet")
    assert [(one["unitName"], one["learning"]["year"]) for one in found] == [
        ("Lærkeskolen", 2027), ("Familie og Rådgivning", 2026)]
    assert reader.ok("GET", f"/weeks/{week.id}/learning?q=tidspunktet%20stjerne") == []


def test_the_status_of_each_objective_is_built_from_the_plans(plan, admin, week):
    add(plan, "status", text="Vi er godt på vej", objective="objective:ms-1", state="onTrack", date="2027-08-10")
    report = admin.ok("GET", f"/weeks/{week.id}/objectives")
    assert [one["objectiveId"] for one in report["objectives"]] == ["ms-1", "ms-2", "ms-3"]
    unit = report["objectives"][0]["units"][0]
    assert (unit["unitId"], unit["state"], unit["text"]) == ("u-skole", "onTrack", "Vi er godt på vej")
    assert report["objectives"][0]["years"] == [2027] and report["objectives"][2]["isMandatory"]


def test_agreements_for_112_units_are_made_at_once_and_again_changes_nothing(admin):
    copy = document()
    copy["weekId"], copy["sessions"], copy["models"] = "stor", [], []
    copy["units"] += [{"id": f"u-{number}", "name": f"Enhed {number}"} for number in range(112 - len(copy["units"]))]
    import_week(admin, copy)
    body = {"profile": "aftale", "start": "2027-01-01", "end": "2027-12-31", "introduction": "Fælles",
            "corporateGoals": [{"id": "fastholdelse", "text": "Flere bliver"}]}
    assert len(admin.ok("POST", "/weeks/stor/agreements", 200, body)["changed"]) == 112
    assert len(admin.ok("POST", "/weeks/stor/agreements", 200, body)["same"]) == 112
    plan = GoalPlan(admin, "stor", "u-17")
    assert plan.view["plan"]["profile"] == "aftale"
    assert plan.text("common:goal-fastholdelse", "text") == "Flere bliver"
    plan.done("POST", "/versions")
    body["introduction"] = "Ny"
    again = admin.ok("POST", "/weeks/stor/agreements", 200, body)
    assert again["finished"] == ["u-17"] and len(again["changed"]) == 111


def test_an_agreement_with_faults_names_them_and_makes_nothing(admin, week):
    refused = admin.post(f"/weeks/{week.id}/agreements", {
        "profile": "aftale", "start": "2027-02-01", "end": "2027-01-01", "holders": {"u-skole": "konge"}})
    assert refused.status_code == 422
    assert {fault["path"] for fault in refused.json()["faults"]} == {"$.end", "$.holders"}
    assert GoalPlan(admin, week.id).view["plan"]["revision"] == 0


def test_a_session_after_the_week_gives_the_plan_its_agreement_too(plan, admin, week):
    session = admin.ok("POST", f"/weeks/{week.id}/sessions", 201, {
        "title": "Opfølgning i maj", "date": "2027-05-12", "startsAt": "09:00", "endsAt": "11:00", "citizenGroupId": "bg-1"})
    model = admin.ok("POST", f"/sessions/{session['id']}/models", 201, {
        "level": "knowledge", "title": "Aftalt uden for ugen", "goalIds": ["m-1", "m-4"]})
    plan.read()
    assert plan.status(f"collaboration:{model['id']}") == "new"
    plan.decide({"sourceId": f"collaboration:{model['id']}", "choice": "take"})
    assert plan.text(f"collaboration:{model['id']}", "title") == "Aftalt uden for ugen"
