"""Who may open a WebSocket, and what those are told who may not."""

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

PATHS = ["/ws/documents/k-1", "/ws/sessions/s-1"]


def close_code(url, **arguments):
    """The code the server closes with, or the HTTP status it refuses the handshake with."""
    try:
        with connect(url, compression=None, proxy=None, **arguments) as socket:
            while True:
                socket.recv(timeout=10)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else 1006
    except InvalidStatus as refused:
        return refused.response.status_code


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("query", ["", "?token=", "?token=forkert", "?token=" + "x" * 3000, "?saved=1"])
def test_without_a_token_that_holds_the_connection_is_closed_4401(server, week, path, query):
    assert close_code(server.ws_url + path + query) == 4401


@pytest.mark.parametrize("path", ["/ws/documents/findes-ikke", "/ws/sessions/findes-ikke"])
def test_what_does_not_exist_is_closed_4404(server, week, path):
    assert close_code(f"{server.ws_url}{path}?token={server.admin_token}") == 4404


@pytest.mark.parametrize("path", ["/ws", "/ws/documents", "/ws/documents/", "/", "/api/v1/weeks", "/ws/andet/k-1"])
def test_no_other_path_speaks_websocket(server, week, path):
    assert close_code(f"{server.ws_url}{path}?token={server.admin_token}") in (400, 403, 404, 4404, 426)


def test_a_bearer_header_opens_a_connection_too(server, week):
    headers = {"Authorization": f"Bearer {server.admin_token}"}
    with connect(server.ws_url + "/ws/documents/k-1", additional_headers=headers, proxy=None) as socket:
        assert socket.recv(timeout=10)[0] == 0, "the first message is not a sync step"


def test_a_foreign_page_with_the_cookie_opens_no_connection(server, week, signed_in):
    for path in PATHS:
        for origin in ("https://ond.example", "null", server.url.replace("127.0.0.1", "localhost.example")):
            code = close_code(server.ws_url + path, origin=origin, additional_headers={"Cookie": signed_in})
            assert code in (403, 4401, 4403), f"{path} from {origin}: {code}"


def test_the_own_page_with_the_cookie_opens_a_connection(server, week, signed_in):
    for path in PATHS:
        headers = {"Cookie": signed_in}
        url = server.ws_url + path
        with connect(url, origin=server.url, additional_headers=headers, compression=None, proxy=None) as socket:
            assert socket.recv(timeout=10)


def test_no_extension_and_no_subprotocol_is_taken_on(server, week):
    url = f"{server.ws_url}/ws/documents/k-1?token={server.admin_token}"
    with connect(url, compression="deflate", proxy=None) as socket:
        assert "sec-websocket-extensions" not in socket.response.headers


@pytest.fixture
def signed_in(server):
    """The cookie of the administrator's browser."""
    import httpx

    with httpx.Client(base_url=server.url, trust_env=False) as browser:
        answer = browser.post("/api/v1/sign-in", json={"token": server.admin_token}, headers={"Origin": server.url})
        assert answer.status_code == 200, answer.text
        return f"samspil={browser.cookies['samspil']}"
