"""Waiting for something to become true, with a time limit and a sentence for when it does not."""

import time
from typing import Callable, TypeVar

T = TypeVar("T")


def wait_until(
    condition: Callable[[], T],
    what: str,
    timeout: float = 15.0,
    interval: float = 0.02,
) -> T:
    """Calls `condition` until it is truthy and returns what it gave; fails naming `what` after `timeout` seconds."""
    deadline = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {timeout:g} s in vain: {what} (last seen: {value!r})")
        time.sleep(interval)
