"""Values that no page sends: huge, deep, odd and plainly wrong; and bodies that are hardly JSON."""

import json
import random
from typing import Any

DEPTHS = (8, 60, 64, 65, 66, 127, 128, 129, 400, 508, 509, 510, 511, 512, 513, 514, 515, 516, 600, 1000, 2000, 5000)
LENGTHS = (0, 1, 20, 79, 80, 81, 200, 201, 1_000, 4_000, 4_001, 8_001, 20_000, 70_000, 300_000)
NUMBERS = (
    0, -1, 1, 2, 5, 59, 60, 1_000, 60_000, 2**31 - 1, 2**31, 2**53, 2**63 - 1, 2**63, 2**64, -(2**63), 0.1, -0.0, 1e308)
TEXTS = (
    "", " ", "\u0000", "\u202eVip", "\u2060", "\u2800", "\u3164", "\ufeff", "é" * 40, "😀" * 30, "\ud800",
    "a\u0301" * 50, "2027-02-30", "2027-13-01", "0000-00-00", "9999-12-31", "-1", "null", "../../etc/passwd", "%00",
    "'; DROP TABLE weeks;--", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "{{7*7}}", "\r\nX-Injected: 1",
    "010203-1234", "NaN",
)
NAMES = ("id", "kind", "text", "title", "items", "unitId", "participantId", "level", "__proto__", "")


def text(chance: random.Random) -> str:
    if chance.random() < 0.5:
        return chance.choice(TEXTS)
    return chance.choice(("x", "æ", "\\", '"', "\n", "😀", "ab ")) * chance.choice(LENGTHS[:-1])


def anything(chance: random.Random, depth: int = 0) -> Any:
    kind = chance.randrange(9 if depth < 3 else 6)
    if kind <= 1:
        return text(chance)
    if kind == 2:
        return chance.choice(NUMBERS)
    if kind in (3, 4):
        return chance.choice((None, True, False))
    if kind == 5:
        return chance.choice(([], {}))
    if kind == 6:
        return [anything(chance, depth + 1) for _ in range(chance.choice((1, 2, 5, 40)))]
    return {chance.choice(NAMES): anything(chance, depth + 1) for _ in range(chance.choice((1, 2, 5)))}


def nested(chance: random.Random, depth: int | None = None) -> str:
    """Brackets in brackets, closed or not."""
    depth = depth if depth is not None else chance.choice((*DEPTHS, chance.randrange(1, 2001)))
    opening, closing = chance.choice((("[", "]"), ('{"a":', "}"), ('[{"a":', "}]"), ("[0,", "]"), ('{"a":[', "]}")))
    whole = opening * depth + chance.choice(("", "0", "{}", '"x"')) + closing * chance.choice((0, depth, depth - 1))
    return whole


def encoded(value: Any, chance: random.Random) -> bytes:
    """Mostly as it should be; now and then in another encoding, cut, torn, repeated or buried."""
    whole = json.dumps(value, ensure_ascii=chance.random() < 0.3)
    kind = chance.randrange(20)
    if kind == 0:
        return whole.encode(chance.choice(("utf-32", "utf-32-be", "utf-16", "utf-16-le", "utf-8-sig")), "surrogatepass")
    if kind == 1:
        whole = nested(chance)
        return whole.encode(chance.choice(("utf-8", "utf-8", "utf-32-le", "utf-16-be", "utf-8-sig")))
    data = whole.encode("utf-8", "surrogatepass")
    if kind == 2:
        return data[: chance.randrange(len(data) + 1)]
    if kind == 3:
        at = chance.randrange(len(data) + 1)
        wrong = chance.choice((b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\x00", b"\xf4\x90\x80\x80"))
        return data[:at] + wrong + data[at:]
    if kind == 4:
        return data * chance.choice((2, 50))
    if kind == 5:
        return b" " * chance.choice((1, 1000, 20_000, 200_000)) + data
    if kind == 6 and data.startswith(b"{"):
        return data[:-1] + b"," + data[1:]
    return data
