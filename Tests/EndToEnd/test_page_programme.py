"""What a week lacks, and its programme by days and rooms."""

from playwright.sync_api import expect

from harness.example import document


def test_the_week_names_goals_without_a_collaboration_and_units_that_have_not_confirmed(browsers, week, clients):
    page = browsers.open_as(week.admin.token, f"/uge/{week.id}").page
    covered = {goal for model in document()["models"] for goal in model["fields"].get("goals", [])}
    left = [goal for goal in document()["goals"] if goal["id"] not in covered]
    status = page.get_by_test_id("week-status")
    expect(status).to_be_visible()
    for goal in left:
        expect(page.get_by_test_id("undecided-goals")).to_contain_text(goal["text"])
    for goal in left:
        clients.session("s-1", week.admin.token).accepted(
            "decideLevel", goalId=goal["id"], choice="alone", reason="Vi kan det selv")
    page.reload()
    expect(status).to_contain_text("0 mål uden aftalt samarbejde")
    week.admin.ok("DELETE", "/models/k-1/confirmations/u-skole", 204)
    page.reload()
    expect(page.get_by_test_id("unconfirmed-units")).to_contain_text("Lærkeskolen")


def test_sessions_with_rooms_stand_in_a_table_of_days_and_rooms_and_the_page_prints_on_one_a3(browsers, week):
    for room, start in (("Kantinen", "09:00"), ("Lokale 2", "13:00")):
        week.admin.ok("POST", f"/weeks/{week.id}/sessions", 201, {
            "title": f"I {room}", "date": "2027-01-21", "startsAt": start, "endsAt": "15:00", "room": room})
    exported = week.admin.ok("GET", f"/weeks/{week.id}/export")
    assert [one.get("room") for one in exported["sessions"]][-2:] == ["Kantinen", "Lokale 2"]
    page = browsers.open_as(week.admin.token, f"/uge/{week.id}").page
    table = page.get_by_test_id("programme-table")
    expect(table.get_by_role("columnheader")).to_have_text(["Dag", "Kantinen", "Lokale 2", "Uden lokale"])
    expect(table).to_contain_text("I Kantinen")
    pdf = page.pdf(prefer_css_page_size=True)
    width, height = size(pdf)
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (420, 297)
    assert pdf.count(b"/Type /Page\n") == 1


def size(pdf):
    """Width and height of the first page, in points."""
    box = pdf.split(b"/MediaBox", 1)[1].split(b"]", 1)[0].strip(b" [")
    return [float(number) for number in box.split()][2:]
