"""A writer in a process of its own that keeps two ledgers: what it sent, and what the server said is saved.

    python -m harness.ledger_writer URL NAME FOLDER [again]

Inserts words «NAME-000001» into the text `task` until the connection ends. A word is in `NAME.sent` before it is
sent, and in `NAME.acknowledged` only after the server covered it: by `saved`, or with `acknowledge=1` in the address by
the count of acknowledged messages. A third ledger, `NAME.messages`, has each word with the connection's own port and
the number of the message that carried it.

What was lost stays lost: a document is never sent again. With `again` the writer goes on after its connection ended,
as somebody new with an empty document, until it is told to end.
"""

import itertools
import random
import sys
import time
from collections import deque
from pathlib import Path

from websockets.exceptions import WebSocketException

from .pycrdt_client import PycrdtClient

ROOT = "task"
#: Words on the way at most: more would make the ledger of what was acknowledged lag far behind.
MOST_UNDER_WAY = 20
#: Seconds between two words: faster, the document would outgrow this process sooner than the server.
PAUSE_BETWEEN_WORDS = 0.01
PAUSE_BEFORE_CONNECTING_AGAIN = 0.02


def main(url: str, name: str, folder: str, again: str = "") -> None:
    ledgers = [open(Path(folder) / f"{name}.{kind}", "a") for kind in ("sent", "acknowledged", "messages")]
    for life in itertools.count() if again else [0]:
        write(PycrdtClient(url), f"{name}-{life:03}" if again else name, *ledgers)
        time.sleep(PAUSE_BEFORE_CONNECTING_AGAIN)


def write(client: PycrdtClient, name: str, sent, acknowledged, messages) -> None:
    """One connection, from its first sync to its end."""
    generator = random.Random(name)
    by_count = "acknowledge=1" in client.url
    try:
        client.connect().wait_synced()
    except (OSError, WebSocketException, AssertionError):
        return
    assert client.socket is not None
    port = client.socket.socket.getsockname()[1]
    mine = client.doc.client_id
    waiting: deque[tuple[int, str]] = deque()
    number, earliest = 0, 0.0
    while client.socket is not None:
        if len(waiting) < MOST_UNDER_WAY and time.monotonic() >= earliest:
            number, earliest = number + 1, time.monotonic() + PAUSE_BETWEEN_WORDS
            word = f"«{name}-{number:06}»"
            print(word, file=sent, flush=True)
            print(port, client.sent + 1, word, file=messages, flush=True)
            client.insert(ROOT, word_boundary(str(client.text(ROOT)), generator), word)
            waiting.append((client.sent if by_count else client.state_vector[mine], word))
        client.pump(0.004)
        covered = client.acknowledged if by_count else client.saved.get(mine, 0)
        while waiting and waiting[0][0] <= covered:
            print(waiting.popleft()[1], file=acknowledged, flush=True)


def word_boundary(text: str, generator: random.Random) -> int:
    """A place between two words, so that no word is written into another."""
    place = text.find("«", generator.randint(0, len(text)))
    return place if place >= 0 else len(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
