"""A writer in a process of its own that keeps two ledgers: what it sent, and what the server said is saved.

    python -m harness.ledger_writer URL NAME FOLDER

Inserts words «NAME-000001» into the text `task` until the connection ends. A word is in `NAME.sent` before it is
sent, and in `NAME.acknowledged` only after `saved` covered it. Never reconnects: what was lost stays lost.
"""

import random
import sys
from collections import deque
from pathlib import Path

from websockets.exceptions import WebSocketException

from .pycrdt_client import PycrdtClient

ROOT = "task"
#: Words on the way at most: more would make the ledger of what was acknowledged lag far behind.
MOST_UNDER_WAY = 20


def main(url: str, name: str, folder: str) -> None:
    generator = random.Random(name)
    with open(Path(folder) / f"{name}.sent", "a") as sent, open(Path(folder) / f"{name}.acknowledged", "a") as acked:
        client = PycrdtClient(url)
        try:
            client.connect().wait_synced()
        except (OSError, WebSocketException, AssertionError):
            return
        mine = client.doc.client_id
        waiting: deque[tuple[int, str]] = deque()
        number = 0
        while client.socket is not None:
            if len(waiting) < MOST_UNDER_WAY:
                number += 1
                word = f"«{name}-{number:06}»"
                print(word, file=sent, flush=True)
                client.insert(ROOT, word_boundary(str(client.text(ROOT)), generator), word)
                waiting.append((client.state_vector[mine], word))
            client.pump(0.004)
            while waiting and waiting[0][0] <= client.saved.get(mine, 0):
                print(waiting.popleft()[1], file=acked, flush=True)


def word_boundary(text: str, generator: random.Random) -> int:
    """A place between two words, so that no word is written into another."""
    place = text.find("«", generator.randint(0, len(text)))
    return place if place >= 0 else len(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
