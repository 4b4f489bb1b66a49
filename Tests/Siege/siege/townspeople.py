"""The honest people's process, as the siege speaks with it."""

import multiprocessing
from typing import Any

from .people import honest
from .world import World

#: The longest that all visits together may take when nothing opens.
PATIENCE = 400.0


class Townspeople:
    def __init__(self, world: World, seed: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, there = context.Pipe()
        self._process = context.Process(target=honest.main, args=(world.told(), seed, there), daemon=True)
        self._process.start()
        there.close()

    def ask(self, question: str) -> Any:
        """`turn`: what happened since the last turn. `visit`: each room, plan and door. `away`, `back`: a restart."""
        self._pipe.send(question)
        assert self._pipe.poll(PATIENCE), "the honest people do not answer: the instrument is broken"
        return self._pipe.recv()

    def end(self) -> None:
        try:
            self._pipe.send("end")
        except OSError:
            pass
        self._process.join(3)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._pipe.close()
