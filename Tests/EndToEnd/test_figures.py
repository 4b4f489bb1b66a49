"""What an operator sees: figures, health, one line for each connection that ends."""

import json
import re
import sqlite3
import time

import httpx
import pytest

from harness import paths
from harness.api import Api
from harness.clients import Clients
from harness.database import database_file
from harness.example import import_week
from harness.server import Server
from harness.varint import encode_bytes, encode_uint
from harness.waiting import wait_until

DASHBOARD = paths.ROOT / "Sources/Server/Server.docc/Resources/grafana-dashboard.json"
NAME = re.compile(r"\b(?:samspil|process)_[a-z0-9_]+")
MODEL = "k-1"


def samples(url):
    """Every sample by its name with labels."""
    text = httpx.get(url + "/metrics", trust_env=False).text
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {line.rsplit(" ", 1)[0]: float(line.rsplit(" ", 1)[1]) for line in lines}


def names(url):
    return {sample.split("{")[0] for sample in samples(url)}


def test_the_figures_follow_what_happens(server, admin, week, clients):
    before = samples(server.url)
    writer, reader = clients.pycrdt(MODEL, admin.token, saved="1"), clients.pycrdt(MODEL, admin.token)
    session = clients.session("s-1", admin.token)
    for _ in range(5):
        writer.insert("task", 0, "x")
        reader.pump(0.05)
    writer.wait_saved()
    after = samples(server.url)

    def grew(name):
        return after[name] - before[name]

    assert grew("samspil_updates_total") == 5
    assert grew("samspil_deliveries_total") >= 5
    assert grew("samspil_commits_total") >= 1
    assert grew("samspil_saved_seconds_count") >= 1 and grew("samspil_saved_seconds_sum") > 0
    assert grew('samspil_messages_total{direction="in"}') >= 5
    assert grew('samspil_writes_total{outcome="done"}') >= 1
    for histogram in ("commit", "write", "saved"):
        buckets = [value for name, value in after.items() if name.startswith(f"samspil_{histogram}_seconds_bucket")]
        assert buckets == sorted(buckets) and buckets[-1] == after[f"samspil_{histogram}_seconds_count"] > 0
    assert after["samspil_documents"] >= 1 and after["samspil_sessions"] >= 1
    assert after["samspil_document_connections"] == 2 and after["samspil_session_connections"] == 1
    assert after["samspil_websockets"] == 3 and after["samspil_connections"] >= 4
    assert after["samspil_accepting"] == 1
    wait_until(lambda: samples(server.url)["samspil_loop_delay_seconds_count"] > 2, "the loop's delay measured")
    session.close()
    writer.disconnect()
    wait_until(lambda: samples(server.url)["samspil_session_connections"] == 0, "the session's connection gone")
    assert samples(server.url)['samspil_websocket_ends_total{cause="peer"}'] >= 2


def test_every_refusal_is_counted_by_its_reason(server, admin, week, clients):
    observer = clients.pycrdt(MODEL, week.invite("s-1", "observer").token)
    observer.insert("task", 0, "nej")
    observer.wait(lambda: observer.denials, "being told")
    broken = clients.pycrdt(MODEL, admin.token)
    broken.send_raw(b"\x00\x02" + encode_bytes(b"\xff\xff\xff"))
    broken.wait(lambda: broken.close_code, "being closed")
    large = clients.pycrdt(MODEL, admin.token)
    large.insert("task", 0, "y" * 530_000)
    large.wait(lambda: large.close_code, "being closed")
    found = samples(server.url)
    for reason in ("readOnly", "malformed", "tooLarge"):
        assert found[f'samspil_dropped_total{{reason="{reason}"}}'] >= 1, reason
    for reason in ("locked", "storageFailing", "tooOften", "foreignClient", "modelFull", "tooManyClients"):
        assert f'samspil_dropped_total{{reason="{reason}"}}' in found


def test_the_process_is_told_as_prometheus_clients_tell_it(server):
    found = samples(server.url)
    assert found["process_resident_memory_bytes"] > 1_000_000
    assert 0 < found["process_open_fds"] < found["process_max_fds"]
    assert found["process_cpu_seconds_total"] >= 0 and found["process_threads"] >= 1
    assert found["process_start_time_seconds"] > 1_600_000_000


def test_every_metric_of_the_dashboard_exists_and_every_figure_of_ours_is_on_it(server, admin, week):
    dashboard = json.loads(DASHBOARD.read_text())
    expressions = [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
    queries = [variable["query"] for variable in dashboard["templating"]["list"]]
    shown = {name for text in expressions + queries for name in NAME.findall(text)}
    known = names(server.url)
    assert shown <= known, f"not in /metrics: {shown - known}"
    families = {re.sub(r"_(bucket|sum|count)$", "", name) for name in known}
    missing = families - {re.sub(r"_bucket$", "", name) for name in shown}
    assert missing <= {"process_threads", "process_start_time_seconds"}, missing


# Health


def test_the_health_check_fails_while_nothing_can_be_committed_and_recovers_by_itself(data):
    server = Server(data, "--limit-database-busy-seconds", "1")
    try:
        server.start()
        assert httpx.get(server.url + "/healthz", trust_env=False).status_code == 200
        blocker = sqlite3.connect(database_file(data), isolation_level=None, timeout=10)
        blocker.execute("BEGIN IMMEDIATE")
        # An answer is good for a second.
        time.sleep(1.1)
        try:
            answer = httpx.get(server.url + "/healthz", trust_env=False, timeout=20)
            assert answer.status_code == 503
            assert answer.headers["content-type"] == "application/problem+json"
        finally:
            blocker.execute("ROLLBACK")
            blocker.close()
        wait_until(
            lambda: httpx.get(server.url + "/healthz", trust_env=False, timeout=20).status_code == 200, "recovering")
        assert server.stop() == 0
    finally:
        server.close()


@pytest.fixture
def full(data):
    """A server whose database has no room left for what a participant wants to save."""
    first = Server(data)
    first.start()
    admin = Api(first.url, first.admin_token)
    import_week(admin)
    admin.close()
    assert first.stop() == 0
    server = Server(data, "--limit-database-bytes", str(database_file(data).stat().st_size + 8192))
    yield server.start()
    server.close()


def test_the_health_check_fails_with_a_full_database_and_so_do_the_figures(full):
    admin, clients = Api(full.url, full.admin_token), Clients(full)
    client = clients.pycrdt(MODEL, admin.token, saved="1")
    for _ in range(10):
        client.insert("task", 0, "w" * 20_000)
        client.pump(0.1)
    wait_until(lambda: samples(full.url)["samspil_accepting"] == 0, "that nothing more is taken")
    assert admin.http.get("/healthz").status_code == 503
    found = samples(full.url)
    assert found['samspil_writes_total{outcome="failed"}'] >= 1 and found["samspil_unsaved_bytes"] > 0
    clients.close()
    admin.close()


# Lines of the log


def ends(server):
    return [line for line in server.output.splitlines() if "connection ended" in line]


@pytest.fixture
def talkative(tmp_path):
    """That people went is told at debug level: everybody does."""
    server = Server(tmp_path / "talkative", "--log-level", "debug")
    yield server.start()
    server.close()


def test_that_somebody_went_is_no_line_unless_one_asks_for_it(server, admin, week, clients):
    for _ in range(3):
        clients.pycrdt(MODEL, admin.token).disconnect()
    stranger = Clients(server)
    with pytest.raises(AssertionError):
        stranger.pycrdt(MODEL, "x" * 43)
    stranger.close()
    wait_until(lambda: ends(server), "a line for who was turned away")
    assert "code=4401" in ends(server)[0], "what is not ordinary is told"


def test_each_connection_that_ends_leaves_one_line_with_its_reason(talkative):
    server, clients, admin = talkative, Clients(talkative), Api(talkative.url, talkative.admin_token)
    import_week(admin)
    went = clients.pycrdt(MODEL, admin.token)
    went.disconnect()
    wait_until(lambda: len(ends(server)) == 1, "a line for who went")
    assert "cause=peer" in ends(server)[0] and "kind=document" in ends(server)[0]

    stranger = Clients(server)
    with pytest.raises(AssertionError):
        stranger.pycrdt(MODEL, "x" * 43)
    stranger.close()
    wait_until(lambda: len(ends(server)) == 2, "a line for who was turned away")
    assert "cause=server" in ends(server)[1] and "code=4401" in ends(server)[1]

    broken = clients.pycrdt(MODEL, admin.token)
    broken.send_raw(encode_uint(0) + encode_uint(2) + encode_bytes(b"\xff\xff\xff"))
    broken.wait(lambda: broken.close_code, "being closed")
    wait_until(lambda: len(ends(server)) == 3, "a line for who was closed")
    assert "code=1007" in ends(server)[2] and "reason=malformed update" in ends(server)[2]

    invited = admin.ok("POST", "/sessions/s-1/invitations", 201, {"role": "observer"})
    session = clients.session("s-1", invited["token"])
    assert admin.delete(f"/sessions/s-1/grants/{invited['grantId']}").status_code == 204
    wait_until(lambda: session.pump(0.01) or session.close_code, "being closed")
    wait_until(lambda: len(ends(server)) == 4, "a line for whose grant was taken back")
    assert "kind=session" in ends(server)[3] and "reason=signed out" in ends(server)[3]
    clients.close()
    admin.close()
