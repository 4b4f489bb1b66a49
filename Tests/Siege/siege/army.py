"""The attackers' processes of one assault: begun, given their time, and ended whatever they do."""

import multiprocessing
import time
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Callable

from .attackers import attacker
from .plan import Assault
from .world import World

#: After its time is up an attacker may finish what it is in the middle of.
GRACE_SECONDS = 4.0
STEP_SECONDS = 0.05


def carry_out(
    world: World, assault: Assault, seconds: float, folder: Path, is_lost: Callable[[], bool]
) -> tuple[list[dict[str, Any]], list[Path]]:
    """What each attacker counted and found, and the files with its last messages. Ends early when all is lost."""
    context = multiprocessing.get_context("spawn")
    told, started = world.told(), []
    for number in range(assault.attack.attackers):
        source = f"127.66.{world.chance.randrange(256)}.{world.chance.randrange(1, 255)}"
        ring = folder / f"{assault.file_name}-{number}.jsonl"
        orders = attacker.Orders(assault.name, f"{assault.own_seed} {number}", seconds, source, ring)
        here, there = context.Pipe()
        seat = world.seat(assault.role, source, assault.attack.place)
        process = context.Process(target=attacker.main, args=(told, seat, orders, there), daemon=True)
        process.start()
        there.close()
        started.append((process, here, ring))
    wait(started, seconds + GRACE_SECONDS, is_lost)
    return [result(process, here) for process, here, _ in started], [ring for _, _, ring in started]


def wait(started: list[tuple[BaseProcess, Connection, Path]], seconds: float, is_lost: Callable[[], bool]) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and not is_lost() and any(process.is_alive() for process, _, _ in started):
        for process, here, _ in started:
            if here.poll(0):
                process.join(STEP_SECONDS)
        time.sleep(STEP_SECONDS)
    for process, _, _ in started:
        process.join(STEP_SECONDS * 20)
        if process.is_alive():
            process.terminate()


def result(process: BaseProcess, here: Connection) -> dict[str, Any]:
    """An attacker that cannot even tell is a fault of the instrument."""
    try:
        told = here.recv() if here.poll(GRACE_SECONDS) else {"failure": "it did not end"}
    except EOFError:
        told = {"failure": "it ended without a word"}
    process.join(1)
    if process.is_alive():
        process.kill()
    empty = {"counts": {}, "statuses": {}, "sent": 0, "received": 0, "complaints": [], "escaped": [], "failure": ""}
    return {**empty, **told}
