"""The attacks: each a function that does one thing, with a name to repeat it by."""

from . import anything, brackets, connections, documents, doors, exports, names, overlooked, rooms, stores  # noqa: F401
from .registry import ATTACKS, Attack

__all__ = ["ATTACKS", "Attack"]
