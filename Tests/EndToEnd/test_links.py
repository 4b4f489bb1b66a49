"""Personal links: how long they hold, where they are in use, and what signing out ends."""

import io
import os
import pty
import stat
import time
from datetime import date, datetime, timedelta, timezone

import pytest

from harness.api import Api
from harness.server import Server, command, server_environment
from harness.waiting import wait_until

DAY = 86_400_000
AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


class Browser:
    """A browser that came in by a link: it keeps a cookie and nothing else."""

    def __init__(self, server, token, agent=AGENT):
        self.api = Api(server.url)
        self.api.http.headers.update({"Origin": server.url, "User-Agent": agent})
        self.me = self.api.ok("POST", "/sign-in", 200, {"token": token})

    @property
    def cookie(self):
        return self.api.http.cookies["samspil"]

    def status(self, path="/sessions/s-1"):
        return self.api.get(path).status_code


def link(admin, role="facilitator", session="s-1", **members):
    return admin.ok("POST", f"/sessions/{session}/invitations", 201, {"role": role, **members})


def held(server, cookie):
    """Somebody who copied the cookie and uses it without a browser."""
    person = Api(server.url, cookie)
    try:
        return person.get("/sessions/s-1").status_code
    finally:
        person.close()


def sign_ins(admin, grant, session="s-1"):
    return next(one for one in admin.ok("GET", f"/sessions/{session}/grants") if one["id"] == grant["grantId"])["signIns"]


def test_a_browser_keeps_a_token_of_its_own_which_signing_out_ends_and_nothing_else(server, admin, week, clients):
    grant = link(admin)
    first, second = Browser(server, grant["token"]), Browser(server, grant["token"])
    assert len({first.cookie, second.cookie, grant["token"]}) == 3
    copied = first.cookie
    socket = clients.session("s-1", copied)
    assert first.api.post("/sign-out").status_code == 204
    wait_until(lambda: socket.pump(0.01) or socket.close_code, "the signed-out browser's connection closed")
    assert socket.close_code == 4401
    assert held(server, copied) == 401, "the cookie that was copied goes on holding"
    assert second.status() == 200
    assert held(server, grant["token"]) == 200, "the link is gone with one browser"
    server.kill()
    server.restart()
    assert held(server, copied) == 401
    assert second.status() == 200


def test_signing_out_everywhere_ends_every_browser_of_the_link_and_the_link_can_be_used_again(
    server, admin, week, clients
):
    grant = link(admin)
    browsers = [Browser(server, grant["token"]) for _ in range(3)]
    other = Browser(server, link(admin)["token"])
    socket = clients.session("s-1", browsers[2].cookie)
    cookies = [browser.cookie for browser in browsers]
    assert len(browsers[0].api.ok("GET", "/me")["signIns"]) == 3
    assert browsers[0].api.post("/sign-out-everywhere").status_code == 204
    assert [held(server, cookie) for cookie in cookies] == [401, 401, 401]
    wait_until(lambda: socket.pump(0.01) or socket.close_code, "the other browser's connection closed")
    assert socket.close_code == 4401
    assert other.status() == 200
    assert Browser(server, grant["token"]).status() == 200


def test_who_made_a_link_sees_where_it_is_in_use_and_signs_it_out_everywhere(server, admin, week, clients):
    facilitator = week.invite("s-1", "facilitator")
    grant = link(facilitator, "observer")
    assert sign_ins(facilitator, grant) == []
    browsers = [Browser(server, grant["token"]), Browser(server, grant["token"], agent="?")]
    listed = sign_ins(facilitator, grant)
    assert sorted(one["browser"] for one in listed) == ["", "Firefox, Windows"]
    assert all(one.keys() == {"browser", "firstUsedAt", "lastUsedAt", "isThis"} for one in listed)
    assert "127.0.0.1" not in str(listed) and grant["token"] not in str(listed)
    assert all(abs(one["firstUsedAt"] - time.time() * 1000) < 60_000 for one in listed)
    cookies = [browser.cookie for browser in browsers]
    socket = clients.session("s-1", cookies[0])
    began = time.monotonic()
    assert facilitator.delete(f"/sessions/s-1/grants/{grant['grantId']}/sign-ins").status_code == 204
    wait_until(lambda: socket.pump(0.01) or socket.close_code, "the connection closed")
    assert time.monotonic() - began < 2 and socket.close_code == 4401
    assert [held(server, cookie) for cookie in cookies] == [401, 401]
    assert held(server, grant["token"]) == 200
    elsewhere = link(admin, "observer", session="s-2")
    assert facilitator.delete(f"/sessions/s-1/grants/{elsewhere['grantId']}/sign-ins").status_code == 404
    facilitator.close()


def test_a_link_that_is_taken_back_ends_every_browser_that_came_in_by_it(server, admin, week, clients):
    grant = link(admin, "leader", unitId="u-skole")
    browser = Browser(server, grant["token"])
    socket = clients.session("s-1", browser.cookie)
    assert admin.delete(f"/sessions/s-1/grants/{grant['grantId']}").status_code == 204
    wait_until(lambda: socket.pump(0.01) or socket.close_code, "the connection closed")
    assert socket.close_code == 4401 and held(server, browser.cookie) == 401


def test_what_a_browser_joins_is_its_own_and_ends_when_it_signs_out(server, admin, week):
    browser = Browser(server, link(admin, "observer")["token"])
    joined = browser.api.ok("POST", "/join", 201, {
        "joinCode": week.join_codes["s-2"], "displayName": "Ida", "function": "Lærer", "unitId": "u-fam"})
    cookie = browser.cookie
    assert {grant["role"] for grant in browser.api.ok("GET", "/me")["grants"]} == {"observer", "participant"}
    assert browser.api.post("/sign-out").status_code == 204
    assert held(server, cookie) == 401
    assert joined["participantId"]


def test_a_cookie_of_an_older_version_that_is_the_link_itself_goes_on_until_it_is_signed_out(server, admin, week):
    grant = link(admin)
    old = Api(server.url)
    old.http.cookies.set("samspil", grant["token"])
    assert old.get("/sessions/s-1").status_code == 200
    assert old.post("/sign-out", headers={"Origin": server.url}).status_code == 204
    assert held(server, grant["token"]) == 200
    old.close()


def test_the_browser_unused_longest_makes_room(data):
    server = Server(data, "--limit-link-browsers", "2").start()
    try:
        admin = Api(server.url, server.admin_token)
        admin.ok("GET", "/me")
        browsers = [Browser(server, server.admin_token) for _ in range(3)]
        assert [held_me(browser) for browser in browsers] == [False, True, True]
    finally:
        server.close()


def held_me(browser):
    return browser.api.ok("GET", "/me")["grants"] != []


def test_links_end_a_fortnight_after_the_week_and_a_leaders_after_a_year(admin, week):
    end = admin.ok("GET", f"/weeks/{week.id}")["end"]
    over = datetime.fromisoformat(end).replace(tzinfo=timezone.utc) + timedelta(days=1)
    after = max(over.timestamp() * 1000, time.time() * 1000)
    for role in ("facilitator", "observer"):
        ends = link(admin, role)["expiresAt"]
        assert abs(ends - after - 14 * DAY) < 2 * 3_600_000, role
    leader = link(admin, "leader", unitId="u-skole")
    assert abs(leader["expiresAt"] - time.time() * 1000 - 365 * DAY) < 60_000
    listed = {grant["id"]: grant.get("expiresAt") for grant in admin.ok("GET", "/sessions/s-1/grants")}
    assert listed[leader["grantId"]] == leader["expiresAt"]


def test_how_long_links_hold_is_configured(data):
    server = Server(data, "--limit-link-days", "3", "--limit-leader-link-days", "30").start()
    try:
        admin = Api(server.url, server.admin_token)
        made = admin.ok("POST", "/weeks", 201, {
            "title": "Uge", "municipality": {"name": "K"}, "start": "2020-01-06", "end": "2020-01-10",
            "units": [{"name": "Skolen", "leaderFunction": "Skoleleder"}], "citizenGroups": []})["id"]
        session = admin.ok("POST", f"/weeks/{made}/sessions", 201, {
            "title": "S", "date": "2020-01-06", "startsAt": "09:00", "endsAt": "12:00"})["id"]
        unit = admin.ok("GET", f"/weeks/{made}")["units"][0]["id"]
        now = time.time() * 1000
        assert abs(link(admin, "observer", session)["expiresAt"] - now - 3 * DAY) < 60_000
        assert abs(link(admin, "leader", session, unitId=unit)["expiresAt"] - now - 30 * DAY) < 60_000
    finally:
        server.close()


def test_a_facilitator_asks_for_a_leaders_link_and_the_administrator_answers(admin, week):
    facilitator = week.invite("s-1", "facilitator")
    for _ in range(2):
        assert facilitator.post("/sessions/s-1/leader-requests", json={"unitId": "u-skole"}).status_code == 204
    facilitator.post("/sessions/s-1/leader-requests", json={"unitId": "u-fam"})
    assert facilitator.post("/sessions/s-1/leader-requests", json={"unitId": "findes-ikke"}).status_code == 422
    asked = admin.ok("GET", f"/weeks/{week.id}/leader-requests")
    assert [(one["unitId"], one["sessionId"]) for one in asked] == [("u-skole", "s-1"), ("u-fam", "s-1")]
    assert facilitator.get(f"/weeks/{week.id}/leader-requests").status_code == 404
    link(admin, "leader", unitId="u-skole")
    assert [one["unitId"] for one in admin.ok("GET", f"/weeks/{week.id}/leader-requests")] == ["u-fam"]
    assert admin.delete(f"/weeks/{week.id}/leader-requests/u-fam").status_code == 204
    assert admin.delete(f"/weeks/{week.id}/leader-requests/u-fam").status_code == 404
    facilitator.close()


# The administrator's secret


def test_a_secret_from_the_environment_is_printed_nowhere(server, admin, data):
    admin.ok("GET", "/weeks")
    assert server.stop() == 0
    assert server.admin_token not in server.output
    assert "SAMSPIL_ADMIN_TOKEN" in server.output
    assert not (data / "administrator-link").exists()


def test_a_secret_that_was_made_goes_to_a_file_for_its_owner_where_nobody_reads_the_line(data):
    data.mkdir()
    # Somebody who may write there has laid something out.
    (data / "administrator-link").symlink_to(data / "elsewhere")
    server = Server(data)
    server.admin_token = None
    try:
        server.start()
        path = data / "administrator-link"
        wait_until(lambda: str(path) in server.output, "where the link is")
        assert stat.S_IMODE(os.lstat(path).st_mode) == 0o600 and not path.is_symlink()
        assert not (data / "elsewhere").exists()
        url = path.read_text().strip()
        assert url.startswith(f"{server.url}/log-ind#")
        secret = url.rsplit("#", 1)[1]
        assert secret not in server.output
        browser = Api(server.url)
        assert browser.ok("POST", "/sign-in", 200, {"token": secret})["grants"][0]["role"] == "administrator"
        browser.close()
        assert server.stop() == 0
        assert secret not in server.output
    finally:
        server.close()


def test_on_a_terminal_the_link_is_shown_and_no_file_is_made(data):
    import subprocess
    lead, follow = pty.openpty()
    process = subprocess.Popen(
        command("serve", "--port", "0", "--data", str(data)), env=server_environment({}), stdin=subprocess.DEVNULL,
        stdout=follow, stderr=subprocess.DEVNULL)
    os.close(follow)
    try:
        text, deadline = b"", time.monotonic() + 30
        while b"/log-ind#" not in text or not text.endswith(b"\n"):
            assert time.monotonic() < deadline, text
            text += os.read(lead, 4096)
        assert len(text.rsplit(b"#", 1)[1].strip()) >= 40
        assert not (data / "administrator-link").exists()
    finally:
        process.terminate()
        assert process.wait(20) == 0
        os.close(lead)
