"""The list of looks, in the order in which they are written."""

from collections.abc import Callable

from .place import Place

Look = Callable[[Place], None]
#: Name, flags of the server, what is done.
LOOKS: list[tuple[str, tuple[str, ...], Look]] = []


def look(*flags: str) -> Callable[[Look], Look]:
    def note(function: Look) -> Look:
        LOOKS.append((function.__name__.replace("_", "-"), flags, function))
        return function

    return note
