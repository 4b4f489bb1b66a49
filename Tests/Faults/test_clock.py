"""Somebody sets the system's clock while people meet (libfaketime: this machine's own clock is left alone)."""

import json
import time

import pytest

from harness.api import Api
from harness.clients import Clients
from harness.example import import_week
from harness.ledger_writer import ROOT
from harness.set_clock import DAY, SetClock
from harness.waiting import wait_until


@pytest.fixture
def clock(tmp_path):
    return SetClock(tmp_path)


@pytest.fixture
def server_surroundings(clock):
    return {"environment": clock.environment, "through": SetClock.THROUGH}


def server_time(session) -> int:
    """What the session's pages take for now, in milliseconds."""
    before = len(session.messages)
    session.socket.send(json.dumps({"type": "ping"}))
    find = lambda: next((m["now"] for m in session.messages[before:] if m["type"] == "pong"), None)  # noqa: E731
    return session.wait(find, "a pong")


@pytest.mark.timeout(240)
@pytest.mark.parametrize("days", [1, -1])
def test_a_clock_that_is_set_by_a_day_changes_no_timer_and_no_order(server, clock, amount, figure, days):
    admin = Api(server.url, server.admin_token)
    week = import_week(admin)
    clients = Clients(server)
    facilitator = clients.session("s-1", week.invite("s-1", "facilitator").token, after=0)
    facilitator.accepted("startTimer", durationMs=600_000)
    here, other = clients.node("k-1", admin.token, saved="1"), clients.node("k-1", admin.token)
    here.do("setAwareness", state={"user": {"name": "Her"}})
    mine = str(here.do("clientID"))
    wait_until(lambda: mine in other.do("awareness"), "who is here is seen")
    before, began = server_time(facilitator), time.monotonic()
    clock.set(days * DAY)
    assert abs(wall_clock(admin) - (time.time() + days * DAY)) < 60, "the clock was not set"
    # Long enough for the regular tidying of rooms and of people who fell silent.
    watched = amount(3, 40)
    while time.monotonic() - began < watched:
        here.do("insert", root=ROOT, index=0, text="x")
        here.wait_saved()
        facilitator.pump()
        assert mine in other.do("awareness"), "who is here was taken for gone"
        time.sleep(0.5)
    elapsed = (time.monotonic() - began) * 1000
    assert abs(server_time(facilitator) - before - elapsed) < 1000, "the session's time jumped"
    facilitator.accepted("pauseTimer")
    remaining = facilitator.event("timerPaused")["event"]["remainingMs"]
    assert abs(600_000 - elapsed - remaining) < 2000, f"{remaining} ms are left after {elapsed:.0f}"
    assert here.status["closes"] == [] and other.status["closes"] == []
    facilitator.accepted("resumeTimer")
    server.kill()
    server.restart()
    again = clients.session("s-1", admin.token, after=0)
    again.wait(lambda: "timerResumed" in again.kinds(), "all events")
    times = [event["at"] for event in again.events]
    assert times == sorted(times), "events are not in the order of their times"
    assert again.welcome["now"] >= times[-1], "the session's time went back"
    clients.close()
    admin.close()
    figure(f"clock set by {days:+d} day(s): {watched} s watched, no timer, order, presence or connection touched")


def wall_clock(admin) -> float:
    """The server's own clock, by the creation of a grant; in seconds."""
    admin.ok("POST", "/sessions/s-1/invitations", 201, {"role": "observer"})
    return max(admin.ok("GET", "/sessions/s-1/grants"), key=lambda grant: grant["id"])["createdAt"] / 1000
