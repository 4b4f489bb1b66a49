"""What people do together: private until it is shown, counted once, and there again after whatever happens."""

import json

import pytest

SESSION = "s-1"
VOTE = {"voteId": "v-1", "question": "Hvilket?", "budget": 3, "isNamed": False,
        "options": [{"optionId": "a", "text": "A"}, {"optionId": "b", "text": "B"}]}
IDEAS = {"roundId": "r-1", "question": "Hvad hindrer os?", "isNamed": False}
SECRET = "hemmelig-idé"


@pytest.fixture
def lead(week, clients):
    return clients.session(SESSION, week.invite(SESSION, "facilitator").token)


@pytest.fixture
def people(week):
    return [week.join(SESSION, f"Deltager {letter}", "Lærer", unitId=unit)
            for letter, unit in (("A", "u-skole"), ("B", "u-fam"))]


def replayed(clients, token):
    """Everything that somebody who connects anew is told, as text."""
    socket = clients.session(SESSION, token, after=0)
    socket.wait(lambda: socket.events and socket.events[-1]["seq"] == socket.welcome["seq"], "the events")
    return json.dumps(socket.messages, ensure_ascii=False)


def test_an_idea_is_its_writers_alone_until_it_is_shown_live_and_replayed_and_after_kill_9(
    server, week, clients, lead, people
):
    ann, bo = (clients.session(SESSION, person.token) for person in people)
    observer = week.invite(SESSION, "observer").token
    lead.accepted("openIdeas", **IDEAS)
    ann.accepted("writeIdea", roundId="r-1", ideaId="i-1", text=SECRET)
    assert ann.event("ideaWritten")["event"]["text"] == SECRET
    for other in (bo, lead):
        event = other.event("ideaWritten")["event"]
        assert event["text"] == "…" and "participantId" not in event
    for restarted in (False, True):
        if restarted:
            server.kill()
            server.restart()
        assert SECRET in replayed(clients, people[0].token)
        for token in (people[1].token, observer, week.admin.token):
            assert SECRET not in replayed(clients, token)
    control = clients.session(SESSION, week.admin.token)
    control.accepted("revealIdeas", roundId="r-1")
    shown = control.event("ideasRevealed")["event"]
    assert shown["ideas"] == [{"ideaId": "i-1", "text": SECRET}], "with a name, though it was without"
    assert SECRET in replayed(clients, people[1].token)


def test_a_vote_from_two_devices_and_after_a_lost_connection_counts_once(clients, week, lead, people):
    phone, laptop = (clients.session(SESSION, people[0].token) for _ in range(2))
    lead.accepted("openVote", **VOTE)
    phone.accepted("castVote", voteId="v-1", dots={"a": 3})
    laptop.accepted("castVote", voteId="v-1", dots={"a": 1, "b": 2})
    # Gone before the answer: it may have been taken or not, and sending it again must make no difference.
    other = clients.session(SESSION, people[1].token)
    other.send("castVote", voteId="v-1", dots={"b": 3})
    other.socket.socket.close()
    back = clients.session(SESSION, people[1].token)
    back.accepted("castVote", voteId="v-1", dots={"b": 3})
    lead.accepted("revealVote", voteId="v-1")
    result = lead.event("voteRevealed")["event"]
    assert result["tallies"] == {"a": 1, "b": 5} and result["voters"] == 2 and "ballots" not in result
    assert phone.refused("castVote", voteId="v-1", dots={"a": 3})["code"] == "alreadyRevealed"


def test_what_others_vote_is_not_told_before_the_result(clients, week, lead, people):
    ann, bo = (clients.session(SESSION, person.token) for person in people)
    lead.accepted("openVote", **VOTE)
    ann.accepted("castVote", voteId="v-1", dots={"b": 3})
    for other in (bo, lead):
        assert other.event("voteCast")["event"]["dots"] == {"": 0}
    assert ann.event("voteCast")["event"]["dots"] == {"b": 3}


def test_nobody_votes_with_more_dots_than_there_are(clients, lead, people):
    ann = clients.session(SESSION, people[0].token)
    lead.accepted("openVote", **VOTE)
    for dots in ({"a": 4}, {"a": 2, "b": 2}, {"a": -1}, {"a": 2**62, "b": 2**62}):
        assert ann.refused("castVote", voteId="v-1", dots=dots)["code"] == "tooManyDots"
    for dots in ({"a": 1.5}, {"a": "1"}, ["a"], {"a": 10**30}):
        assert ann.refused("castVote", voteId="v-1", dots=dots)["code"] == "unknownCommand"


def test_two_facilitators_who_show_the_result_at_once_show_it_once(clients, week, lead, people):
    second = clients.session(SESSION, week.invite(SESSION, "facilitator").token)
    lead.accepted("openVote", **VOTE)
    lead.accepted("openIdeas", **IDEAS)
    sent = [(one, one.send(kind, **members)) for kind, members in (
        ("revealVote", {"voteId": "v-1"}), ("revealIdeas", {"roundId": "r-1"}), ("callTogether", {"mode": "summon"}),
    ) for one in (lead, second)]
    assert {one.answer(command)["type"] for one, command in sent} == {"accepted"}
    lead.pump(0.3)
    assert sorted(lead.kinds()[-3:]) == ["calledTogether", "ideasRevealed", "voteRevealed"]
    assert len([kind for kind in lead.kinds() if kind in ("voteRevealed", "ideasRevealed", "calledTogether")]) == 3


def test_groups_calls_levels_and_parked_items_are_there_after_kill_9(server, week, clients, lead, people):
    ann = clients.session(SESSION, people[0].token)
    lead.accepted("formGroups", byChoice=False, groups=[
        {"groupId": "g-1", "name": "1", "modelId": "k-1", "members": [people[0].participant_id]}])
    ann.accepted("callFacilitator")
    ann.accepted("parkItem", itemId="x-1", text="Lokaler", unitId="u-skole", function="Skoleleder", due="2027-02-01")
    lead.accepted("decideLevel", goalId="m-1", choice="alone", reason="Vi kan det selv")
    server.kill()
    server.restart()
    text = replayed(clients, people[1].token)
    for kind in ("groupsFormed", "facilitatorCalled", "itemParked", "levelDecided"):
        assert f'"kind": "{kind}"' in text
    after = clients.session(SESSION, week.admin.token)
    after.accepted("answerCall", groupId="g-1")
    assert clients.session(SESSION, people[1].token).refused("callFacilitator")["code"] == "notInAGroup"


def test_an_evaluation_is_read_without_whose_it_is_by_those_who_lead_and_by_nobody_else(clients, week, lead, people):
    ann, bo = (clients.session(SESSION, person.token) for person in people)
    lead.accepted("endSession")
    ann.accepted("evaluate", grade=4, text=SECRET)
    assert lead.event("evaluated")["event"] == {"kind": "evaluated", "grade": 4, "text": SECRET}
    assert bo.event("evaluated")["event"] == {"kind": "evaluated", "grade": 0}
    assert ann.refused("evaluate", grade=1)["code"] == "alreadyAnswered"
