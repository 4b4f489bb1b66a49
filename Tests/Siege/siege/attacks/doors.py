"""Doors that one person shuts for everybody, and words and codes that are guessed."""

import json

from ..attackers.attacker import Attacker
from ..attackers.wire import Gone, Http
from ..people.visits import SHARED_ADDRESS
from ..world import APPROVAL, PASSPHRASE
from .registry import attack

AT_ONCE = 40
#: Guesses at a word that may be told wrong from one address in one assault; who hears it said needs two or three.
GUESSES = 500


def body(attacker: Attacker, **members: str) -> bytes:
    seat = attacker.seat
    person = {"joinCode": seat.code, "displayName": f"A{attacker.chance.randrange(10**6)}", "function": "Lærer",
              "unitId": f"u-ung-{seat.week}", **members}
    return json.dumps(person).encode()


@attack("knocks", "guest", place=APPROVAL, weight=2)
def knocks(attacker: Attacker) -> None:
    """Knocks faster than anybody can answer."""
    connection = attacker.http()
    for _ in attacker.rounds():
        for _ in range(AT_ONCE):
            connection.put("POST", "/api/v1/join", body(attacker))
        for _ in range(AT_ONCE):
            connection.answer()


@attack("knocks-from-everywhere", "guest", place=APPROVAL)
def knocks_from_everywhere(attacker: Attacker) -> None:
    for _ in attacker.rounds():
        connection = attacker.http(attacker.somewhere())
        for _ in range(10):
            connection.put("POST", "/api/v1/join", body(attacker))
        for _ in range(10):
            connection.answer()
        connection.close()


@attack("joins", "guest", weight=2)
def joins(attacker: Attacker) -> None:
    """Takes part as one person after the other, until the session is full."""
    connection = attacker.http()
    for _ in attacker.rounds():
        for _ in range(AT_ONCE):
            connection.put("POST", "/api/v1/join", body(attacker))
        for _ in range(AT_ONCE):
            connection.answer()


@attack("market", "participant")
def market(attacker: Attacker) -> None:
    """Posts for one's own unit until the marketplace is full."""
    connection, target = attacker.http(), f"/api/v1/weeks/{attacker.told['weeks']['a']}/marketplace"
    for number in attacker.rounds():
        for part in range(AT_ONCE):
            post = {"kind": ("offer", "need")[part % 2], "unitId": attacker.seat.unit, "citizenGroupId": "bg-1-a",
                    "text": f"{number}-{part} " + "x" * attacker.chance.choice((5, 1_900))}
            connection.put("POST", target, json.dumps(post).encode())
        for _ in range(AT_ONCE):
            connection.answer()


def guess(attacker: Attacker, connection: Http) -> None:
    """Links and codes that are not there, many at once."""
    for number in range(AT_ONCE):
        word = "".join(attacker.chance.choices("ABCDEFGHJKMNPQRSTVWXYZ23456789", k=43))
        if number % 2:
            connection.put("POST", "/api/v1/sign-in", json.dumps({"token": word}).encode())
        else:
            connection.put("GET", f"/api/v1/join/{word[:8]}")
    for _ in range(AT_ONCE):
        connection.answer()


@attack("wrong-links-from-one-house", "nobody", weight=2)
def wrong_links_from_one_house(attacker: Attacker) -> None:
    """From the address that honest people come from too."""
    connection = attacker.http(SHARED_ADDRESS)
    for _ in attacker.rounds():
        guess(attacker, connection)


@attack("wrong-links-from-everywhere", "nobody", weight=2)
def wrong_links_from_everywhere(attacker: Attacker) -> None:
    """From so many addresses that what is counted over all of them is reached."""
    for number in attacker.rounds():
        connection = attacker.http(f"127.66.{number % 200}.{attacker.chance.randrange(1, 255)}")
        guess(attacker, connection)
        connection.close()


@attack("guessed-word", "guest", place=PASSPHRASE, weight=2)
def guessed_word(attacker: Attacker) -> None:
    """Guesses at the word, all sent before the first is answered."""
    wrong = 0
    for number in attacker.rounds():
        connections = []
        for part in range(AT_ONCE):
            connection = attacker.http()
            for guess in range(15):
                connection.put("POST", "/api/v1/join", body(attacker, passphrase=f"ord {number} {part} {guess}"))
            connections.append(connection)
        for connection in connections:
            try:
                wrong += sum(connection.answer().status == 403 for _ in range(15))
            except Gone:
                continue
            connection.close()
        if wrong > GUESSES:
            attacker.complain(f"{wrong} guesses at a word from one address were answered within one assault")
