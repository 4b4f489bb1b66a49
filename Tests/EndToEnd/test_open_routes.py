"""What needs no sign-in costs next to nothing, takes in little, and answers whatever it is asked."""

import json
import time

import httpx
import pytest

from harness import raw_http
from harness.api import assert_problem

#: What is answered to anybody, and is the same for everybody.
FIXED = (
    "/fields", "/agendas", "/limits", "/formats", "/openapi.json", "/schemas/goal-plan", "/schemas/goal-plan-draft")


def figure(server, name: str) -> float:
    lines = httpx.get(server.url + "/metrics", trust_env=False).text.splitlines()
    return sum(float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(name))


@pytest.mark.parametrize("route", ["/join", "/sign-in", "/sign-out"])
def test_a_large_body_to_an_open_route_is_refused_before_it_is_read(server, route):
    head = f"POST /api/v1{route} HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n".encode()
    began = time.monotonic()
    answer = raw_http.exchange(server, head)
    # Answered although none of the body came: the server waits two seconds for the rest, and then closes.
    assert raw_http.status(answer) == 413
    assert time.monotonic() - began < 10
    problem = json.loads(answer.partition(b"\r\n\r\n")[2])
    assert problem["type"] == "urn:samspil:problem:too-large" and "KiB" in problem["title"]


def test_a_large_body_needs_a_token_and_a_token_that_holds_is_known(server, admin, week):
    large = b"[" + b" " * 1_000_000
    stranger = httpx.Client(base_url=server.url, trust_env=False)
    path = f"/api/v1/weeks/{week.id}/sessions"
    assert stranger.post(path, content=large).status_code == 401
    assert stranger.post(path, content=large, headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert_problem(answer := admin.http.post(path, content=large))
    assert answer.status_code == 400
    stranger.close()


@pytest.mark.parametrize("target", [
    "/api/v1/fields?q=%00", "/api/v1/fields?q=a%00b", "/?q=%00", "/api/v1/weeks?%00=1", "/api/v1/fields?q=%ff",
    "/api/v1/fields?q=%zz", "/api/v1/fields?q=%", "/api/v1/fields?q=%ed%a0%80",
])
def test_a_query_that_is_no_text_is_refused(server, target):
    """libwebsockets itself ends the connection at a NUL, unanswered, before anybody is told of the request."""
    status = raw_http.status(raw_http.request(server, target))
    assert status in (400, 403) or (status is None and "%00" in target), target


def test_asking_for_health_commits_once_a_second_however_often_it_is_asked(server, admin):
    before = figure(server, "samspil_commits_total ")
    began = time.monotonic()
    client = httpx.Client(base_url=server.url, trust_env=False)
    for _ in range(300):
        assert client.get("/healthz").json() == {"status": "ok", "disk": "ok"}
    client.close()
    seconds = time.monotonic() - began
    assert figure(server, "samspil_commits_total ") - before <= seconds + 3


def test_what_is_the_same_for_everybody_is_the_same_each_time(server):
    client = httpx.Client(base_url=server.url + "/api/v1", trust_env=False)
    for path in FIXED:
        first, second = client.get(path), client.get(path)
        assert first.status_code == 200 and first.content == second.content and first.json()
    client.close()
