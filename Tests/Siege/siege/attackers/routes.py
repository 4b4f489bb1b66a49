"""Every route of the server's own description, with right and wrong ids, one's own and others'."""

import random
from typing import Any
from urllib.parse import quote

from . import values

FORMATS = ("json", "md", "csv", "ics", "docx", "odt", "pdf", "zip", "exe", "", "md.md")
METHODS = ("get", "put", "post", "delete", "patch")
QUERIES = (
    "%00", "%ff%fe", "", "a" * 2000, "%F0%9F%98%80", "'", "da", "en", "archive", "proceshjul", "dialogaftale", "md,pdf",
    "2027")
WRONG = ("ukendt", "%00", "%ff", "..", "%2e%2e%2f", "a" * 300)


class Routes:
    def __init__(self, told: dict[str, Any], chance: random.Random) -> None:
        self.chance = chance
        self.schemas = told["openapi"].get("components", {}).get("schemas", {})
        paths = told["openapi"]["paths"]
        self.operations = [
            (method, path, operation) for path, operations in sorted(paths.items())
            for method, operation in sorted(operations.items()) if method in METHODS]
        self.pools = pools(told)
        #: What is the attackers' own: they may remove it, and then it would not open, for a good reason.
        self.watched = tuple(f"/{kind}/{told['theirs'][kind[:-1]]}" for kind in ("sessions", "models"))

    def any(self) -> tuple[str, str, bytes]:
        """A method, a target with its query, a body."""
        method, path, operation = self.chance.choice(self.operations)
        target = self.target(path, operation)
        while method == "delete" and target.partition("?")[0].endswith(self.watched):
            target = self.target(path, operation)
        return method.upper(), target, self.body(operation)

    def target(self, path: str, operation: dict[str, Any]) -> str:
        parts = []
        for piece in path.split("{"):
            name, bracket, rest = piece.partition("}")
            parts.append(self.identifier(name) + rest if bracket else piece)
        return "".join(parts) + self.query(operation)

    def identifier(self, name: str) -> str:
        """Mostly one that exists somewhere."""
        pool = self.pools.get(name, ())
        if pool and self.chance.random() < 0.85:
            return quote(self.chance.choice(pool), safe="")
        odd = quote(values.text(self.chance)[:200].encode("utf-8", "ignore"))
        return self.chance.choice((*WRONG, odd))

    def query(self, operation: dict[str, Any]) -> str:
        names = [one["name"] for one in operation.get("parameters", ()) if one.get("in") == "query"]
        if self.chance.random() < 0.7:
            names = []
        pairs = [f"{name}={self.chance.choice(QUERIES)}" for name in names] or [""]
        if self.chance.random() < 0.05:
            pairs.append(self.chance.choice(("q=%00", "=%", "&&&", "x" * 3000)))
        return "?" + "&".join(pair for pair in pairs if pair) if any(pairs) else ""

    def body(self, operation: dict[str, Any]) -> bytes:
        content = operation.get("requestBody", {}).get("content", {})
        if not content:
            return b"" if self.chance.random() < 0.9 else values.encoded(values.anything(self.chance), self.chance)
        schema = next(iter(content.values())).get("schema", {})
        value = self.filled(schema, "") if self.chance.random() < 0.9 else values.anything(self.chance)
        return values.encoded(value, self.chance)

    def filled(self, schema: dict[str, Any], name: str, depth: int = 0) -> Any:
        """Something of the schema, or nearly."""
        if "$ref" in schema:
            schema = self.schemas.get(schema["$ref"].rsplit("/", 1)[-1], {})
        if self.chance.random() < 0.08 or depth > 6:
            return values.anything(self.chance)
        if "enum" in schema:
            return self.chance.choice(schema["enum"])
        kind = schema.get("type")
        if kind == "object":
            required = set(schema.get("required", ()))
            return {key: self.filled(inner, key, depth + 1) for key, inner in schema.get("properties", {}).items()
                    if key in required or self.chance.random() < 0.5}
        if kind == "array":
            many = self.chance.choice((0, 1, 1, 2, 3, 60))
            return [self.filled(schema.get("items", {}), name, depth + 1) for _ in range(many)]
        if kind in ("integer", "number"):
            return self.chance.choice(values.NUMBERS)
        if kind == "boolean":
            return self.chance.random() < 0.5
        if name in self.pools and self.chance.random() < 0.85:
            return self.chance.choice(self.pools[name])
        return values.text(self.chance) if self.chance.random() < 0.5 else "Noget"


def pools(told: dict[str, Any]) -> dict[str, list[str]]:
    """Ids that exist, of both weeks, by the name of what takes them."""
    units = [f"u-{name}-{week}" for week in told["weeks"] for name in ("skole", "fam", "ung", "kfi", "spl")]
    sessions = [person["session"] for person in told["people"]] + [told["theirs"]["session"]]
    models = [person["model"] for person in told["people"]] + [told["theirs"]["model"], *told["beside"].values()]
    people = [person["participant"] for person in told["people"] if person["participant"]]
    return {
        "weekId": [*told["weeks"].values()], "fromWeekId": [*told["weeks"].values()], "sessionId": sessions,
        "modelId": models, "unitId": units, "partyId": [*units, "e-hal-a"], "participantId": people,
        "citizenGroupId": ["bg-1-a", "bg-2-a", "bg-1-b"], "goalId": ["m-1-a", "m-1-b"], "goalIds": ["m-1-a", "m-3-a"],
        "format": list(FORMATS), "part": ["units", "goals", "objectives", "policies", "citizenGroups", "parts"],
        "itemId": [*units, "m-1-a", "ms-1-a"], "schemaName": ["goal-plan", "goal-plan-draft", "session-outcome"],
        "revision": ["0", "1", "2", "-1", "99999999999999999999"], "version": ["0", "1", "-1"],
        "number": ["0", "1", "2"],
        "year": ["2027", "-1"], "joinCode": ["ABCDEFGH", "00000000"], "profile": ["maalplan", "aftale", "ukendt"],
    }
