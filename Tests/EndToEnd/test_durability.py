"""What was decided and who may take part is there afterwards, however the server ended.

That no acknowledged edit is lost, by kills, power cuts, failing disks and the rest, is in `Tests/Faults`.
"""

MODEL = "k-1"


def test_sigterm_tells_every_connection_that_the_server_restarts(server, clients, admin, week):
    document = clients.pycrdt(MODEL, admin.token)
    session = clients.session("s-1", admin.token)
    assert server.stop() == 0
    document.pump(2)
    session.pump(2)
    assert document.close_code == 1012
    assert session.close_code == 1012


def test_decisions_survive_kill_9(server, clients, admin, week):
    facilitator = week.invite("s-1", "facilitator")
    person = week.join("s-1", "Deltager H", "Lærer", unitId="u-skole")
    socket = clients.session("s-1", facilitator.token)
    socket.accepted("enterPhase", index=1, expected=0)
    last = socket.accepted("lockModel", modelId="k-1")
    server.kill()
    server.restart()
    after = clients.session("s-1", facilitator.token, after=0)
    after.wait(lambda: after.events and after.events[-1]["seq"] >= last["seq"], "all events replayed")
    assert after.kinds()[-2:] == ["phaseEntered", "modelLocked"]
    assert admin.model("k-1")["locked"] is True
    assert person.session("s-1")["me"]["participantId"] == person.participant_id


def test_a_token_and_a_join_code_still_work_after_a_restart(server, clients, admin, week):
    person = week.join("s-1", "Deltager H", "Lærer", unitId="u-skole")
    assert server.stop() == 0
    server.restart()
    assert person.session("s-1")["role"] == "participant"
    week.join("s-1", "Deltager I", "Lærer", unitId="u-skole")
