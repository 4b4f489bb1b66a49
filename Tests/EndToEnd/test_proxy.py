"""Behind a proxy the limits per address count the people, not the proxy; nobody else's word about it is believed."""

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from harness import paths
from harness.server import Server, run_to_end
from harness.waiting import wait_until

FAILURES = 5


@pytest.fixture
def start(data):
    servers = []

    def start(*flags):
        server = Server(data, "--limit-failures-per-address", str(FAILURES), *flags)
        servers.append(server)
        return server.start()

    yield start
    for server in servers:
        server.close()


def guess(server, forwarded=None):
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return httpx.get(server.url + "/api/v1/join/00000000", headers=headers, trust_env=False).status_code


def test_wrong_codes_are_counted_for_the_client_behind_a_trusted_proxy(start):
    server = start("--trusted-proxy", "127.0.0.1")
    assert [guess(server, "192.0.2.1") for _ in range(FAILURES + 1)] == [404] * FAILURES + [429]
    assert guess(server, "192.0.2.2") == 404
    assert guess(server, "2001:db8::7") == 404


def test_what_a_client_claims_in_front_of_the_proxys_own_word_does_not_help_it(start):
    server = start("--trusted-proxy", "127.0.0.0/8")
    answers = [guess(server, f"203.0.113.{number}, 192.0.2.1") for number in range(FAILURES + 1)]
    assert answers == [404] * FAILURES + [429]


def test_a_client_that_is_no_trusted_proxy_is_not_believed(start):
    for flags in ([], ["--trusted-proxy", "10.0.0.0/8"]):
        server = start(*flags)
        answers = [guess(server, f"192.0.2.{number}") for number in range(FAILURES + 1)]
        assert answers == [404] * FAILURES + [429]
        assert server.stop() == 0


def test_three_thousand_wrong_codes_and_links_from_ten_addresses_keep_no_right_one_out(data):
    server = Server(data, "--trusted-proxy", "127.0.0.1", "--import", str(paths.EXAMPLE_WEEK)).start()
    try:
        with httpx.Client(base_url=server.url + "/api/v1", trust_env=False, timeout=30) as client:

            def send(number, **arguments):
                headers = {"X-Forwarded-For": f"192.0.2.{number % 10}"}
                return client.request(headers=headers, **arguments).status_code

            for number in range(3000):
                assert send(number, method="GET", url="/join/00000000") == 404
                if number % 3 == 0:
                    assert send(number, method="POST", url="/sign-in", json={"token": f"forkert-{number}"}) == 401
            own = {"Authorization": f"Bearer {server.admin_token}"}
            code = client.get("/sessions/s-1", headers=own).json()["joinCode"]
            for number in (1, 11, 77):
                address = {"X-Forwarded-For": f"192.0.2.{number}"}
                assert client.get(f"/join/{code}", headers=address).status_code == 200
                link = client.post("/sign-in", headers=address, json={"token": server.admin_token})
                assert link.status_code == 200, link.text
                client.cookies.clear()
    finally:
        server.close()


def test_an_ipv6_client_is_counted_by_its_64_bits(start):
    server = start("--trusted-proxy", "127.0.0.1")
    answers = [guess(server, f"2001:db8::{number:x}") for number in range(FAILURES + 1)]
    assert answers == [404] * FAILURES + [429]
    assert guess(server, "2001:db8:0:1::1") == 404


def test_connections_are_counted_for_the_client_behind_a_trusted_proxy(start):
    server = start("--trusted-proxy", "127.0.0.1", "--limit-connections-per-address", "2", "--import", str(paths.EXAMPLE_WEEK))

    def opened(address):
        headers = {"X-Forwarded-For": address}
        url = server.ws_url + f"/ws/documents/k-1?token={server.admin_token}"
        return connect(url, additional_headers=headers, proxy=None, compression=None).__enter__()

    mine = [opened("192.0.2.1") for _ in range(2)]
    with pytest.raises(InvalidStatus) as refused:
        opened("192.0.2.1")
    assert refused.value.response.status_code == 429
    other = opened("192.0.2.2")
    for socket in mine:
        socket.close()
    wait_until(lambda: can_open(opened), "the first client's connections no longer counted")
    other.close()


def can_open(opened):
    try:
        opened("192.0.2.1").close()
        return True
    except InvalidStatus:
        return False


@pytest.mark.parametrize("value", ["localhost", "10.0.0.0/33", "", "10.0.0.1:80"])
def test_a_trusted_proxy_that_is_no_address_is_named_and_exits_64(data, value):
    result = run_to_end("serve", "--port", "0", "--data", str(data), "--trusted-proxy", value)
    assert result.returncode == 64
    (line,) = result.stderr.splitlines()
    assert "--trusted-proxy" in line and "10.0.0.0/8" in line
