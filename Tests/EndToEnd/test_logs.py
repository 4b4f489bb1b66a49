"""Logs help to operate, hold no token, no name and nothing people wrote, and hold nobody up."""

import fcntl
import os
import signal
import socket
import subprocess
import time

import httpx

from harness import paths, raw_http
from harness.api import Api
from harness.clients import Clients, document_url
from harness.example import import_week
from harness.pycrdt_client import PycrdtClient
from harness.server import READY, Server, command, server_environment

NAME = "Markørnavn Zzyxholm"
FUNCTION = "Markørfunktion Qwfp"
WRITTEN = "markørtekst-fra-deltager-8361"
GIVEN = "markørbidrag-7712"
UNKNOWN_TOKEN = "ukendt-token-af-os-55512345"


def scenario(server, admin, week, clients):
    """Touches everything that could be tempted to log, in success and in failure."""
    person = week.join("s-1", NAME, FUNCTION, unitId="u-kfi")
    node = clients.node("c-1", person.token, saved="1")
    node.do("setAwareness", state={"user": {"name": NAME}})
    node.do("insert", root="task", index=0, text=WRITTEN)
    node.wait_saved()
    person.ok("POST", "/models/c-1/confirmations", 201, {"give": GIVEN})
    session = clients.session("s-1", person.token)
    session.refused("endSession")
    session.socket.send('{"type":"command","id":"' + WRITTEN + '","command":{"kind":"' + WRITTEN + '"}}')
    session.pump(0.2)
    admin.get(f"/weeks/{week.id}/units/u-skole/goal-plan-draft")
    stranger = Api(server.url, UNKNOWN_TOKEN)
    stranger.get(f"/weeks?token={UNKNOWN_TOKEN}")
    stranger.post("/sign-in", json={"token": UNKNOWN_TOKEN})
    stranger.post("/join", json={"joinCode": "ZZZZZZZZ", "displayName": NAME, "function": FUNCTION, "unitId": WRITTEN})
    stranger.post("/join", content=f'{{"displayName": "{NAME}'.encode())
    admin.post("/weeks/import", json={"goals": [{"text": WRITTEN, "unitId": WRITTEN}]})
    stranger.http.get(f"/{WRITTEN}?token={UNKNOWN_TOKEN}")
    stranger.close()
    bad = PycrdtClient(document_url(server.ws_url, "c-1", UNKNOWN_TOKEN)).connect()
    bad.pump(1)
    broken = PycrdtClient(document_url(server.ws_url, "c-1", person.token)).connect()
    broken.send_raw(b"\x00\x02\x20" + WRITTEN.encode())
    broken.pump(1)
    return [server.admin_token, person.token, week.join_codes["s-1"], UNKNOWN_TOKEN, NAME, "Zzyxholm", FUNCTION,
            WRITTEN, GIVEN]


def test_no_token_name_or_written_text_is_in_what_the_server_prints(server, admin, week, clients):
    secrets = scenario(server, admin, week, clients)
    clients.close()
    assert server.stop() == 0
    lines = server.output.splitlines()
    assert len(lines) > 1, "nothing was logged"
    for secret in secrets:
        held = [line for line in lines if secret in line]
        assert not held, f"{secret!r} is in the log: {held[0]}"


def test_nor_at_the_most_talkative_level(tmp_path):
    talkative = Server(tmp_path / "talkative", "--log-level", "trace")
    try:
        talkative.start()
        api = Api(talkative.url, talkative.admin_token)
        opened = Clients(talkative)
        secrets = scenario(talkative, api, import_week(api), opened)
        opened.close()
        api.close()
        assert talkative.stop() == 0
    finally:
        talkative.close()
    lines = talkative.output.splitlines()
    for secret in secrets:
        held = [line for line in lines if secret in line]
        assert not held, f"{secret!r} is in the log: {held[0]}"


#: A pipe of one page: a few dozen lines fill it.
PIPE_BYTES = 4096


class Unread:
    """A server whose standard output and standard error are pipes that nobody empties once it listens."""

    def __init__(self, data) -> None:
        pipes = [os.pipe(), os.pipe()]
        self.reading = [pipe[0] for pipe in pipes]
        for _, writing in pipes:
            fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
        self.process = subprocess.Popen(
            command("serve", "--port", "0", "--data", str(data), "--log-level", "debug"),
            env=server_environment({}), stdin=subprocess.DEVNULL, stdout=pipes[0][1], stderr=pipes[1][1],
            cwd=paths.ROOT)
        for _, writing in pipes:
            os.close(writing)
        said = b""
        while b"\n" not in said:
            said += os.read(self.reading[0], 1)
        self.url = said.decode().removeprefix(READY).strip()
        host, port = self.url.removeprefix("http://").rsplit(":", 1)
        self.host_and_port = (host, int(port))

    def knock(self) -> None:
        """Somebody without a token opens a WebSocket, is turned away, and leaves a line in the log."""
        host, port = self.host_and_port
        raw_http.exchange(
            self, (f"GET /ws/documents/c-1?token={UNKNOWN_TOKEN} HTTP/1.1\r\nHost: {host}:{port}\r\n"
                   "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n").encode(), timeout=0.05)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        for descriptor in self.reading:
            os.close(descriptor)


def test_a_log_that_nobody_reads_holds_nobody_up(tmp_path):
    server = Unread(tmp_path / "unread")
    try:
        for _ in range(60):
            server.knock()
        began = time.monotonic()
        assert httpx.get(server.url + "/healthz", trust_env=False, timeout=10).status_code == 200
        with socket.create_connection(server.host_and_port, timeout=10) as connection:
            host, port = server.host_and_port
            connection.sendall(
                f"GET /ws/documents/c-1?token={UNKNOWN_TOKEN} HTTP/1.1\r\nHost: {host}:{port}\r\n"
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode())
            assert connection.recv(12) == b"HTTP/1.1 101"
        assert time.monotonic() - began < 5
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(15) == 0, "a log that nobody reads does not keep the server from ending"
    finally:
        server.close()


def test_a_log_whose_reader_has_gone_ends_nothing(tmp_path):
    server = Unread(tmp_path / "unread")
    try:
        for descriptor in server.reading:
            os.close(descriptor)
        server.reading = []
        for _ in range(20):
            server.knock()
        assert httpx.get(server.url + "/healthz", trust_env=False, timeout=10).status_code == 200
        figures = httpx.get(server.url + "/metrics", trust_env=False, timeout=10).text
        dropped = next(line for line in figures.splitlines() if line.startswith("samspil_log_dropped_total "))
        assert int(dropped.split()[1]) >= 20, "what nobody reads is counted"
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(15) == 0
    finally:
        server.close()
