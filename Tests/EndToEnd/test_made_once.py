"""One press makes one thing: over a kill at any moment, and without keeping anybody's name for it."""

import random
import secrets
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from harness import paths
from harness.api import Api
from harness.database import reading
from harness.server import run_to_end

KEY = "Idempotency-Key"
WRITERS, PRESSES, KILLS = 6, 4, 4


def titles(admin, week) -> list[str]:
    return [session["title"] for session in admin.ok("GET", f"/weeks/{week.id}")["sessions"]]


@pytest.mark.timeout(90)
def test_a_server_killed_at_any_moment_has_made_what_was_pressed_once_or_not_at_all(
        server, week, admin, seed):
    chance = random.Random(seed)
    pressed: list[str] = []

    def press(key: str) -> httpx.Response | None:
        try:
            return admin.post(
                f"/weeks/{week.id}/sessions", {"title": key, "date": "2027-09-01"}, headers={KEY: key})
        except httpx.TransportError:
            return None

    def write(keys: list[str]) -> dict[str, httpx.Response | None]:
        return {key: press(key) for key in keys}

    for _ in range(KILLS):
        batches = [[secrets.token_urlsafe(18) for _ in range(PRESSES)] for _ in range(WRITERS)]
        timer = threading.Timer(chance.uniform(0.01, 0.25), server.kill)
        with ThreadPoolExecutor(WRITERS) as pool:
            timer.start()
            answers = {key: answer for part in pool.map(write, batches) for key, answer in part.items()}
        timer.join()
        server.restart()
        for key, answer in answers.items():
            again = press(key)
            if answer is not None:
                assert answer.status_code == 201 and again.content == answer.content
            elif again.status_code != 201:
                assert again.status_code == 409 and "made-before" in again.json()["type"], again.text
            pressed.append(key)
    found = titles(admin, week)
    assert sorted(title for title in found if title in pressed) == sorted(pressed), "made twice, or not made"


def answers(data) -> list[bytes]:
    with reading(data) as database:
        rows = database.execute("SELECT answer FROM request_answer WHERE id NOT LIKE 'command/%'").fetchall()
    return [answer for (answer,) in rows]


def joined(server, week, name: str) -> tuple[dict, dict, dict]:
    body = {"joinCode": week.join_codes["s-1"], "displayName": name, "function": "Lærer", "unitId": "u-skole"}
    key = {KEY: secrets.token_urlsafe(18)}
    answer = Api(server.url).post("/join", body, headers=key)
    assert answer.status_code == 201
    assert Api(server.url).post("/join", body, headers=key).json() == answer.json()
    return answer.json(), body, key


def test_who_is_deleted_is_in_no_kept_answer_and_is_not_made_again_by_it(data, server, week, admin):
    person, body, key = joined(server, week, "Ærkedegn Zyxwarp")
    assert [len(answer) > 0 for answer in answers(data)] == [True]
    path = f"/sessions/s-1/participants/{person['participantId']}"
    admin.remove(path)
    assert answers(data) == [b""]
    again = Api(server.url).post("/join", body, headers=key)
    assert again.status_code == 409 and again.json()["type"].endswith("made-before")
    assert "Zyxwarp" not in admin.get("/sessions/s-1").text


def test_forgetting_somebody_from_the_command_line_blanks_the_kept_answers(data, server, week):
    joined(server, week, "Ærkedegn Zyxwarp")
    server.stop()
    done = run_to_end("forget", "Ærkedegn Zyxwarp", "--data", str(data), "--templates", str(paths.TEMPLATES), "--yes")
    assert done.returncode == 0, done.stderr
    assert answers(data) == [b""]


def test_each_operation_that_makes_something_says_that_it_takes_an_id_for_its_press(admin):
    description = admin.ok("GET", "/openapi.json")["paths"]
    taking = {
        path for path, operations in description.items() for method, operation in operations.items()
        if any(one["name"] == KEY for one in operation.get("parameters", []))}
    posts = {path for path, operations in description.items() if "post" in operations}
    assert taking == posts - {"/api/v1/sign-in", "/api/v1/sign-out"} and len(taking) > 20
    health = description["/healthz"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert health["properties"]["disk"]["enum"] == ["ok", "nearlyFull"]
