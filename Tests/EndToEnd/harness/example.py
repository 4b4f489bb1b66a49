"""The example week that ships with the repository, and people who join its sessions."""

import copy
import json
import subprocess
from functools import cache
from typing import Any

from . import paths
from .api import Api


@cache
def _document() -> dict[str, Any]:
    return json.loads(paths.EXAMPLE_WEEK.read_text())


def document() -> dict[str, Any]:
    """A fresh copy that a test may change."""
    return copy.deepcopy(_document())


@cache
def _large() -> dict[str, Any]:
    program = paths.BINARY.with_name("PlanningBenchmark")
    return json.loads(subprocess.run([program, "week"], check=True, stdout=subprocess.PIPE).stdout)


def large_week() -> dict[str, Any]:
    """An invented municipality's week of 112 units and 400 models, the one that the planning benchmark measures."""
    return copy.deepcopy(_large())


class ImportedWeek:
    """The example week in a server: its ids and its sessions' join codes."""

    def __init__(self, admin: Api, answer: dict[str, Any]) -> None:
        self.admin = admin
        self.id: str = answer["weekId"]
        self.join_codes = {session["id"]: session["joinCode"] for session in answer["sessions"]}
        self.model_ids = [model["id"] for session in answer["sessions"] for model in session["models"]]

    def join(self, session: str, name: str, function: str, **party: str) -> "Person":
        """Joins with the session's code; `party` is `unitId` or `externalId`."""
        return join(self.admin.url, self.join_codes[session], name, function, **party)

    def invite(self, session: str, role: str, **members: str) -> Api:
        """A new bearer of a role that the administrator invites somebody to."""
        answer = self.admin.ok("POST", f"/sessions/{session}/invitations", 201, {"role": role, **members})
        return Api(self.admin.url, answer["token"])


class Person(Api):
    """Somebody who has joined a session."""

    def __init__(self, url: str, answer: dict[str, Any]) -> None:
        super().__init__(url, answer["token"])
        self.participant_id: str = answer["participantId"]
        self.session_id: str = answer["sessionId"]
        self.role: str = answer["role"]


def join(url: str, code: str, name: str, function: str, **party: str) -> Person:
    stranger = Api(url)
    try:
        body = {"joinCode": code, "displayName": name, "function": function, **party}
        return Person(url, stranger.ok("POST", "/join", 201, body))
    finally:
        stranger.close()


def import_week(admin: Api, week: dict[str, Any] | None = None) -> ImportedWeek:
    return ImportedWeek(admin, admin.ok("POST", "/weeks/import", 201, week or document()))


def one(list_name: str, identifier: str) -> dict[str, Any]:
    """A unit, goal, session, model … of the example by its id."""
    return next(item for item in document()[list_name] if item["id"] == identifier)


def fields_of(model_id: str) -> dict[str, Any]:
    """What the example says in the fields of a model."""
    return one("models", model_id)["fields"]
