"""What honest people tell of: waits, disconnections, refusals, and names that nobody has."""

from collections import Counter
from typing import Any

from .waits import Waits


class Journal:
    """Of one stretch of time; `turn` begins the next."""

    def __init__(self) -> None:
        self.news: dict[str, Waits] = {"waits": Waits()}
        self.troubles: Counter[str] = Counter()
        #: While the server is away on purpose nothing is a trouble.
        self.is_expecting_trouble = False

    def wait(self, kind: str, seconds: float) -> None:
        self.news["waits"].note(kind, seconds)

    def trouble(self, what: str) -> None:
        if not self.is_expecting_trouble:
            self.troubles[what] += 1

    def turn(self) -> dict[str, Any]:
        told = {"waits": self.news["waits"].told(), "troubles": dict(self.troubles)}
        self.news["waits"], self.troubles = Waits(), Counter()
        return told
