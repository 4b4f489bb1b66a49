"""The page's cookie cannot be read by scripts nor used by other pages."""

import httpx
import pytest

from harness.api import assert_problem
from harness.example import document
from harness.server import Server


@pytest.fixture
def browser(server):
    """A signed-in administrator's browser; requests carry the cookie and whatever Origin the test says."""
    with httpx.Client(base_url=server.url, trust_env=False) as client:
        answer = client.post("/api/v1/sign-in", json={"token": server.admin_token}, headers={"Origin": server.url})
        assert answer.status_code == 200, answer.text
        client.set_cookie_line = answer.headers["set-cookie"]
        yield client


def test_the_cookie_is_hidden_from_scripts_and_from_other_sites(browser, server):
    name_and_value, *attributes = [part.strip() for part in browser.set_cookie_line.split(";")]
    assert name_and_value.startswith("samspil=")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(attributes)
    assert not any(attribute.lower().startswith("domain") for attribute in attributes)


def test_over_https_the_cookie_is_secure(data):
    server = Server(data, "--public-url", "https://samspil.example")
    try:
        server.start()
        answer = httpx.post(server.url + "/api/v1/sign-in", json={"token": server.admin_token},
                            headers={"Origin": "https://samspil.example"}, trust_env=False)
        assert answer.status_code == 200, answer.text
        assert "Secure" in answer.headers["set-cookie"]
    finally:
        server.close()


FOREIGN = ["https://ond.example", "null", "", "http://127.0.0.1", "https://127.0.0.1:{port}", "http://127.0.0.1:{port}.ond.example",
           "HTTP://127.0.0.1:{port}/", "http://localhost.ond.example:{port}"]


@pytest.mark.parametrize("origin", [*FOREIGN, None])
def test_a_change_with_the_cookie_from_a_foreign_page_is_refused(browser, server, origin):
    port = server.host_and_port[1]
    headers = {} if origin is None else {"Origin": origin.format(port=port)}
    for method, path, body in (
        ("POST", "/api/v1/weeks/import", document()),
        ("POST", "/api/v1/weeks", {"title": "T", "municipality": {"name": "K"}, "start": "2027-01-18",
                                   "end": "2027-01-22", "units": [], "citizenGroups": []}),
        ("POST", "/api/v1/sign-out", None),
    ):
        response = browser.request(method, path, json=body, headers=headers)
        assert response.status_code == 403, f"{path}: {response.text}"
        assert_problem(response)
    assert browser.get("/api/v1/weeks").json() == []


def test_a_change_with_the_cookie_from_the_own_page_is_made(browser, server):
    response = browser.post("/api/v1/weeks/import", json=document(), headers={"Origin": server.url})
    assert response.status_code == 201
    assert browser.get("/api/v1/weeks").json()


def test_reading_with_the_cookie_needs_no_origin(browser):
    assert browser.get("/api/v1/me").json()["grants"][0]["role"] == "administrator"


def test_no_answer_lets_another_origin_read_it(browser, server):
    for path in ("/api/v1/me", "/", "/api/v1/openapi.json"):
        response = browser.get(path, headers={"Origin": "https://ond.example"})
        assert "access-control-allow-origin" not in response.headers


def test_answers_with_personal_data_are_not_cached(browser):
    assert "no-store" in browser.get("/api/v1/me").headers.get("cache-control", "")
