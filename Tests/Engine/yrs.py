"""Yrs through pycrdt as an oracle: holds several documents and does to them what the test says.

Reads one JSON command a line from stdin and answers each with one JSON line on stdout, as oracle.js does. Bytes travel
as base64. Text has no characters beyond U+FFFF in these documents: where one falls apart, Yjs puts U+FFFD in place of
the halves and Yrs does not, so that their replicas differ without anybody's fault.
"""

import base64
import json
import random
import sys
import unicodedata

import pycrdt
from pycrdt import Array, Doc, Map, Text, UndoManager, XmlElement, XmlFragment, XmlText

WORDS = ["a", "b", "hej", "på gensyn", "æøå", "\n", "é", "e\u0301", "中文", "x" * 30]
KEYS = ["k", "l", "blå", "e\u0301", "é"]
# Swift takes the other two for one in a dictionary.
PLAIN_KEYS = ["k", "l", "blå"]
FORMATS = [("bold", True), ("bold", None), ("em", {"level": 1.0}), ("em", None), ("size", 1.5)]

documents = []


def encode(data):
    return base64.b64encode(data).decode()


def decode(text):
    return base64.b64decode(text)


class Document:
    def __init__(self, client, collects_garbage):
        self.doc = Doc(client_id=client, skip_gc=not collects_garbage)
        self.texts = [self.doc.get(name, type=Text) for name in ("t", "u")]
        self.array = self.doc.get("a", type=Array)
        self.map = self.doc.get("m", type=Map)
        self.xml = self.doc.get("x", type=XmlFragment)
        self.sent = []
        self.subscription = self.doc.observe(lambda event: self.sent.append(event.update))
        self.undo = UndoManager(scopes=[*self.texts, self.array, self.map], capture_timeout_millis=0)

    def take(self):
        sent, self.sent = self.sent, []
        return [encode(update) for update in sent]


# Random work


def plain(r, depth=0):
    match r.randrange(6 if depth > 2 else 8):
        case 0: return None
        case 1: return r.random() < 0.5
        case 2: return r.randrange(2000) - 1000
        case 3: return r.random() * 1e6
        case 4 | 5: return r.choice(WORDS)
        case 6: return [plain(r, depth + 1) for _ in range(r.randrange(3))]
        case _: return {r.choice(PLAIN_KEYS): plain(r, depth + 1) for _ in range(r.randrange(3))}


def nested(r, depth=0):
    match r.randrange(2 if depth > 2 else 4):
        case 0: return Text(r.choice(WORDS))
        case 1: return bytes(r.randrange(256) for _ in range(r.randrange(5)))
        case 2: return Array([plain(r), nested(r, depth + 1)])
        case _: return Map({r.choice(KEYS): plain(r), "n": nested(r, depth + 1)})


def places(text):
    """Where characters begin, in the bytes that Yrs counts; an embed takes one."""
    result = [0]
    for chunk, _ in text.diff():
        widths = [len(letter.encode()) for letter in chunk] if isinstance(chunk, str) else [1]
        for width in widths:
            result.append(result[-1] + width)
    return result


def edit_text(text, r):
    at = places(text)
    start = r.randrange(len(at))
    end = min(len(at) - 1, start + 1 + r.randrange(8))
    match r.randrange(8):
        case 0 | 1 | 2: text.insert(at[start], r.choice(WORDS))
        case 3: text.insert(at[start], r.choice(WORDS), dict([r.choice(FORMATS)]))
        case 4: text.insert_embed(at[start], {"image": r.randrange(10)})
        case 5 if start < end: text.format(at[start], at[end], dict([r.choice(FORMATS)]))
        case _:
            if start < end:
                del text[at[start] : at[end]]


def edit_array(array, r):
    length = len(array)
    at = r.randrange(length + 1)
    match r.randrange(6):
        case 0 | 1:
            for _ in range(1 + r.randrange(3)):
                array.insert(at, plain(r))
        case 2: array.insert(at, nested(r))
        case _:
            count = min(length - at, r.randrange(4))
            if count:
                del array[at : at + count]


def edit_map(map_, r):
    key = r.choice(KEYS)
    match r.randrange(4):
        case 0:
            if key in map_:
                del map_[key]
        case 1: map_[key] = nested(r)
        case _: map_[key] = plain(r)


def edit_xml(fragment, r):
    children = fragment.children
    at = r.randrange(len(children) + 1)
    match r.randrange(4):
        case 0:
            if at < len(children):
                del children[at]
        case 1: children.insert(at, XmlText(r.choice(WORDS)))
        case _: children.insert(at, XmlElement(r.choice(["p", "div", "blå"]), {"a": r.choice(WORDS)}))


def some_type(document, r):
    target = r.choice([*document.texts, document.array, document.array, document.map, document.xml])
    while r.random() < 0.5:
        if isinstance(target, Array):
            inside = list(target)
        elif isinstance(target, Map):
            inside = [target[key] for key in sorted(target.keys())]
        else:
            break
        inside = [value for value in inside if type(value) in (Text, Array, Map)]
        if not inside:
            break
        target = r.choice(inside)
    return target


def edit(document, r):
    target = some_type(document, r)
    {Text: edit_text, Array: edit_array, Map: edit_map, XmlFragment: edit_xml}[type(target)](target, r)


def work(document, seed, edits):
    """Does so many edits, in one transaction."""
    r = random.Random(seed)
    match r.randrange(30):
        case 0: document.undo.undo()
        case 1: document.undo.redo()
        case _:
            with document.doc.transaction():
                for _ in range(edits):
                    edit(document, r)


# Content, as far as all three implementations can tell it in the same words


def canonical(value):
    match value:
        case Text(): return str(value)
        case Array(): return [canonical(element) for element in value]
        case Map(): return {key.encode().hex(): canonical(value[key]) for key in value.keys()}
        case None | bool() | str(): return value
        case int() | float(): return float(value)
        case bytes() | bytearray(): return [float(byte) for byte in value]
        case list(): return [canonical(element) for element in value]
        case dict(): return {unicodedata.normalize("NFC", key): canonical(value[key]) for key in value}
        case _: return None


def content(document):
    return {
        "t": str(document.texts[0]), "u": str(document.texts[1]),
        "a": canonical(document.array), "m": canonical(document.map),
    }


# Commands


def open_documents(documents):
    globals()["documents"] = [Document(entry["client"], entry["gc"]) for entry in documents]
    return {}


def do_work(document, seed, edits):
    work(documents[document], seed, edits)
    return {"updates": documents[document].take()}


def apply(document, update):
    documents[document].doc.apply_update(decode(update))
    # What is observed here came from others.
    documents[document].take()
    return {"updates": []}


def load(update):
    document = Document(1, True)
    document.doc.apply_update(decode(update))
    return content(document)


COMMANDS = {
    "open": open_documents,
    "work": do_work,
    "apply": apply,
    "vector": lambda document: {"vector": encode(documents[document].doc.get_state())},
    "diff": lambda document, vector: {"update": encode(documents[document].doc.get_update(decode(vector)))},
    "content": lambda document: content(documents[document]),
    "load": load,
    "merge": lambda updates: {"update": encode(pycrdt.merge_updates(*map(decode, updates)))},
}


def main():
    for line in sys.stdin:
        command = json.loads(line)
        try:
            answer = COMMANDS[command.pop("command")](**command)
        except BaseException as error:  # A panic in Yrs is not an Exception.
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


main()
