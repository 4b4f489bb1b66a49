"""The process of the honest people: begins with what they are told of the world, and answers what the siege asks it."""

import asyncio
import random
import sys
from multiprocessing.connection import Connection
from typing import Any

from .echo import listen_to_echo
from .journal import Journal
from .ledger import Ledger
from .seat import SessionSeat
from .visits import Visits
from .writer import Writer

#: After a restart everybody has this long to be there again before what is amiss counts.
SETTLE_SECONDS = 0.5


def main(told: dict[str, Any], seed: int, pipe: Connection) -> None:
    """In a process of its own. Ends when the pipe does."""
    asyncio.run(HonestPeople(told, seed, pipe).live())


class HonestPeople:
    def __init__(self, told: dict[str, Any], seed: int, pipe: Connection) -> None:
        self.told, self.pipe = told, pipe
        self.journal, self.ledger = Journal(), Ledger()
        self.visits = Visits(told, random.Random(seed), self.journal, self.ledger)
        self.seats, self.writers = [], []
        for number, person in enumerate(told["people"]):
            source = f"127.7.0.{number + 1}"
            session = f"{told['ws']}/ws/sessions/{person['session']}?token={person['token']}"
            document = f"{told['ws']}/ws/documents/{person['model']}?token={person['token']}"
            self.seats.append(SessionSeat(number, session, person, source, self.journal))
            self.writers.append(Writer(number, document, person["model"], source, self.journal, self.ledger))
            if person["session"] == "s-2-a" and person["role"] == "facilitator":
                self.seats[-1].on_door = self.visits.someone_knocks

    async def live(self) -> None:
        lives = [one.live() for one in (*self.writers, *self.seats)]
        tasks = [asyncio.create_task(life) for life in (*lives, self.visits.go_on(), listen_to_echo(self.journal.news))]
        asked: asyncio.Queue[str] = asyncio.Queue()
        asyncio.get_running_loop().add_reader(self.pipe.fileno(), self._hear, asked)
        while (question := await asked.get()) != "end":
            for task in tasks:
                if task.done() and task.exception():
                    print("an honest person's process failed", file=sys.stderr, flush=True)
                    await task
            self.pipe.send(await self._answer(question))
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _hear(self, asked: asyncio.Queue[str]) -> None:
        try:
            asked.put_nowait(self.pipe.recv())
        except EOFError:
            asyncio.get_running_loop().remove_reader(self.pipe.fileno())
            asked.put_nowait("end")

    async def _answer(self, question: str) -> Any:
        if question == "turn":
            return self.journal.turn()
        if question == "visit":
            return await self.visits.make_all()
        if question == "away":
            self.journal.is_expecting_trouble = True
        elif question == "back":
            await asyncio.sleep(SETTLE_SECONDS)
            self.journal.is_expecting_trouble = False
        return None
