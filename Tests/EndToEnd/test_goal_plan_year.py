"""A leader's year over HTTP: other governance systems, follow-ups, signs, evaluations, status, agreements for all units."""

import io

import icalendar
import pytest
from docx import Document

from harness.api import Api
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


def test_citizens_read_the_plan_as_it_stood_when_its_leader_showed_it_and_no_longer_than_that(plan, server, week):
    stranger = Api(server.url)
    address = f"/weeks/{week.id}/units/u-skole/citizen-plan"
    assert stranger.get(address).status_code == 404
    refused = plan.send("PUT", "/citizen-plan")
    assert refused.status_code == 409 and "ikke færdig" in refused.json()["detail"]
    plan.done("POST", "/versions")
    add(plan, "observations", value="66 %", sign="sign:t-1", date="2027-04-01")
    assert plan.api.ok("GET", plan.path + "/citizen-plan")["goals"]
    plan.done("PUT", "/citizen-plan")
    shown = stranger.ok("GET", address)
    assert shown["unitName"] == "Lærkeskolen" and shown["version"] == 1 and len(shown["goals"]) == 2
    observed = [one["value"] for goal in shown["goals"] for sign in goal["signs"] for one in sign["observations"]]
    assert observed == [66]
    inside = plan.text("collaboration:c-1", "give")
    assert inside and inside not in str(shown)
    add(plan, "observations", value="80 %", sign="sign:t-1", date="2027-06-01")
    assert stranger.ok("GET", address) == shown
    assert [one["version"] for one in plan.api.ok("GET", plan.path + "/versions")] == [1]
    plan.done("DELETE", "/citizen-plan")
    assert stranger.get(address).status_code == 404
    assert [one["kind"] for one in plan.api.ok("GET", plan.path + "/changes")][:3] == ["hidden", "written", "shown"]
    stranger.close()


def test_the_annual_report_is_a_document_of_what_was_noted_through_the_year_with_the_leaders_summary(plan):
    plan.done("PATCH", json={"profile": "aftale"})
    add(plan, "evaluations", effect="Flere kom", trialAction="trialAction:p-1", stage="end", date="2027-05-10",
        decision="scaleUp", learned="Mad og bold virker")
    add(plan, "observations", value="66 %", sign="sign:t-1", date="2027-04-01")
    report = plan.api.ok("GET", plan.path + "/annual-report.json")
    assert report["report"]["year"] == 2027 and "summary" not in report["report"]
    due = next(one for one in plan.api.ok("GET", plan.path + "/year?year=2028")["followUps"]
               if one["ruleId"] == "annual-report")
    add(plan, "followUps", due["id"], title="Årsberetning", doneOn="2028-02-20", text="Vi nåede det meste")
    text = plan.api.get(plan.path + "/annual-report.md").text
    for told in ("# Årsberetning 2027 – Lærkeskolen", "Vi nåede det meste", "Flere kom", "opskalér",
                 "Mad og bold virker", "66 %", "## Opfølgninger i året", "Underskrift"):
        assert told in text, f"the report does not tell {told!r}"
    document = Document(io.BytesIO(plan.api.get(plan.path + "/annual-report.docx").content))
    headings = [one.text for one in document.paragraphs if one.style.name.startswith(("Heading", "Title"))]
    assert {"Det nåede vi", "Mål for mål", "Opfølgninger i året"} <= set(headings)
    assert plan.api.get(plan.path + "/annual-report.md?year=tolv").status_code == 400


def test_the_plans_calendar_has_its_follow_ups_each_with_a_reminder_until_it_was_held(plan, admin, week):
    admin.ok("PATCH", f"/weeks/{week.id}", 200, {"annualCycle": {"followUpDays": {"status": "06-15"}}})
    plan.done("PATCH", json={"profile": "aftale"})

    def events():
        calendar = icalendar.Calendar.from_ical(plan.api.get(plan.path + ".ics").content)
        assert not calendar.errors
        found = calendar.walk("VEVENT")
        assert not any(one.errors for one in found)
        return {str(one["SUMMARY"]): one for one in found}

    status = "Statusopfølgning, som er afsæt for næste aftale"
    told = events()
    assert told[status]["DTSTART"].dt.isoformat() == "2027-06-15"
    assert told["Årsberetning: nåede vi det?"]["DTSTART"].dt.isoformat() == "2028-03-01"
    alarm = told[status].walk("VALARM")[0]
    assert alarm["TRIGGER"].dt.days == -7 and str(alarm["ACTION"]) == "DISPLAY"
    due = next(one for one in year(plan)["followUps"] if one["ruleId"] == "status")
    assert due["date"] == "2027-06-15"
    add(plan, "followUps", due["id"], title="Status", doneOn="2027-06-14", text="To mål er nået")
    held = events()[status]
    assert held["UID"] == told[status]["UID"] and not held.walk("VALARM")
    assert "To mål er nået" in str(held["DESCRIPTION"])


def test_a_follow_up_day_that_does_not_come_every_year_is_a_fault_and_changes_nothing(admin, week):
    refused = admin.request(
        "PATCH", f"/weeks/{week.id}", json={"annualCycle": {"followUpDays": {"status": "02-29"}}})
    assert refused.status_code == 422
    assert [fault["path"] for fault in refused.json()["faults"]] == ["$.annualCycle.followUpDays.status"]
