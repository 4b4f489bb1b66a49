"""A unit's goal plan through the HTTP API, as one of its leaders uses it."""

from typing import Any

import httpx

from .api import Api


class GoalPlan:
    """Remembers the revision it read last, as a page does."""

    def __init__(self, api: Api, week_id: str, unit: str = "u-skole") -> None:
        self.api = api
        self.path = f"/weeks/{week_id}/units/{unit}/goal-plan"
        self.view: dict[str, Any] = {}
        self.read()

    def read(self) -> dict[str, Any]:
        response = self.api.get(self.path)
        assert response.status_code == 200, response.text
        return self.keep(response)

    def keep(self, response: httpx.Response) -> dict[str, Any]:
        self.view = response.json()
        assert response.headers["etag"] == f'"{self.view["plan"]["revision"]}"'
        return self.view

    @property
    def items(self) -> dict[str, Any]:
        return self.view["plan"]["items"]

    def text(self, item: str, field: str) -> str:
        return self.items[item]["values"][field]["text"]

    def status(self, source: str) -> str:
        return next(offer["status"] for offer in self.view["offers"] if offer["sourceId"] == source)

    def send(self, method: str, path: str = "", json: Any = None, **arguments: Any) -> httpx.Response:
        """Against the revision that was read last; a refusal leaves what was read as it was."""
        headers = {"If-Match": f'"{self.view["plan"]["revision"]}"', **arguments.pop("headers", {})}
        response = self.api.request(method, self.path + path, json=json, headers=headers, **arguments)
        if response.status_code < 300:
            self.keep(response)
        return response

    def done(self, method: str, path: str = "", json: Any = None, **arguments: Any) -> dict[str, Any]:
        response = self.send(method, path, json, **arguments)
        assert response.status_code in (200, 201), f"{response.status_code} {response.text}"
        return self.view

    def decide(self, *decisions: dict[str, str]) -> dict[str, Any]:
        return self.done("POST", "/imports", {"draftVersion": self.view["draftVersion"], "decisions": list(decisions)})

    def take_all(self) -> dict[str, Any]:
        return self.decide(*[{"sourceId": offer["sourceId"], "choice": "take"} for offer in self.view["offers"]])

    def write(self, item: str, **fields: str) -> httpx.Response:
        return self.send("PATCH", json={"items": [{"id": item, "fields": fields}]})
