"""Whoever leads a session sees who has access, takes it back, and makes a new code."""

import re

from playwright.sync_api import expect


def open_panel(browsers, week):
    facilitator = browsers.open_as(week.invite("s-1", "facilitator").token, "/session/s-1").page
    expect(facilitator.get_by_test_id("invite-code")).to_be_visible()
    return facilitator


def test_a_new_code_takes_a_second_press_and_the_old_one_no_longer_leads_anywhere(browsers, week, admin):
    facilitator = open_panel(browsers, week)
    old = week.join_codes["s-1"]
    expect(facilitator.get_by_test_id("invite-until")).to_have_text(re.compile(r"^Koden gælder til \d+\. \w+ \d{4}\.$"))
    renew = facilitator.get_by_test_id("invite-renew")
    renew.click()
    expect(renew).to_have_text("Den gamle kode holder op med at gælde – lav en ny")
    assert admin.session("s-1")["joinCode"] == old
    renew.click()
    expect(facilitator.get_by_test_id("invite-link")).not_to_have_value(re.compile(old + "$"))
    expect(renew).to_have_text("Lav en ny kode")
    new = admin.session("s-1")["joinCode"]
    assert new != old
    expect(facilitator.get_by_test_id("invite-code")).to_have_text(re.compile(r"^\s*" + r"\s?".join(new) + r"\s*$"))
    expect(facilitator.get_by_test_id("invite-link")).to_have_value(re.compile(new + "$"))
    guest = browsers.open(f"/k/{new}")
    expect(guest.page.get_by_label("Dit navn")).to_be_visible()


def test_a_link_that_was_passed_on_is_taken_back_and_its_page_says_so(browsers, week, admin):
    facilitator = open_panel(browsers, week)
    answer = admin.ok("POST", "/sessions/s-1/invitations", 201, {"role": "observer"})
    watcher = browsers.open_as(answer["token"], "/session/s-1")
    expect(watcher.page.get_by_test_id("agenda")).to_be_visible()
    facilitator.get_by_text("Hvem har adgang").click()
    button = facilitator.get_by_test_id(f"revoke-{answer['grantId']}")
    expect(button).to_have_accessible_name("Tag adgangen tilbage: Tilhører")
    button.click()
    expect(button).to_have_text("Ja, tag tilbage")
    assert any(grant["id"] == answer["grantId"] for grant in admin.ok("GET", "/sessions/s-1/grants"))
    button.click()
    expect(button).to_have_count(0)
    assert not any(grant["id"] == answer["grantId"] for grant in admin.ok("GET", "/sessions/s-1/grants"))
    expect(watcher.page.get_by_test_id("session-gone")).to_contain_text("Du har ikke adgang til det her.")


def test_ones_own_access_is_named_and_cannot_be_taken_back_here(browsers, week):
    facilitator = open_panel(browsers, week)
    week.join("s-1", "Deltager A", "Lærer", unitId="u-skole").close()
    facilitator.get_by_text("Hvem har adgang").click()
    rows = facilitator.get_by_test_id("access").get_by_role("listitem")
    expect(rows.filter(has_text="Deltager A, deltager").get_by_role("button")).to_have_text(
        ["Gør til facilitator", "Tag tilbage"])
    own = rows.filter(has_text="(dig)")
    expect(own).to_have_count(1)
    expect(own.get_by_role("button")).to_have_count(0)
