"""Messages to a document: sound ones, hostile ones, and sound ones that were torn."""

import random

from harness.hostile.frames import mutated
from harness.pycrdt_client import AWARENESS, QUERY_AWARENESS, STEP_1, STEP_2, SYNC, UPDATE
from harness.varint import encode_bytes, encode_uint
from pycrdt import Doc, Map, Text

ROOTS = ("task", "whyCross", "title", "collaborationGoal", "values", "expectations", "ukendt", "x" * 200)
EVERYTHING = encode_uint(SYNC) + encode_uint(STEP_1) + encode_bytes(b"\x00")
QUERY = encode_uint(QUERY_AWARENESS)


def sync(step: int, payload: bytes) -> bytes:
    return encode_uint(SYNC) + encode_uint(step) + encode_bytes(payload)


def awareness(client: int, clock: int, state: str) -> bytes:
    written = encode_bytes(state.encode("utf-8", "surrogatepass"))
    return encode_uint(AWARENESS) + encode_bytes(encode_uint(1) + encode_uint(client) + encode_uint(clock) + written)


def insertion(root: str, text: str) -> bytes:
    """An update by somebody new who puts `text` into an empty field; it merges with what others have there."""
    doc: Doc = Doc()
    doc.get(root, type=Text).insert(0, text)
    return doc.get_update()


def many_clients(count: int, chance: random.Random) -> bytes:
    """An update of as many client ids, each with one thing that is already gone."""
    ids = sorted(chance.sample(range(1, 1 << 31), count), reverse=True)
    return encode_uint(count) + b"".join(b"\x01" + encode_uint(one) + b"\x00\x00\x01" for one in ids) + b"\x00"


def waiting(count: int, chance: random.Random) -> bytes:
    """An update of as many client ids, all of which wait for something that never comes."""
    ids = sorted(chance.sample(range(1, 1 << 31), count), reverse=True)
    return encode_uint(count) + b"".join(b"\x01" + encode_uint(one) + b"\x32\x00\x01" for one in ids) + b"\x00"


def deletions(clients: int, ranges: int, chance: random.Random) -> bytes:
    """An update that deletes what nobody ever wrote."""
    whole = b"\x00" + encode_uint(clients)
    for client in sorted(chance.sample(range(1, 1 << 31), clients), reverse=True):
        whole += encode_uint(client) + encode_uint(ranges)
        whole += b"".join(encode_uint(2 * place) + b"\x01" for place in range(ranges))
    return whole


#: An item with a key and no neighbours that holds a map (Yjs's `ContentType` and `YMap`).
_KEYED_MAP, _YMAP = b"\x27", b"\x01"


def name(text: str) -> bytes:
    return encode_bytes(text.encode())


def deep_maps(depth: int, client: int, start: int = 0) -> bytes:
    """Maps in maps; with `start` the next ones, further down from where an update before this ended."""
    items = []
    for clock in range(start, start + depth):
        parent = b"\x00" + encode_uint(client) + encode_uint(clock - 1) if clock else b"\x01" + name("expectations")
        items.append(_KEYED_MAP + parent + name("a" if clock else "r-deep") + _YMAP)
    return b"\x01" + encode_uint(depth) + encode_uint(client) + encode_uint(start) + b"".join(items) + b"\x00"


def rows(count: int, client: int, start: int, root: str = "expectations") -> bytes:
    """Empty rows of a table."""
    items = [_KEYED_MAP + b"\x01" + name(root) + name(f"r-{client}-{start + row}") + _YMAP for row in range(count)]
    return b"\x01" + encode_uint(count) + encode_uint(client) + encode_uint(start) + b"".join(items) + b"\x00"


class Typist:
    """A document of one's own that only grows: each call is a sound update of the same client id."""

    def __init__(self) -> None:
        self.doc: Doc = Doc()

    def types(self, root: str, text: str) -> bytes:
        before = self.doc.get_state()
        target = self.doc.get(root, type=Text)
        target.insert(0, text)
        return sync(UPDATE, self.doc.get_update(before))

    def sets(self, root: str, key: str, value: object) -> bytes:
        before = self.doc.get_state()
        self.doc.get(root, type=Map)[key] = value
        return sync(UPDATE, self.doc.get_update(before))


def any_message(chance: random.Random, typist: Typist) -> bytes:
    kind = chance.randrange(12)
    if kind == 0:
        return EVERYTHING
    if kind == 1:
        return QUERY
    if kind == 2:
        deep, large = "[" * chance.choice((10, 511, 513, 900)), '{"a":"' + "x" * 15_000 + '"}'
        state = chance.choice(("null", "{}", '{"user":{"name":"Anna"}}', deep, large))
        return awareness(chance.randrange(1 << 32), chance.randrange(100), state)
    if kind == 3:
        return sync(chance.choice((STEP_1, STEP_2, UPDATE, 3, 99)), chance.randbytes(chance.choice((0, 1, 20, 2000))))
    if kind == 4:
        return sync(chance.choice((STEP_2, UPDATE)), many_clients(chance.choice((1, 10, 1000, 5000)), chance))
    if kind == 5:
        return sync(STEP_1, b"".join((encode_uint(1000), *(
            encode_uint(chance.randrange(1 << 32)) + encode_uint(chance.randrange(1 << 40)) for _ in range(1000)))))
    if kind == 6:
        key = chance.choice(("period.start", "citizenGroup", "ny" * 200))
        return typist.sets("values", key, "x" * chance.choice((1, 300)))
    if kind == 7:
        return chance.randbytes(chance.choice((0, 1, 2, 50, 70_000)))
    sound = typist.types(chance.choice(ROOTS[:4]), chance.choice(("a", "😀", "æø", "x" * 200)))
    if kind < 11:
        return sound
    return mutated(sound, chance)
