"""Doors that one person shuts for everybody, and words and codes that are guessed."""

import json

from ..attackers.attacker import Attacker
from ..attackers.volley import Request, Volley
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
    volley = Volley(attacker, AT_ONCE)
    for _ in attacker.rounds():
        volley.fire([("POST", "/api/v1/join", body(attacker)) for _ in range(AT_ONCE)])


@attack("knocks-from-everywhere", "guest", place=APPROVAL)
def knocks_from_everywhere(attacker: Attacker) -> None:
    for _ in attacker.rounds():
        connection = attacker.http(attacker.somewhere())
        for _ in range(3):
            connection.ask("POST", "/api/v1/join", body(attacker))
        connection.close()


@attack("joins", "guest", weight=2)
def joins(attacker: Attacker) -> None:
    """Takes part as one person after the other, until the session is full."""
    volley = Volley(attacker, AT_ONCE)
    for _ in attacker.rounds():
        volley.fire([("POST", "/api/v1/join", body(attacker)) for _ in range(AT_ONCE)])


@attack("market", "participant", weight=2)
def market(attacker: Attacker) -> None:
    """Posts for one's own unit until the marketplace is full."""
    volley, target = Volley(attacker, AT_ONCE), f"/api/v1/weeks/{attacker.told['weeks']['a']}/marketplace"
    for number in attacker.rounds():
        posts = []
        for part in range(AT_ONCE):
            post = {"kind": ("offer", "need")[part % 2], "unitId": attacker.seat.unit, "citizenGroupId": "bg-1-a",
                    "text": f"{number}-{part} " + "x" * attacker.chance.choice((5, 1_900))}
            posts.append(("POST", target, json.dumps(post).encode()))
        volley.fire(posts)


def guesses(attacker: Attacker) -> list[Request]:
    """Links and codes that are not there."""
    made: list[Request] = []
    for number in range(AT_ONCE):
        word = "".join(attacker.chance.choices("ABCDEFGHJKMNPQRSTVWXYZ23456789", k=43))
        if number % 2:
            made.append(("POST", "/api/v1/sign-in", json.dumps({"token": word}).encode()))
        else:
            made.append(("GET", f"/api/v1/join/{word[:8]}", b""))
    return made


@attack("wrong-links-from-one-house", "nobody", weight=2)
def wrong_links_from_one_house(attacker: Attacker) -> None:
    """From the address that honest people come from too."""
    volley = Volley(attacker, AT_ONCE, SHARED_ADDRESS)
    for _ in attacker.rounds():
        volley.fire(guesses(attacker))


@attack("wrong-links-from-everywhere", "nobody", weight=2)
def wrong_links_from_everywhere(attacker: Attacker) -> None:
    """From so many addresses that what is counted over all of them is reached."""
    for number in attacker.rounds():
        volley = Volley(attacker, AT_ONCE, f"127.66.{number % 200}.{attacker.chance.randrange(1, 255)}")
        for _ in range(5):
            volley.fire(guesses(attacker))
        volley.close()


@attack("guessed-word", "guest", place=PASSPHRASE, weight=2)
def guessed_word(attacker: Attacker) -> None:
    """Guesses at the word, all sent before the first is answered."""
    volley, wrong = Volley(attacker, AT_ONCE * 15), 0
    for number in attacker.rounds():
        words = [f"ord {number} {part}" for part in range(AT_ONCE * 15)]
        answers = volley.fire([("POST", "/api/v1/join", body(attacker, passphrase=word)) for word in words])
        wrong += sum(answer.status == 403 for answer in answers)
        if wrong > GUESSES:
            attacker.complain(f"{wrong} guesses at a word from one address were answered within one assault")


def press(attacker: Attacker) -> str:
    """A press's id as nobody's page makes one: as long as a field may be, not text, empty, or one of a few again."""
    chance = attacker.chance
    return "Idempotency-Key: " + chance.choice((
        f"{chance.getrandbits(128):032x}", f"{chance.randrange(20):032x}", "x" * chance.choice((1, 64, 255, 6_000)),
        "", "\x00\x1f", "å" * 40, "../" * 9, '"' * 9))


@attack("presses", "guest", "participant", "facilitator")
def presses(attacker: Attacker) -> None:
    """Everything with an id that was pressed before, by somebody else, for something else, or never."""
    week, session = attacker.told["weeks"]["a"], attacker.seat.session
    for _ in attacker.rounds():
        connection = attacker.http()
        post = {"kind": "offer", "unitId": attacker.seat.unit, "citizenGroupId": "bg-1-a", "text": "igen"}
        wishes = [("/api/v1/join", body(attacker)), (f"/api/v1/weeks/{week}/marketplace", json.dumps(post).encode()),
                  (f"/api/v1/sessions/{session}/models", b'{"level":"knowledge","title":"igen","goalIds":[]}'),
                  ("/api/v1/sign-in", b'{"token":"igen"}')]
        for _ in range(AT_ONCE):
            target, wish = attacker.chance.choice(wishes)
            connection.ask("POST", target, wish, press(attacker))
        connection.close()
