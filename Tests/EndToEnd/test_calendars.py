"""Calendars that somebody has already: what is told again is the same event, what was changed counts up, and what is gone
is told as cancelled. Read by icalendar, which knows nothing of Samspil."""

import icalendar
import pytest

from harness.goal_plan import GoalPlan


@pytest.fixture
def plan(leader, week):
    return GoalPlan(leader, week.id)


def events(api, path):
    """By their UIDs."""
    calendar = icalendar.Calendar.from_ical(api.get(path + ".ics").content)
    assert not calendar.errors and calendar["method"] == "PUBLISH"
    found = calendar.walk("VEVENT")
    assert not any(event.errors for event in found)
    by_uid = {str(event["UID"]): event for event in found}
    assert len(by_uid) == len(found)
    return by_uid


def told(api, path):
    """The same, each saying how often it was changed."""
    found = events(api, path)
    assert all({"SEQUENCE", "LAST-MODIFIED", "STATUS", "DTSTAMP"} <= set(event) for event in found.values())
    return found


def one_called(found, words):
    (uid,) = [uid for uid, event in found.items() if str(event["SUMMARY"]).endswith(": " + words)]
    return uid


def add(plan, section, **fields):
    plan.done("PATCH", json={"items": [{"section": section, "fields": fields}]})
    own = {item: one["head"]["position"] for item, one in plan.items.items() if one["head"]["section"] == section}
    return max(own, key=own.get)


def test_a_question_mark_more_in_a_text_is_the_same_event_one_number_on(plan):
    first = add(plan, "milestones", text="Status", due="2027-05-01")
    other = add(plan, "milestones", text="Status", due="2027-06-01")
    assert first != other
    before = events(plan.api, plan.path)
    assert events(plan.api, plan.path) == before, "nothing changed, and nothing is told otherwise"
    plan.write(first, text="Status?")
    after = events(plan.api, plan.path)
    uid = one_called(after, "Status?")
    assert str(before[uid]["SUMMARY"]).endswith(": Status") and str(before[uid]["DTSTART"].dt) == "2027-05-01"
    assert set(after) == set(before)
    assert told(plan.api, plan.path) == after
    assert after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"]
    assert after[uid]["LAST-MODIFIED"].dt >= before[uid]["LAST-MODIFIED"].dt
    assert {key: event for key, event in after.items() if key != uid} == \
        {key: event for key, event in before.items() if key != uid}


def test_what_is_gone_is_told_as_cancelled_and_what_comes_back_is_told_anew(plan, server):
    item = add(plan, "milestones", text="Fortroligt ord", due="2027-05-01")
    uid = one_called(told(plan.api, plan.path), "Fortroligt ord")
    before = told(plan.api, plan.path)[uid]
    plan.done("PATCH", json={"removed": [item]})
    gone = told(plan.api, plan.path)[uid]
    assert gone["STATUS"] == "CANCELLED" and gone["SEQUENCE"] > before["SEQUENCE"]
    assert "Fortroligt" not in str(gone["SUMMARY"]) and gone["DTSTART"].dt == before["DTSTART"].dt
    # It is told by whichever server is asked, also one that was started anew.
    server.stop()
    server.restart()
    assert told(plan.api, plan.path)[uid] == gone
    plan.done("DELETE", f"/changes/{plan.view['plan']['revision']}")
    back = told(plan.api, plan.path)[uid]
    assert back["STATUS"] == "CONFIRMED" and back["SEQUENCE"] > gone["SEQUENCE"]
    assert str(back["SUMMARY"]) == str(before["SUMMARY"])


def test_a_calendar_in_the_other_language_a_version_and_the_years_report_cancel_nothing(plan):
    add(plan, "milestones", text="Status", due="2027-05-01")
    plan.done("POST", "/versions")
    plan.done("POST", "/reopen")
    later = add(plan, "milestones", text="Senere", due="2027-07-01")
    now = told(plan.api, plan.path)
    assert one_called(now, "Senere")
    english = icalendar.Calendar.from_ical(plan.api.get(plan.path + ".ics?lang=en").content).walk("VEVENT")
    assert {str(one["UID"]): one["SEQUENCE"] for one in english} == {uid: one["SEQUENCE"] for uid, one in now.items()}
    version = told(plan.api, plan.path + "/versions/1/plan")
    report = told(plan.api, plan.path + "/annual-report")
    assert not any(event["STATUS"] == "CANCELLED" for event in [*version.values(), *report.values()])
    assert told(plan.api, plan.path) == now
    assert plan.items[later]["values"]["text"]["text"] == "Senere"


def test_a_line_that_comes_back_from_its_own_sheet_is_the_same_event(plan):
    item = add(plan, "milestones", text="Status", due="2027-05-01")
    before = told(plan.api, plan.path)
    sheet = plan.api.get(plan.path + ".csv").content
    plan.done("PATCH", json={"removed": [item]})
    plan.done("POST", "/file", content=sheet, headers={"Content-Type": "text/csv"})
    after = told(plan.api, plan.path)
    assert after == before


def test_the_drafts_and_the_sessions_events_keep_their_identity_when_a_model_is_rewritten(week, clients, admin):
    calendars = (f"/weeks/{week.id}/units/u-skole/goal-plan-draft", "/sessions/s-1/outcome")
    before = [events(admin, path) for path in calendars]
    writer = clients.node("k-1", admin.token, saved="1")
    for row, text in (("mp-3", "Ens "), ("mp-5", "Ens ")):
        writer.do("insertInCell", root="milestones", row=row, column="text", index=0, text=text)
    writer.wait_saved()
    after = [events(admin, path) for path in calendars]
    for old, new in zip(before, after):
        assert set(new) == set(old)
    after = [told(admin, path) for path in calendars]
    for old, new in zip(before, after):
        changed = [uid for uid in old if new[uid] != old[uid]]
        assert len(changed) == 2 and all("Ens " in str(new[uid]["SUMMARY"]) for uid in changed)
        assert all(new[uid]["SEQUENCE"] > old[uid]["SEQUENCE"] for uid in changed)
    # A row that is taken out of the model is taken out of the calendars, and they say so.
    writer.do("deleteRow", root="milestones", row="mp-5")
    writer.wait_saved()
    gone = told(admin, calendars[1])
    assert set(gone) == set(before[1])
    assert [uid for uid in gone if gone[uid]["STATUS"] == "CANCELLED" and uid in before[1]] != []
