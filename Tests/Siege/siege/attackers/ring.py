"""The last of what an attacker sent, so that what broke something can be read and sent again."""

import base64
import json
import time
from collections import deque
from pathlib import Path

#: Messages remembered, and bytes of each.
MOST_MESSAGES, MOST_BYTES = 400, 1 << 16


class Ring:
    def __init__(self) -> None:
        self._last: deque[tuple[float, int, str, int, bytes]] = deque(maxlen=MOST_MESSAGES)
        self._began = time.monotonic()

    def note(self, connection: int, kind: str, data: bytes) -> None:
        self._last.append((time.monotonic() - self._began, connection, kind, len(data), data[:MOST_BYTES]))

    def write(self, file: Path) -> None:
        """A line for each message, the oldest first."""
        with file.open("w") as out:
            for at, connection, kind, length, data in self._last:
                entry = {"at": round(at, 4), "connection": connection, "kind": kind, "length": length}
                readable = data[:200].decode("utf-8", "backslashreplace")
                print(json.dumps({**entry, "begins": readable, "base64": base64.b64encode(data).decode()}), file=out)
