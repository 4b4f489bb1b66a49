"""How long honest people waited, by kind, in a stretch of time; and how long the machine alone would have let them."""

import math
from collections import defaultdict
from typing import Any

#: Fewer waits than these cannot be called one in a hundred: two may be chance, three are not.
AT_LEAST = 3


class Waits:
    def __init__(self) -> None:
        self.seconds: dict[str, list[float]] = defaultdict(list)

    def note(self, kind: str, seconds: float) -> None:
        self.seconds[kind].append(seconds)

    def told(self) -> dict[str, list[float]]:
        return dict(self.seconds)


def quantile(seconds: list[float], share: float) -> float:
    """The nearest rank; 0 of nothing."""
    if not seconds:
        return 0.0
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


def is_too_long_at_p99(seconds: list[float], bound: float) -> bool:
    late = sum(1 for wait in seconds if wait > bound)
    return late >= AT_LEAST and late > 0.01 * len(seconds)


def line(kind: str, seconds: list[float]) -> str:
    figures = [quantile(seconds, share) * 1000 for share in (0.5, 0.99, 1.0)]
    p50, p99, largest = figures
    return f"{kind}: p50 {p50:.1f} ms, p99 {p99:.1f} ms, largest {largest:.0f} ms over {len(seconds):,}"


def merged(several: list[dict[str, list[float]]]) -> dict[str, Any]:
    whole: dict[str, list[float]] = defaultdict(list)
    for waits in several:
        for kind, seconds in waits.items():
            whole[kind] += seconds
    return dict(whole)
