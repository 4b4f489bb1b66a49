"""No JSON from outside, however nested, cut or encoded, does more than be refused: on every route and every socket."""

import http.client
import json
import re

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

#: Around the limits of this parser and of others, and far beyond.
DEPTHS = (1, 2, 31, 32, 33, 63, 64, 65, 100, 255, 256, 257, 500, 511, 512, 513, 514, 600, 1023, 1024, 1025, 2000)
#: What opens and closes one level.
BRACKETS = (("[", "]"), ('{"a":', "}"), ('[{"a":', "}]"), ('{"token":', "}"))
#: Routes that take no body do not look at one.
BODILESS = ("/sign-out", "/sign-out-everywhere", "/join-code", "/versions", "/exports", "/reopen")
ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig")


def nestings():
    for depth in DEPTHS:
        for opening, closing in BRACKETS:
            whole = opening * depth + "1" + closing * depth
            yield whole.encode()
            yield (opening * depth).encode()
            yield whole[:-1].encode()
            yield f'{{"type":"command","id":"1","command":{opening * depth}'.encode()
    for encoding in ENCODINGS:
        yield ("[" * 513).encode(encoding)
        yield ('{"a":' * 513).encode(encoding)


class KeptOpen:
    """One connection for many requests, opened anew when the server has closed it."""

    def __init__(self, server, token):
        self.host, self.port = server.host_and_port
        self.fields = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", "If-Match": "*"}
        self.connection = http.client.HTTPConnection(self.host, self.port, timeout=20)

    def send(self, method: str, path: str, body: bytes) -> int:
        try:
            self.connection.request(method, path, body, self.fields)
            response = self.connection.getresponse()
            response.read()
        except (http.client.RemoteDisconnected, ConnectionError):
            self.connection.close()
            self.connection.request(method, path, body, self.fields)
            response = self.connection.getresponse()
            response.read()
        return response.status


def bodied_routes(server, ids):
    """Every operation that takes a body, with ids that exist where there are any."""
    connection = http.client.HTTPConnection(*server.host_and_port, timeout=20)
    connection.request("GET", "/api/v1/openapi.json")
    description = json.loads(connection.getresponse().read())
    for path, operations in description["paths"].items():
        for method in operations:
            if method in ("post", "put", "patch"):
                yield method.upper(), re.sub(r"\{(\w+)\}", lambda match: ids.get(match[1], "x"), path)


@pytest.mark.timeout(240)
def test_no_nesting_on_any_route_ends_the_server_or_is_taken(server, admin, week):
    ids = {
        "weekId": week.id, "sessionId": "s-1", "modelId": week.model_ids[0], "unitId": "u-skole", "part": "units",
    }
    client = KeptOpen(server, admin.token)
    routes = list(bodied_routes(server, ids))
    assert len(routes) > 25
    bodies = list(nestings())
    for method, path in routes:
        # The open ones and the deepest in full; elsewhere one of seven, another one on each route.
        is_open = path.endswith(("/join", "/sign-in"))
        chosen = bodies if is_open else bodies[len(path) % 7 :: 7]
        for body in chosen:
            status = client.send(method, path, body)
            # What is nested little is JSON, and members that a route does not know are its own affair.
            assert status >= 400 or len(body) < 200 or path.endswith(BODILESS), (
                f"{method} {path} answered {status} to {len(body)} bytes, {body[:40]!r}")
            assert status < 500, f"{method} {path} answered {status} to {body[:40]!r}"
    assert server.is_running


@pytest.mark.timeout(120)
def test_no_nesting_on_a_session_s_socket_ends_the_server(server, admin, week):
    url = f"{server.ws_url}/ws/sessions/s-1?token={admin.token}"
    for body in nestings():
        with connect(url, compression=None, proxy=None) as socket:
            try:
                # What is no UTF-8 cannot be sent as text by a well-behaved client; as bytes it is refused as such.
                try:
                    socket.send(body.decode())
                except UnicodeDecodeError:
                    socket.send(body)
                for _ in range(3):
                    socket.recv(timeout=0.02)
            except (TimeoutError, ConnectionClosed):
                pass
    assert server.is_running
    assert admin.session("s-1")["id"] == "s-1"


def test_a_week_that_was_changed_by_the_deepest_part_that_is_taken_can_be_read_and_taken_in_again(admin, week):
    deepest = None
    for depth in range(1, 40):
        nested = json.loads('{"x":' * depth + "1" + "}" * depth)
        answer = admin.post(f"/weeks/{week.id}/sessions", {"title": "Dybt", "date": "2027-01-20", "note": nested})
        week_answer = admin.get(f"/weeks/{week.id}")
        assert week_answer.status_code == 200, f"a session with {depth} levels made the week unreadable"
        deepest = depth if answer.status_code == 201 else deepest
    assert deepest and deepest < 32
    exported = admin.ok("GET", f"/weeks/{week.id}/export")
    assert admin.post("/weeks/import/preview", exported).status_code == 200
