"""Requests that are all on their way before the first is answered: each on a connection of its own.

The server takes one request at a time from a connection, so that many at once need many.
"""

from typing import TYPE_CHECKING, Iterable

from .wire import Answer, Gone, Http

if TYPE_CHECKING:
    from .attacker import Attacker

Request = tuple[str, str, bytes]


class Volley:
    def __init__(self, attacker: "Attacker", count: int, source: str = "") -> None:
        self.attacker, self.source = attacker, source
        self.connections = [attacker.http(source) for _ in range(count)]

    def fire(self, requests: Iterable[Request]) -> list[Answer]:
        """At most one for each connection; what is not answered is left out."""
        loaded, answers = [], []
        for place, (method, target, body) in enumerate(requests):
            try:
                if self.connections[place] not in self.attacker.open_wires:
                    self.connections[place] = self.attacker.http(self.source)
                self.connections[place].put(method, target, body)
                loaded.append(self.connections[place])
            except Gone:
                continue
        for connection in loaded:
            try:
                answers.append(connection.answer())
            except Gone:
                continue
        return answers

    def close(self) -> None:
        for connection in self.connections:
            connection.close()
