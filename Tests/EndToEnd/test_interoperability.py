"""Real Yjs clients (Node) and pycrdt clients (Rust) edit the same model through the server."""

import random

import pytest

from harness.convergence import wait_converged
from harness.example import fields_of
from harness.random_edits import one_edit
from harness.varint import encode_bytes, encode_uint
from harness.waiting import wait_until

MODEL = "k-1"
EDITS = 150


def test_node_and_pycrdt_clients_that_edit_at_the_same_time_converge(week, clients, admin, seed):
    nodes = [clients.node(MODEL, admin.token) for _ in range(3)]
    pycrdts = [clients.pycrdt(MODEL, admin.token) for _ in range(2)]
    for number, node in enumerate(nodes):
        # The second one goes offline for a third of its edits.
        node.do("edit", seed=seed + number, count=EDITS, pauseMs=4, offline=number == 1, name=f"n{number}")
    generator = random.Random(seed)
    for step in range(EDITS):
        for number, client in enumerate(pycrdts):
            if number == 1 and step == EDITS // 3:
                client.disconnect()
            if number == 1 and step == 2 * EDITS // 3:
                client.connect()
            one_edit(client, generator, f"p{number}-{step}")
            client.pump(0.004)
    for node in nodes:
        node.do("finished")
    content = wait_converged([*nodes, *pycrdts])
    assert content["task"], "nothing is left to compare"
    latecomers = [clients.node(MODEL, admin.token), clients.pycrdt(MODEL, admin.token)]
    assert wait_converged([nodes[0], *latecomers]) == content


def test_what_has_converged_is_what_a_restarted_server_serves(week, server, clients, admin, seed):
    nodes = [clients.node(MODEL, admin.token, saved="1") for _ in range(2)]
    for number, node in enumerate(nodes):
        node.do("edit", seed=seed + number, count=EDITS, pauseMs=2, offline=False, name=f"n{number}")
    for node in nodes:
        node.do("finished")
    content = wait_converged(nodes)
    version = wait_until(lambda: admin.model(MODEL)["contentVersion"], "the model's content version")
    for node in nodes:
        node.wait_saved()
        node.do("disconnect")
    assert server.stop() == 0
    server.restart()
    fresh = [clients.node(MODEL, admin.token), clients.pycrdt(MODEL, admin.token)]
    assert wait_converged(fresh) == content
    assert wait_until(lambda: admin.model(MODEL)["contentVersion"], "the content version") == version


def test_edits_inside_surrogate_pairs_leave_the_server_with_what_yjs_has(week, clients, admin, seed):
    nodes = [clients.node(MODEL, admin.token) for _ in range(3)]
    for number, node in enumerate(nodes):
        node.do("edit", seed=seed + number, count=EDITS, pauseMs=3, offline=number == 2, name=f"n{number}",
                insidePairs=True)
    for node in nodes:
        node.do("finished")
    content = wait_converged(nodes)
    assert clients.node(MODEL, admin.token).content() == content


def test_clients_that_stayed_away_while_the_server_was_restarted_merge_when_they_return(week, server, clients, admin):
    first, second = clients.node(MODEL, admin.token), clients.node(MODEL, admin.token)
    third = clients.pycrdt(MODEL, admin.token)
    assert server.stop() == 0
    first.do("insert", root="task", index=0, text="[første]")
    second.do("insert", root="task", index=0, text="[anden]")
    third.disconnect()
    third.insert("task", 0, "[tredje]")
    server.restart()
    third.connect().wait_synced()
    content = wait_converged([first, second, third])
    for word in ("[første]", "[anden]", "[tredje]"):
        assert content["task"].count(word) == 1


def test_a_model_opened_by_a_plain_yjs_client_holds_the_imported_content(week, clients, admin):
    content = clients.node(MODEL, admin.token).content()
    assert content["title"] == fields_of(MODEL)["title"]
    assert content["values"]["citizenGroup"] == "bg-1"
    assert content["values"]["period.start"] == "2027-02-01"
    assert content["values"]["collaborationGoal.date"] == "2027-12-31"
    assert content["values"]["coordinator.unitId"] == "u-fam"
    assert set(content["goals"]) == {"m-1", "m-3", "m-4"}
    assert set(content["parties"]) == {"u-skole", "u-fam", "u-ung"}
    assert set(content["trialActions"]) == {"p-3"}
    rows = sorted(content["expectations"].values(), key=lambda row: row["order"])
    assert [row["unitId"] for row in rows] == ["u-skole", "u-fam", "u-ung"]
    assert [row["need"] for row in rows] == [row["need"] for row in fields_of(MODEL)["expectations"]]


def test_a_plain_y_websocket_client_meets_no_message_it_does_not_know(week, clients, admin):
    plain, other = clients.node(MODEL, admin.token), clients.node(MODEL, admin.token)
    other.do("insert", root="task", index=0, text="Ny: ")
    wait_until(lambda: plain.do("text", root="task").startswith("Ny: "), "the other's edit")
    plain.do("insert", root="task", index=0, text="Svar: ")
    wait_until(lambda: other.do("text", root="task").startswith("Svar: "), "the plain client's edit")
    status = plain.status
    assert status["unknown"] == []
    assert status["savedMessages"] == 0 and status["acknowledged"] == 0


def test_awareness_reaches_the_others_and_goes_when_its_client_goes(week, clients, admin):
    person = week.join("s-1", "Deltager A", "Lærer", unitId="u-skole")
    first, second = clients.node(MODEL, person.token), clients.node(MODEL, admin.token)
    first.do("setAwareness", state={"user": {"name": "A", "color": "#2b6cb0"}, "cursor": {"field": "task"}})
    mine = str(first.do("clientID"))
    user = {"name": "Deltager A", "participantId": person.participant_id, "role": "participant", "unitId": "u-skole"}
    state = {"user": {**user, "color": "#2b6cb0"}, "cursor": {"field": "task"}}
    wait_until(lambda: second.do("awareness").get(mine) == state, "the first client's awareness at the second")
    late = clients.node(MODEL, admin.token)
    wait_until(lambda: late.do("awareness").get(mine) == state, "awareness at a latecomer")
    first.process.kill()
    wait_until(lambda: mine not in second.do("awareness"), "awareness gone after the client was killed")


def test_who_says_nothing_but_their_name_is_seen_at_once(clients, week, admin):
    """The server writes the name, into the state with clock 0 too, which y-protocols ignores."""
    first, second = clients.node(MODEL, admin.token), clients.node(MODEL, admin.token)
    first.do("setAwareness", state={"user": {"name": "A"}})
    mine = str(first.do("clientID"))
    wait_until(lambda: mine in second.do("awareness"), "the first client's awareness at the second", timeout=5)


def test_awareness_is_echoed_to_its_sender(week, clients, admin):
    """y-websocket drops a connection on which no message came for 30 s, pings not counted; it renews its awareness
    every 15 s, so the echo keeps a client that is alone connected."""
    alone = clients.pycrdt(MODEL, admin.token)
    for clock in (1, 2):
        state = b'{"cursor":"i opgaven"}'
        update = encode_uint(1) + encode_uint(alone.doc.client_id) + encode_uint(clock) + encode_bytes(state)
        before = len(alone.awareness_messages)
        alone.send_raw(encode_uint(1) + encode_bytes(update))
        alone.wait(lambda: len(alone.awareness_messages) > before, "the echo")
        assert b'"cursor":"i opgaven"' in alone.awareness_messages[-1]


@pytest.mark.parametrize("text", ["", "x" * 5000, "😀👩‍🏫", "\u0000\u0001", "tabulator\tog\nlinjer\r\n"])
def test_any_text_arrives_as_it_was_written(week, clients, admin, text):
    writer, reader = clients.node("v-1", admin.token), clients.pycrdt("v-1", admin.token)
    marked = f"«{text}»"
    writer.do("insert", root="whyCross", index=0, text=marked)
    reader.wait(lambda: str(reader.text("whyCross")).startswith(marked), "the text")
    late = clients.node("v-1", admin.token)
    assert late.do("text", root="whyCross").startswith(marked)


def test_models_do_not_mix(week, clients, admin):
    first, other = clients.node("k-1", admin.token), clients.node("v-1", admin.token)
    first.do("insert", root="task", index=0, text="kun her ")
    late = clients.node("k-1", admin.token)
    assert late.do("text", root="task").startswith("kun her ")
    assert "kun her" not in other.do("text", root="task")
