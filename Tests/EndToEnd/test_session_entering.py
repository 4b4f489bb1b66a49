"""A session can be entered whatever happened in it: by its state as it stands, and the events from there on."""

import pytest

from harness.api import Api
from harness.clients import Clients
from harness.example import import_week
from harness.server import Server
from harness.session_socket import SessionSocket

SESSION = "s-1"
#: What waits for one connection at most, before it is closed.
QUEUE_BYTES = 1024 * 1024


def agenda(number, questions):
    """A day's programme of some kilobytes: each question is as long as a question may be."""
    return [{"id": f"f{place}", "title": f"Punkt {place}, {number}", "minutes": 5, "question": "x" * 3_900}
            for place in range(questions)]


def rewrite_agenda(server, tokens, times, questions=14):
    """Each of those with the tokens sets the programme anew so many times. Returns the bytes that were sent."""
    sent = 0
    for token in tokens:
        socket = SessionSocket(server.ws_url, SESSION, token)
        socket.wait(lambda: any(m["type"] == "presence" for m in socket.messages), "what follows the past")
        revision = max((m["seq"] for m in socket.messages
                        if m["type"] == "event" and m["event"]["kind"] == "agendaSet"), default=0)
        revision = max(revision, ((socket.state or {}).get("state", {}).get("agenda") or {}).get("revision", 0))
        for number in range(times):
            phases = agenda(f"{token[:4]}{number}", questions)
            answer = socket.accepted("setAgenda", phases=phases, expected=revision)
            revision = answer["seq"]
            sent += len(str(phases))
        socket.close()
    return sent


def entered(clients, token, **how):
    """Somebody who has come in, and knows the session as it stands."""
    socket = clients.session(SESSION, token, **how)
    socket.wait(lambda: any(m["type"] == "presence" for m in socket.messages), "what follows the past")
    assert socket.state is not None, "no state came"
    seen = [m["seq"] for m in socket.events if m["seq"] > socket.state["seq"]]
    assert seen == list(range(socket.state["seq"] + 1, socket.welcome["seq"] + 1)), "an event is missing behind the state"
    return socket


def test_a_session_in_which_more_was_written_than_may_wait_for_a_reader_is_entered_also_after_kill_9(
    server, week, clients
):
    leaders = [week.invite(SESSION, "facilitator").token for _ in range(6)]
    person = week.join(SESSION, "Deltager", "Lærer", unitId="u-skole")
    assert rewrite_agenda(server, leaders, 4) > QUEUE_BYTES
    for _ in range(2):
        for token, how in ((leaders[0], {"state": True}), (person.token, {"state": True}), (person.token, {"after": 0})):
            socket = entered(clients, token, **how)
            assert socket.state["state"]["agenda"]["phases"][0]["title"].endswith("3")
            assert socket.command("extendTimer", byMs=1)["type"] == "refused", "the connection does not hold"
        server.kill()
        server.restart()


def test_who_was_away_for_a_moment_gets_the_events_one_by_one(week, clients, server):
    lead = clients.session(SESSION, week.invite(SESSION, "facilitator").token)
    seen = lead.welcome["seq"]
    for phase in range(1, 9):
        lead.accepted("enterPhase", index=phase, expected=phase - 1)
    back = clients.session(SESSION, week.invite(SESSION, "observer").token, after=seen, state=True)
    back.wait(lambda: len(back.events) == 8, "the events")
    assert back.state is None
    assert [event["event"]["index"] for event in back.events] == list(range(1, 9))


@pytest.fixture
def full(data):
    """A server on which a session may hold a megabyte and a half, and people may type without end."""
    server = Server(data, "--limit-session-bytes", str(3 << 19), "--limit-command-burst", "100000",
                    "--limit-state-part-bytes", "65536")
    try:
        yield server.start()
        assert server.stop() == 0
    finally:
        server.close()


def test_the_fullest_session_there_may_be_is_entered_by_everybody_and_goes_on(full):
    admin, clients = Api(full.url, full.admin_token), Clients(full)
    week = import_week(admin)
    lead = clients.session(SESSION, week.invite(SESSION, "facilitator").token)
    person = week.join(SESSION, "Deltager", "Lærer", unitId="u-skole")
    writer = clients.session(SESSION, person.token)
    lead.accepted("openIdeas", roundId="r", question="Hvad?", isNamed=True)
    refusals = set()
    for socket, kind, count, members in (
        (lead, "parkItem", 300, lambda n: {"itemId": f"i{n}", "text": f"{n} " + "x" * 3_900}),
        (writer, "writeIdea", 600, lambda n: {"roundId": "r", "ideaId": f"i{n}", "text": f"{n} " + "y" * 950}),
    ):
        for start in range(0, count, 10):
            sent = [socket.send(kind, **members(number)) for number in range(start, start + 10)]
            refusals |= {answer["code"] for answer in map(socket.answer, sent) if answer["type"] == "refused"}
    assert refusals == {"sessionFull"}
    lead.accepted("revealIdeas", roundId="r")
    for _ in range(2):
        late = entered(clients, person.token, state=True)
        assert len(late.messages) > 3 and any("text" in m for m in late.messages if m["type"] == "state")
        (ideas,) = late.state["state"]["rounds"]
        assert len(late.state["state"]["parked"]) == 300 and len(ideas["ideas"]) > 100
        again = clients.session(SESSION, week.invite(SESSION, "facilitator").token, state=True)
        again.wait(lambda: again.state, "the state")
        phase = again.state["state"]["phase"]
        again.accepted("enterPhase", index=phase + 1, expected=phase)
        full.kill()
        full.restart()
    clients.close()
    admin.close()
