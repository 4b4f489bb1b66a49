"""A client of the HTTP API that checks, on every answer, what must hold for all of them."""

import json
from typing import Any

import httpx

BASE = "/api/v1"


class Api:
    """Speaks as one bearer of one token, or as a stranger without one.

    Every answer of 400 or above under `/api/v1` must be problem details (RFC 9457).
    """

    def __init__(self, url: str, token: str | None = None) -> None:
        self.url = url
        self.token = token
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        # No proxy and no environment: these requests go to this machine and nowhere else.
        self.http = httpx.Client(base_url=url, headers=headers, trust_env=False, timeout=30)

    def request(self, method: str, path: str, **arguments: Any) -> httpx.Response:
        response = self.http.request(method, BASE + path, **arguments)
        if response.status_code >= 400:
            assert_problem(response)
        return response

    def get(self, path: str, **arguments: Any) -> httpx.Response:
        return self.request("GET", path, **arguments)

    def post(self, path: str, json: Any = None, **arguments: Any) -> httpx.Response:
        return self.request("POST", path, json=json, **arguments)

    def patch(self, path: str, json: Any = None, **arguments: Any) -> httpx.Response:
        return self.request("PATCH", path, json=json, **arguments)

    def delete(self, path: str, **arguments: Any) -> httpx.Response:
        return self.request("DELETE", path, **arguments)

    def remove(self, path: str, **query: str) -> None:
        """Deletes a week, session, model or participant, having read what goes with it: again where more came to it."""
        for _ in range(3):
            tag = self.ok("GET", path + "/removal")["tag"]
            response = self.delete(path, headers={"If-Match": f'"{tag}"'}, params=query)
            if response.status_code != 412:
                break
        assert response.status_code == 204, response.text

    def ok(self, method: str, path: str, status: int = 200, json: Any = None) -> Any:
        """Sends, expects exactly `status`, and returns the JSON of the answer."""
        response = self.request(method, path, json=json)
        assert response.status_code == status, f"{method} {path}: {response.status_code} {response.text}"
        return response.json() if response.content else None

    def model(self, model_id: str) -> dict[str, Any]:
        return self.ok("GET", f"/models/{model_id}")

    def session(self, session_id: str) -> dict[str, Any]:
        return self.ok("GET", f"/sessions/{session_id}")

    def close(self) -> None:
        self.http.close()


def assert_problem(response: httpx.Response) -> dict[str, Any]:
    """The answer is problem details with a Danish title, and its status is the answer's own."""
    kind = response.headers.get("content-type", "").split(";")[0].strip()
    where = f"{response.request.method} {response.request.url.path}: {response.status_code}"
    assert kind == "application/problem+json", f"{where} has content type {kind!r}: {response.text[:300]}"
    problem = json.loads(response.content)
    assert problem["status"] == response.status_code, where
    assert isinstance(problem["type"], str) and problem["type"], where
    assert isinstance(problem["title"], str) and problem["title"], where
    return problem
