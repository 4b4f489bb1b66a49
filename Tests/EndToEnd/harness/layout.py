"""How a collaboration model lies in its Yjs document: one root type per field of the definitions."""

import json
from functools import cache

from . import paths

TEXT_TYPES = {"text", "longText", "longText+date"}
#: Single values of several fields share one root map.
VALUES = "values"
NONE_BECAUSE = "externalParties.noneBecause"


@cache
def fields() -> list[dict]:
    return json.loads(paths.FIELDS.read_text())["fields"]


@cache
def text_roots() -> list[str]:
    return [field["id"] for field in fields() if field["type"] in TEXT_TYPES] + [NONE_BECAUSE]


@cache
def map_roots() -> list[str]:
    single = {"dateRange", "ref:citizenGroup", "ref:unit+function"}
    return [field["id"] for field in fields() if field["type"] not in TEXT_TYPES | single] + [VALUES]
