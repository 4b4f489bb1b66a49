"""Which words honest people wrote, when, and what they were told is saved."""

import re
import time

WORD = re.compile(r"<w\d\d-\d{6}>")


class Ledger:
    """Of all people together: they share a process and its clock."""

    def __init__(self) -> None:
        #: When a word that is on its way was written.
        self.sent_at: dict[str, float] = {}
        #: By model: what must be there, since it was said to be saved and nobody took it away.
        self.saved: dict[str, set[str]] = {}

    def sent(self, word: str) -> None:
        self.sent_at[word] = time.monotonic()

    def age(self, word: str) -> float | None:
        """How long ago it was written; `None` for what was written before this process knew of it."""
        at = self.sent_at.get(word)
        return None if at is None else time.monotonic() - at

    def is_saved(self, model: str, word: str) -> None:
        self.saved.setdefault(model, set()).add(word)

    def is_taken_away(self, model: str, words: list[str]) -> None:
        """By who wrote them: whether they are there no longer matters."""
        self.saved.get(model, set()).difference_update(words)
        for word in words:
            self.sent_at.pop(word, None)

    def missing(self, model: str, text: str, expected: set[str]) -> set[str]:
        """Of what was saved when `expected` was taken, and is saved still, what the text does not have."""
        return (expected & self.saved.get(model, set())) - set(WORD.findall(text))
