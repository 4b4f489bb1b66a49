"""What a model said before: kept at decisions and now and then, looked at, and restored as one more edit."""

import base64
import re

from playwright.sync_api import expect
from pycrdt import Doc, Text

from harness.model_page import ModelPage, open_model
from harness.waiting import wait_until

MODEL = "k-1"


def versions(person):
    return person.ok("GET", f"/models/{MODEL}/versions")


def test_a_version_is_kept_at_each_decision_with_who_wrote_and_can_be_read_by_any_yjs(week, clients):
    person = week.join("s-1", "Anna A", "Lærer", unitId="u-skole")
    node = clients.node(MODEL, person.token, saved="1")
    node.do("insert", root="task", index=0, text="FØR ")
    node.wait_saved()
    person.ok("PATCH", f"/models/{MODEL}", 200, {"level": "coCreation"})
    wait_until(lambda: versions(person), "a version")
    (first,) = versions(person)
    assert first["parties"] == ["u-skole"] and "state" not in first
    state = person.ok("GET", f"/models/{MODEL}/versions/{first['number']}")["state"]
    doc = Doc()
    doc.apply_update(base64.b64decode(state))
    assert str(doc.get("task", type=Text)).startswith("FØR ")
    assert person.get(f"/models/{MODEL}/versions/99").status_code == 404
    assert person.get(f"/models/{MODEL}/versions/x").status_code == 404


def test_what_was_kept_last_is_not_kept_again(week):
    admin = week.admin
    one, two = (admin.ok("POST", f"/models/{MODEL}/versions", 201) for _ in range(2))
    assert one["number"] == two["number"] == 1 and len(versions(admin)) == 1


def test_versions_are_there_after_kill_9(server, week):
    week.admin.ok("POST", f"/models/{MODEL}/versions", 201)
    before = versions(week.admin)
    server.kill()
    server.restart()
    assert versions(week.admin) == before


def test_on_the_page_a_version_is_looked_at_and_restored_and_what_stood_there_is_kept(browsers, week):
    person = week.join("s-1", "Anna A", "Lærer", unitId="u-skole")
    week.admin.ok("POST", f"/models/{MODEL}/versions", 201)
    model = open_model(browsers, person.token, MODEL)
    before = model.text("task").input_value()
    model.type_at_start("task", "Helt andet. ")
    model.expect_saved()
    page = model.page
    page.get_by_test_id("versions").locator("summary").first.click()
    page.get_by_test_id("version-1").get_by_role("button", name=re.compile("^Se ")).click()
    expect(page.get_by_test_id("version-1")).to_contain_text("Opgaven")
    restore = page.get_by_test_id("version-restore")
    restore.click()
    expect(restore).to_have_text(re.compile("^Ja, gendan"))
    assert model.text("task").input_value().startswith("Helt andet. ")
    restore.click()
    expect(model.text("task")).to_have_value(before)
    expect(page.get_by_test_id("version-2")).to_be_visible()
    assert [one["number"] for one in versions(person)] == [2, 1]


def test_an_observer_looks_and_restores_nothing(browsers, week):
    week.admin.ok("POST", f"/models/{MODEL}/versions", 201)
    model = open_model(browsers, week.invite("s-1", "observer").token, MODEL)
    model.page.get_by_test_id("versions").locator("summary").first.click()
    model.page.get_by_test_id("version-1").get_by_role("button", name=re.compile("^Se ")).click()
    expect(model.page.get_by_test_id("version-1")).to_contain_text("Den siger det samme som nu.")
    expect(model.page.get_by_test_id("version-restore")).to_have_count(0)


# Comments, and what happened while one was away


def test_a_comment_reaches_the_others_changes_no_agreement_and_is_resolved(browsers, week, admin):
    ann = open_model(browsers, week.join("s-1", "Anna A", "Lærer", unitId="u-skole").token, MODEL)
    bo = open_model(browsers, week.join("s-1", "Bo B", "Rådgiver", unitId="u-fam").token, MODEL)
    before = admin.model(MODEL)["contentVersion"]
    ann.page.get_by_test_id("comment-task").click()
    ann.page.get_by_test_id("comment-text-task").fill("Hvem følger op?")
    ann.page.get_by_test_id("comment-submit-task").click()
    row = bo.page.get_by_test_id("comments-task")
    expect(row).to_contain_text("Hvem følger op?")
    expect(row).to_contain_text("Anna A")
    ann.expect_saved()
    ann.page.reload()
    ann.expect_ready()
    expect(ann.page.get_by_test_id("comments-task")).to_contain_text("Hvem følger op?")
    bo.page.get_by_role("button", name="Løst: Hvem følger op?").click()
    expect(ann.page.get_by_test_id("comments-task")).to_contain_text("1 løst kommentar")
    assert admin.model(MODEL)["contentVersion"] == before
    assert admin.model(MODEL)["state"] == "confirmed"


def test_who_comes_back_sees_which_fields_others_changed_and_not_ones_own(browsers, week, clients):
    person = week.join("s-1", "Anna A", "Lærer", unitId="u-skole")
    model = open_model(browsers, person.token, MODEL)
    model.type_at_end("whyCross", " Mit eget.")
    model.expect_saved()
    model.page.wait_for_timeout(1_500)
    model.window.goto("/session/s-1")
    node = clients.node(MODEL, week.admin.token, saved="1")
    node.do("insert", root="task", index=0, text="Nyt. ")
    node.wait_saved()
    model.window.goto(f"/session/s-1/model/{MODEL}")
    notice = model.page.get_by_test_id("changed-away")
    expect(notice).to_contain_text("Opgaven")
    expect(notice.get_by_role("link")).to_have_count(1)
    model.page.get_by_test_id("changed-seen").click()
    expect(notice).to_have_count(0)
    ModelPage(model.window).expect_ready()
