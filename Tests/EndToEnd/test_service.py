"""Health, figures and the description of the interface."""

import re

import httpx
import pytest
from openapi_spec_validator import validate

from harness.api import Api
from harness.example import document


def test_healthz_needs_no_token(server):
    response = httpx.get(server.url + "/healthz", trust_env=False)
    assert response.status_code == 200


def test_metrics_are_prometheus_text_and_count(server, admin, week, clients):
    node = clients.node("k-1", admin.token)
    node.do("insert", root="task", index=0, text="x")
    response = admin.http.get("/metrics")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/plain")
    lines = [line for line in response.text.splitlines() if line and not line.startswith("#")]
    assert lines, "no figures"
    sample = re.compile(r'^[a-zA-Z_:][a-zA-Z0-9_:]*(\{[^{}]*\})? [-+]?(\d+(\.\d+)?([eE][-+]?\d+)?|NaN|[-+]?Inf)( \d+)?$')
    for line in lines:
        assert sample.match(line), f"not a sample: {line}"
    names = {re.split(r"[{ ]", line)[0] for line in lines}
    typed = {line.split()[2] for line in response.text.splitlines() if line.startswith("# TYPE")}
    for name in names:
        base = re.sub(r"_(bucket|sum|count)$", "", name)
        assert name in typed or base in typed, f"{name} has no type"
    for secret in (server.admin_token, "Lærkeskolen", "k-1"):
        assert secret not in response.text


@pytest.fixture
def description(server):
    api = Api(server.url)
    yield api.ok("GET", "/openapi.json")
    api.close()


def test_the_openapi_description_is_valid(description):
    validate(description)


def test_every_route_of_the_contract_is_described(description):
    described = set()
    base = next((s["url"] for s in description.get("servers", []) if s["url"].endswith("/api/v1")), "")
    for path, operations in description["paths"].items():
        full = path if path.startswith("/api/v1") or path in ("/healthz", "/metrics") else (base and "/api/v1") + path
        for method in operations:
            described.add((method.upper(), re.sub(r"\{[^}]*\}", "{}", full)))
    for method, path in [
        ("POST", "/sign-in"), ("POST", "/sign-out"), ("GET", "/me"), ("GET", "/fields"), ("GET", "/agendas"),
        ("GET", "/weeks"), ("POST", "/weeks"), ("POST", "/weeks/import"), ("GET", "/weeks/{}"), ("PATCH", "/weeks/{}"),
        ("GET", "/weeks/{}/export"), ("POST", "/weeks/{}/sessions"), ("GET", "/join/{}"), ("POST", "/join"),
        ("GET", "/sessions/{}"), ("POST", "/sessions/{}/models"), ("PATCH", "/models/{}"), ("GET", "/models/{}"),
        ("POST", "/models/{}/confirmations"), ("DELETE", "/models/{}/confirmations/{}"),
        ("POST", "/sessions/{}/invitations"), ("GET", "/weeks/{}/units/{}/goal-plan-draft"),
    ]:
        assert (method, "/api/v1" + path) in described, f"{method} {path} is not described"


def test_the_field_definitions_are_those_of_the_template(admin):
    fields = admin.ok("GET", "/fields")["fields"]
    assert len(fields) == 28
    for field in fields:
        assert field["labelDa"] and field["labelEn"] and field["questionDa"] and field["questionEn"]


def test_a_week_tells_what_its_page_shows(admin, week):
    shown = admin.ok("GET", f"/weeks/{week.id}")
    source = document()
    for member in ("units", "citizenGroups", "goals", "objectives", "externalParties"):
        assert [one["id"] for one in shown[member]] == [one["id"] for one in source[member]]
    assert [s["id"] for s in shown["sessions"]] == ["s-1", "s-2"]
    assert {m["id"] for s in shown["sessions"] for m in s["models"]} == {"k-1", "c-1", "v-1"}


def test_weeks_lists_the_week_with_its_dates(admin, week):
    (listed,) = admin.ok("GET", "/weeks")
    assert listed["id"] == week.id
    assert (listed["start"], listed["end"], listed["sessions"]) == ("2027-01-18", "2027-01-22", 2)
