"""Every limit can be set by a flag and by a variable, is shown with its default, and takes effect."""

import datetime
import json
import re
import socket

import pytest

from harness import paths, raw_http
from harness.api import Api
from harness.clients import Clients
from harness.example import document, import_week, join, large_week
from harness.pycrdt_client import AWARENESS
from harness.session_socket import SessionSocket
from harness.server import Server, run_to_end
from harness.varint import encode_bytes, encode_uint
from harness.waiting import wait_until

USAGE = 64
TABLE = paths.ROOT / "Sources/Server/Server.docc/Limits.md"
ROW = re.compile(r"^\| `([a-z-]+)` \| (\d+) \| (\w*) \| (\d+) – (\d+) \| (.+) \|$", re.MULTILINE)
LIMITS = ROW.findall(TABLE.read_text())
NAMES = [name for name, *_ in LIMITS]


def flag(name):
    return f"--limit-{name}"


def variable(name):
    return "SAMSPIL_LIMIT_" + name.upper().replace("-", "_")


@pytest.fixture
def start(data):
    """Starts a server with these flags and variables; all that were started are ended."""
    servers = []

    def start(*flags, environment=None):
        server = Server(data, *flags, environment=environment)
        servers.append(server)
        return server.start()

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def opened():
    opened = []
    yield opened
    for one in opened:
        one.close()


def test_the_help_shows_every_limit_with_default_unit_range_and_variable():
    assert len(NAMES) > 40
    text = " ".join(run_to_end("serve", "--help").stdout.split())
    for name, default, unit, low, high, meaning in LIMITS:
        value = f"{default} {unit}".strip()
        shown = f"{flag(name)} <{unit or 'number'}> {meaning} Default: {value} ({low} to {high}). {variable(name)}"
        assert shown in text, shown
    assert len(re.findall(r"--limit-[a-z-]+ <", text.split("LIMITS")[-1])) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_value_ends_with_64_and_one_line_that_names_the_setting_and_what_it_accepts(data, name):
    low, high = next((low, high) for row, _, _, low, high, _ in LIMITS if row == name)
    for flags, environment, setting in (
        ([flag(name), "mange"], {}, flag(name)),
        ([], {variable(name): str(int(high) + 1)}, variable(name)),
    ):
        result = run_to_end("serve", "--port", "0", "--data", str(data), *flags, environment=environment)
        assert result.returncode == USAGE, result.stderr
        (line,) = result.stderr.splitlines()
        assert setting in line and f"from {low} to {high}" in line
    assert not data.exists(), "something was made before the settings were right"


def test_a_variable_that_names_no_limit_is_refused(data):
    environment = {"SAMSPIL_LIMIT_CONNECTION": "5"}
    result = run_to_end("serve", "--port", "0", "--data", str(data), environment=environment)
    assert result.returncode == USAGE
    assert "SAMSPIL_LIMIT_CONNECTION " in result.stderr and len(result.stderr.splitlines()) == 1


def test_limits_that_contradict_each_other_are_refused(data):
    result = run_to_end("serve", "--port", "0", "--data", str(data), "--limit-ping-seconds", "30")
    assert result.returncode == USAGE
    (line,) = result.stderr.splitlines()
    assert "--limit-hang-up-seconds" in line and "30" in line


def wrong_codes_until_refused(server):
    stranger = Api(server.url)
    try:
        for count in range(200):
            if stranger.get("/join/00000000").status_code == 429:
                return count
    finally:
        stranger.close()
    raise AssertionError("no wrong code was refused")


def test_a_variable_sets_a_limit_and_a_flag_goes_before_it(start):
    environment = {variable("failures-per-address"): "7"}
    server = start(environment=environment)
    assert wrong_codes_until_refused(server) == 7
    assert server.stop() == 0
    assert wrong_codes_until_refused(start(flag("failures-per-address"), "3", environment=environment)) == 3


def test_the_transport_keeps_to_its_limits(start, opened):
    server = start(flag("body-bytes"), "2048", flag("connections"), "3")
    answer = raw_http.request(server, "/api/v1/weeks", "Content-Length: 3000", method="POST", body=b"x" * 3000)
    assert raw_http.status(answer) == 413
    for _ in range(3):
        opened.append(socket.create_connection(server.host_and_port, timeout=5))
        opened[-1].sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert opened[-1].recv(4096).startswith(b"HTTP/1.1 200 ")
    assert raw_http.request(server, "/healthz") == b"", "a fourth connection was served"


def test_the_rooms_keep_to_their_limits(start, opened):
    server = start(flag("update-bytes"), "512", flag("awareness-bytes"), "200")
    admin, clients = Api(server.url, server.admin_token), Clients(server)
    opened += [clients, admin]
    import_week(admin)
    client = clients.pycrdt("k-1", admin.token)
    watcher = clients.pycrdt("k-1", admin.token)
    for size in (50, 300):
        state = '{"x":"' + "x" * size + '"}'
        entry = encode_uint(1) + encode_uint(77 + size) + encode_uint(1) + encode_bytes(state.encode())
        client._send(encode_uint(AWARENESS) + encode_bytes(entry))
    watcher.wait(lambda: any(b"x" * 50 in message for message in watcher.awareness_messages), "the small state")
    watcher.pump(0.3)
    assert not any(b"x" * 300 in message for message in watcher.awareness_messages)
    client.insert("task", 0, "y" * 600)
    client.wait(lambda: client.close_code, "being closed")
    assert client.close_code == 1009


def test_a_session_keeps_to_its_limits(start, opened):
    server = start(flag("participants"), "2")
    admin = Api(server.url, server.admin_token)
    opened.append(admin)
    week = import_week(admin)
    for name in ("A", "B"):
        person = week.join("s-1", name, "Lærer", unitId="u-skole")
        # Who has been here keeps the place; who joined and never came makes room for who comes.
        opened.extend([person, SessionSocket(server.ws_url, "s-1", person.token)])
    stranger = Api(server.url)
    opened.append(stranger)
    body = {"joinCode": week.join_codes["s-1"], "displayName": "C", "function": "Lærer", "unitId": "u-skole"}
    assert stranger.post("/join", json=body).status_code == 422


def test_no_more_weeks_sessions_and_links_are_made_than_may_be(start, opened):
    sessions = len(document()["sessions"])
    server = start(flag("weeks"), "2", flag("sessions"), str(sessions + 1), flag("links"), "2")
    admin = Api(server.url, server.admin_token)
    opened.append(admin)
    week = import_week(admin)
    session = {"title": "Ny", "date": "2027-01-21", "startsAt": "09:00", "endsAt": "12:00"}
    new = {"title": "U", "municipality": {"name": "K"}, "start": "2027-01-18", "end": "2027-01-22", "units": [],
           "citizenGroups": []}
    link = {"role": "observer"}
    for path, body, room in (
        (f"/weeks/{week.id}/sessions", session, 1), ("/weeks", new, 1), ("/sessions/s-1/invitations", link, 2),
    ):
        for _ in range(room):
            admin.ok("POST", path, 201, body)
        refused = admin.post(path, json=body)
        assert refused.status_code == 409 and refused.json()["type"].endswith("quota"), f"{path}: {refused.text}"
    assert import_week_again(admin).status_code == 409, "a third week came in by a document"
    grant = next(g["id"] for g in admin.ok("GET", "/sessions/s-1/grants") if g["role"] == "observer")
    assert admin.delete(f"/sessions/s-1/grants/{grant}").status_code == 204
    admin.ok("POST", "/sessions/s-1/invitations", 201, link)


def import_week_again(admin):
    other = json.loads(json.dumps(document()).replace('"s-', '"t-').replace('"k-', '"l-').replace('"c-', '"d-'))
    return admin.post("/weeks/import", json={**other, "weekId": "uge-anden"})


def test_a_join_code_holds_until_so_many_days_after_its_session(start, opened):
    server = start(flag("join-code-days"), "3")
    admin = Api(server.url, server.admin_token)
    opened.append(admin)
    import_week(admin)
    shown = admin.session("s-1")
    expires = datetime.datetime.fromtimestamp(shown["joinCodeExpiresAt"] / 1000, datetime.UTC).date()
    after = datetime.date.fromisoformat(shown["date"]) + datetime.timedelta(days=1)
    assert expires == max(after, datetime.datetime.now(datetime.UTC).date()) + datetime.timedelta(days=3)


def test_a_document_keeps_to_the_engines_limits(start, opened):
    server = start(flag("document-content-bytes"), "200000")
    admin, clients = Api(server.url, server.admin_token), Clients(server)
    opened += [clients, admin]
    import_week(admin)
    client = clients.pycrdt("k-1", admin.token)
    for _ in range(10):
        if not client.denials:
            client.insert("task", 0, "z" * 40_000)
            client.pump(0.2)
    client.wait(lambda: client.denials, "being told")
    assert client.denials == ["modelFull"] and client.close_code is None
    assert len(str(clients.pycrdt("k-1", admin.token).text("task"))) < 200_000


def test_the_database_keeps_to_its_size(start, opened):
    server = start()
    admin = Api(server.url, server.admin_token)
    import_week(admin)
    admin.close()
    assert server.stop() == 0
    size = next(file for file in server.data.iterdir() if file.name.endswith(".sqlite")).stat().st_size
    small = start(flag("database-bytes"), str(size + 8192))
    admin, clients = Api(small.url, small.admin_token), Clients(small)
    opened += [clients, admin]
    client = clients.pycrdt("k-1", admin.token, saved="1")
    for _ in range(10):
        client.insert("task", 0, "w" * 20_000)
        client.pump(0.1)
    wait_until(lambda: admin.http.get("/healthz").status_code == 503, "not being healthy with a full database")


def test_new_weeks_and_sessions_are_refused_long_before_nobody_can_save(start, opened):
    server = start()
    admin = Api(server.url, server.admin_token)
    week = import_week(admin)
    # A municipality's week, so that a hundred kilobytes are less than a tenth.
    import_week(admin, large_week())
    assert admin.ok("GET", "/storage") == {"works": True, "isNearlyFull": False}
    assert admin.http.get("/healthz").json() == {"status": "ok", "disk": "ok"}
    admin.close()
    assert server.stop() == 0
    size = next(file for file in server.data.iterdir() if file.name.endswith(".sqlite")).stat().st_size
    # Room for a hundred kilobytes: what people write goes on.
    small = start(flag("database-bytes"), str(size + 100_000))
    admin, clients = Api(small.url, small.admin_token), Clients(small)
    opened += [clients, admin]
    wait_until(lambda: admin.ok("GET", "/storage")["isNearlyFull"], "that room is short")
    assert "samspil_room_short 1" in admin.http.get("/metrics").text
    stranger = Api(small.url)
    opened.append(stranger)
    assert stranger.ok("GET", "/storage") == {"works": True}, "for others nothing has changed"
    copy = {**document(), "weekId": "uge-kopi"}
    for path, body in [("/weeks", {"title": "Ny"}), (f"/weeks/{week.id}/sessions", {"title": "Ny"}),
                       ("/weeks/import", copy)]:
        refused = admin.post(path, json=body)
        assert refused.status_code == 507, (path, refused.text)
        assert refused.json()["type"].endswith("disk-nearly-full") and "skaffe plads" in refused.json()["detail"]
    person = join(small.url, week.join_codes["s-1"], "Deltager", "Lærer", unitId="u-skole")
    opened.append(person)
    writer = clients.pycrdt("k-1", person.token, saved="1")
    writer.insert("task", 0, "Der skrives videre. ")
    writer.wait_saved()
    health = admin.http.get("/healthz")
    assert health.status_code == 200 and health.json() == {"status": "ok", "disk": "nearlyFull"}
    wait_until(lambda: "room for the database is short" in small.output, "a line in the log")
    for one in opened:
        one.close()
    opened.clear()
    assert small.stop() == 0
    roomy = start()
    admin = Api(roomy.url, roomy.admin_token)
    opened.append(admin)
    admin.ok("POST", f"/weeks/{week.id}/sessions", 201, {"title": "Ny", "date": "2027-01-21"})
