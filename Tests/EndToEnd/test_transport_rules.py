"""What the server refuses on the wire, and that it goes on serving afterwards."""

import os
import socket
import struct
import time

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from harness import raw_http
from harness.clients import document_url
from harness.varint import encode_bytes, encode_uint
from harness.waiting import wait_until

UPGRADE = ("Connection: Upgrade", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13")
MESSAGE_LIMIT = 1024 * 1024


@pytest.fixture(autouse=True)
def still_serving(server):
    """Whatever the test sent, the next client is served."""
    yield
    assert server.is_running, server.output
    answer = raw_http.request(server, "/healthz")
    assert raw_http.status(answer) == 200


@pytest.mark.parametrize("path", ["/", "/api/v1/me", "/ws/documents/k-1", "/healthz"])
def test_an_upgrade_to_h2c_is_refused(server, path):
    answer = raw_http.request(
        server, path, "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"
    )
    assert raw_http.status(answer) != 101, answer[:200]
    assert not holds_http2_settings(answer)


@pytest.mark.parametrize(
    "protocol",
    ["h2", "TLS/1.0", "websocket2", "Websocket, h2c", "h2c, websocket", "raw", "", "connect-udp", "websocket\t", "x" * 9000],
)
@pytest.mark.parametrize("path", ["/ws/documents/k-1", "/"])
def test_any_other_upgrade_is_refused(server, protocol, path):
    answer = raw_http.request(server, path, f"Upgrade: {protocol}", *UPGRADE)
    assert raw_http.status(answer) != 101, answer[:200]


def test_the_http2_preface_gets_no_http2(server):
    answer = raw_http.exchange(server, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\x00\x00\x00\x04\x00\x00\x00\x00\x00")
    assert not holds_http2_settings(answer)
    assert raw_http.status(answer) in (None, 400, 403, 404, 405, 426, 505)


def holds_http2_settings(answer):
    """A SETTINGS frame: type 4 on stream 0 (RFC 9113 section 6.5)."""
    body = answer.split(b"\r\n\r\n", 1)[-1]
    return any(part[3:4] == b"\x04" and part[5:9] == b"\x00\x00\x00\x00" for part in (answer, body) if len(part) >= 9)


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\n" + b"".join(b"X-%d: y\r\n" % i for i in range(20_000)) + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
        b"POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
        b"POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
        b"POST /api/v1/join HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        bytes(range(256)) * 40,
        b"GET /%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    ],
    ids=lambda value: repr(value[:40]),
)
def test_broken_requests_break_nothing(server, request_bytes):
    answer = raw_http.exchange(server, request_bytes, timeout=2)
    assert raw_http.status(answer) in (None, 200, 400, 401, 403, 404, 405, 408, 411, 413, 414, 431, 501, 505), answer[:100]


def test_a_body_above_the_limit_is_refused_before_it_is_taken_in(server):
    answer = raw_http.request(
        server, "/api/v1/weeks/import", f"Authorization: Bearer {server.admin_token}",
        "Content-Type: application/json", f"Content-Length: {10**10}", method="POST",
    )
    assert raw_http.status(answer) in (None, 400, 413)


def test_a_body_sent_byte_by_byte_is_put_together(server):
    body = b'{"token": "' + b"x" * 43 + b'"}'
    host, port = server.host_and_port
    head = (
        f"POST /api/v1/sign-in HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    ).encode()
    with socket.create_connection((host, port), timeout=10) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in head + body:
            connection.sendall(bytes([byte]))
            time.sleep(0.0005)
        assert raw_http.status(raw_http.receive_all(connection)) == 401


def test_who_goes_away_in_the_middle_of_a_request_leaves_nothing_behind(server):
    for cut in (1, 10, 50, 120):
        with socket.create_connection(server.host_and_port) as connection:
            connection.sendall((b"POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n" + b"{" * 200)[:cut])
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


# WebSocket messages


def document(server, week):
    return connect(document_url(server.ws_url, "k-1", server.admin_token), compression=None, max_size=None, proxy=None)


def close_code(socket_, timeout=20):
    try:
        while True:
            socket_.recv(timeout=timeout)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else 1006


def send_until_closed(socket_, message):
    try:
        socket_.send(message)
    except ConnectionClosed:
        pass


def test_a_message_above_the_limit_closes_1009(server, week):
    with document(server, week) as socket_:
        send_until_closed(socket_, os.urandom(MESSAGE_LIMIT + 1))
        assert close_code(socket_) == 1009


def test_fragments_that_grow_above_the_limit_close_1009(server, week):
    with document(server, week) as socket_:
        send_until_closed(socket_, [bytes(100_000)] * 12)
        assert close_code(socket_) == 1009


def test_a_session_message_above_its_limit_closes_1009(server, week):
    url = f"{server.ws_url}/ws/sessions/s-1?token={server.admin_token}"
    with connect(url, compression=None, proxy=None) as socket_:
        send_until_closed(socket_, "x" * (MESSAGE_LIMIT + 1))
        assert close_code(socket_) == 1009


def test_a_message_in_many_fragments_is_one_message(server, week, clients, admin):
    """The update of an edit, cut into single bytes, arrives like any other."""
    writer, reader = clients.pycrdt("k-1", admin.token), clients.pycrdt("k-1", admin.token)
    sent = []
    writer._send = sent.append
    writer.insert("task", 0, "i stumper ")
    (message,) = sent
    writer.socket.send([message[i : i + 1] for i in range(len(message))])
    reader.wait(lambda: str(reader.text("task")).startswith("i stumper "), "the edit in fragments")


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\x00",
        b"\x00\x00",
        b"\x00\x02",
        b"\x00\x02\xff\xff\xff\xff\x0f",
        b"\x00\x02\x01\x00",
        b"\x00\x09\x00",
        b"\x63abc",
        b"\xff" * 64,
        encode_uint(0) + encode_uint(2) + encode_bytes(b"\x01\x01\x00\x00" + b"\xff" * 30),
        encode_uint(0) + encode_uint(2) + encode_bytes(b"\xff\xff\xff\xff\xff\xff\xff\xff\x7f"),
        encode_uint(0) + encode_uint(0) + encode_bytes(b"\xff\xff\xff\xff\x7f"),
        encode_uint(1) + encode_bytes(b"\x01\x01\x01\x05{bad}"),
        encode_uint(1) + encode_bytes(b"\xff" * 20),
        encode_uint(4) + encode_bytes(b"\x00"),
        encode_uint(5) + encode_uint(7),
    ],
    ids=lambda value: value.hex()[:32] or "empty",
)
def test_bytes_that_are_no_message_of_the_protocol_change_nothing_for_the_others(server, week, clients, admin, message):
    other = clients.pycrdt("k-1", admin.token)
    before = other.content()
    with document(server, week) as socket_:
        send_until_closed(socket_, message)
        late = clients.pycrdt("k-1", admin.token)
        assert late.content() == before
    other.insert("task", 0, "stadig ")
    late.wait(lambda: str(late.text("task")).startswith("stadig "), "the others' edits")


def test_a_text_frame_on_a_documents_connection_is_not_taken_for_a_message(server, week, clients, admin):
    before = clients.pycrdt("k-1", admin.token).content()
    with document(server, week) as socket_:
        send_until_closed(socket_, "hej")
        assert clients.pycrdt("k-1", admin.token).content() == before


def test_an_update_above_512_kib_after_the_first_sync_does_not_reach_the_others(server, week, clients, admin):
    writer, reader = clients.pycrdt("k-1", admin.token), clients.pycrdt("k-1", admin.token)
    writer.pump(0.2)
    writer.insert("task", 0, "y" * 530_000)
    writer.pump(1)
    reader.pump(0.5)
    assert "yyyy" not in str(reader.text("task"))
    assert "yyyy" not in str(clients.pycrdt("k-1", admin.token).text("task"))


def test_awareness_above_its_limit_does_not_reach_the_others(server, week, clients, admin):
    sender, other = clients.node("k-1", admin.token), clients.node("k-1", admin.token)
    mine = str(sender.do("clientID"))
    sender.do("setAwareness", state={"user": {"name": "z" * 3000}})
    time.sleep(0.5)
    assert "zzz" not in str(other.do("awareness").get(mine))


def test_a_client_may_not_speak_for_another_in_awareness(server, week, clients, admin):
    victim, watcher = clients.node("k-1", admin.token), clients.node("k-1", admin.token)
    victim.do("setAwareness", state={"cursor": "Den rigtige"})
    mine = victim.do("clientID")
    wait_until(lambda: str(mine) in watcher.do("awareness"), "the victim's awareness")
    other = week.join("s-1", "En anden", "Lærer", unitId="u-fam")
    forger = clients.pycrdt("k-1", other.token)
    speak_as(forger, mine, 1000, "Den falske")
    forger.pump(0.3)
    assert watcher.do("awareness")[str(mine)]["cursor"] == "Den rigtige"


def test_who_comes_back_on_a_new_connection_goes_on_as_the_same_client(server, week, clients, admin):
    """A phone that changed network is back before the old connection is known to be gone."""
    person = week.join("s-1", "Deltager", "Lærer", unitId="u-fam")
    watcher = clients.node("k-1", admin.token)
    before, after = clients.pycrdt("k-1", person.token), clients.pycrdt("k-1", person.token)
    mine = before.doc.client_id
    speak_as(before, mine, 1, "Før")
    wait_until(lambda: str(mine) in watcher.do("awareness"), "the first connection's awareness")
    speak_as(after, mine, 2, "Efter")
    wait_until(lambda: watcher.do("awareness")[str(mine)]["cursor"] == "Efter", "the second connection's")
    before.disconnect()
    after.pump(0.3)
    assert watcher.do("awareness")[str(mine)]["cursor"] == "Efter"


def speak_as(client, client_id, clock, name):
    """An awareness update in the name of `client_id`."""
    state = f'{{"cursor":"{name}"}}'.encode()
    update = encode_uint(1) + encode_uint(client_id) + encode_uint(clock) + encode_bytes(state)
    client.send_raw(encode_uint(1) + encode_bytes(update))


def test_a_slow_reader_does_not_hold_up_the_others(server, week, clients, admin):
    """A connection that never reads is dropped or skipped once its queue is full; the others stay in step."""
    stuck = document(server, week).__enter__()
    writer, reader = clients.pycrdt("k-1", admin.token), clients.pycrdt("k-1", admin.token)
    for number in range(200):
        writer.insert("task", 0, f"{number:04}" + "x" * 20_000)
        writer.pump()
        writer.delete("task", 0, 20_004)
        reader.pump()
    writer.insert("task", 0, "færdig ")
    # So much so fast is put off; the writer is asked for it again.
    reader.wait(
        lambda: writer.pump() >= 0 and str(reader.text("task")).startswith("færdig "), "the last edit", timeout=40)
    stuck.close()
