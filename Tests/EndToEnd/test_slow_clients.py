"""Clients that trickle are cut when their time is up, however many they are, and others are served meanwhile."""

import select
import socket

import pytest

from harness import raw_http
from harness.server import Server
from harness.waiting import wait_until

AT_ONCE = 150
HEADERS = b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "
BODY = b"POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10000\r\n\r\n{"


@pytest.fixture
def server(data):
    server = Server(data, "--limit-header-seconds", "1", "--limit-body-seconds", "1")
    try:
        yield server.start()
        assert server.is_running and server.stop() == 0
    finally:
        server.close()


@pytest.mark.parametrize("beginning", [HEADERS, BODY, b""], ids=["headers", "body", "nothing"])
def test_who_trickles_is_cut_and_the_others_are_served_meanwhile(server, beginning):
    connections = [socket.create_connection(server.host_and_port, timeout=5) for _ in range(AT_ONCE)]
    for connection in connections:
        connection.sendall(beginning)
    answers, left = {}, list(connections)

    def all_are_cut():
        assert raw_http.status(raw_http.request(server, "/healthz")) == 200
        for connection in select.select(left, [], [], 0.1)[0]:
            try:
                received = connection.recv(65536)
            except ConnectionResetError:
                received = b""
            answers[connection] = answers.get(connection, b"") + received
            if not received:
                left.remove(connection)
        for connection in left:
            try:
                connection.send(b"x" if beginning else b"")
            except OSError:
                pass
        return not left

    wait_until(all_are_cut, "all of them cut", timeout=20)
    for connection in connections:
        connection.close()
    expected = 408 if beginning == BODY else None
    assert {raw_http.status(answer) for answer in answers.values()} == {expected}
