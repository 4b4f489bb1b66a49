"""What honest people come for: a room, a plan, a door. Each is a wait of its own, and none may be refused."""

import asyncio
import json
import random
import time
from typing import Any, Awaitable, Callable

import httpx
from harness.pycrdt_client import STEP_1, STEP_2, SYNC
from harness.varint import Reader, encode_bytes, encode_uint
from pycrdt import Doc, Text
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from .journal import Journal
from .ledger import Ledger
from .writer import ROOT

#: What does not come within that time is not waited for.
PATIENCE = 10.0
#: How long whoever leads looks for somebody among those shown, before asking for the name.
LOOKS_AFTER_SECONDS = 1.0
#: So many that do not open say enough: nobody waits for the others to fail as well.
ENOUGH = 3
EMPTY = encode_uint(SYNC) + encode_uint(STEP_1) + encode_bytes(b"\x00")
#: Many come in behind one address, and so does somebody who guesses.
SHARED_ADDRESS = "127.8.8.8"


class Visits:
    def __init__(self, told: dict[str, Any], chance: random.Random, journal: Journal, ledger: Ledger) -> None:
        self.told, self.chance, self.journal, self.ledger = told, chance, journal, ledger
        self.count = 0
        #: How each of those who knocked is waited for.
        self.at_the_door: dict[str, Callable[[str], None]] = {}

    def all(self) -> list[tuple[str, Callable[[], Awaitable[None]]]]:
        """Each room, plan and door once, with its name."""
        visits: list[tuple[str, Callable[[], Awaitable[None]]]] = []
        for person in {person["session"]: person for person in self.told["people"]}.values():
            session, model = person["session"], person["model"]
            visits.append((f"room {model}", lambda person=person, model=model: self.room(person, model)))
            visits.append((f"room {session}", lambda person=person: self.session(person)))
            if beside := self.told["beside"].get(session):
                visits.append((f"room {beside}", lambda person=person, beside=beside: self.room(person, beside)))
        theirs = {"token": self.told["admin"], **self.told["theirs"]}
        visits.append(("room of the attackers' model", lambda: self.room(theirs, theirs["model"])))
        visits.append(("room of the attackers' session", lambda: self.session(theirs)))
        visits += [("plan", lambda leader=leader: self.plan(leader)) for leader in self.told["leaders"]]
        visits += [("draft", lambda leader=leader: self.draft(leader)) for leader in self.told["leaders"]]
        visits += [("door: a code", self.join), ("door: a knock", self.knock), ("door: a word", self.say_the_word),
                   ("door: a link", self.sign_in), ("week", self.read), ("market", self.post),
                   ("confirmation", self.confirm)]
        return visits

    async def make_all(self) -> dict[str, tuple[float, str]]:
        """One after the other; of each the time, and why it did not open. When several do not, no more are tried."""
        outcomes: dict[str, tuple[float, str]] = {}
        for name, visit in self.all():
            began = time.monotonic()
            why = await self._make(visit)
            outcomes[name] = max((time.monotonic() - began, why), outcomes.get(name, (0.0, "")))
            if sum(1 for _, why in outcomes.values() if why) >= ENOUGH:
                break
        return outcomes

    async def go_on(self) -> None:
        """One at a time, at random, until cancelled."""
        while True:
            name, visit = self.chance.choice(self.all())
            began = time.monotonic()
            if why := await self._make(visit):
                self.journal.trouble(f"{name} does not open: {why}")
            else:
                self.journal.wait("visit", time.monotonic() - began)
            await asyncio.sleep(self.chance.uniform(0.2, 0.6))

    async def _make(self, visit: Callable[[], Awaitable[None]]) -> str:
        """Why it came to nothing, or nothing."""
        try:
            async with asyncio.timeout(PATIENCE):
                await visit()
            return ""
        except TimeoutError:
            return f"nothing within {PATIENCE:.0f} s"
        except Refused as refused:
            return str(refused)
        except (OSError, WebSocketException, httpx.HTTPError) as error:
            return f"{type(error).__name__} {error}"

    async def room(self, person: dict[str, Any], model: str) -> None:
        """As somebody who was never there; and everything that was saved is there."""
        expected = set(self.ledger.saved.get(model, ()))
        url = f"{self.told['ws']}/ws/documents/{model}?token={person['token']}"
        async with connect(url, compression=None, max_size=None, proxy=None, open_timeout=PATIENCE) as socket:
            await socket.send(EMPTY)
            async for message in socket:
                assert isinstance(message, bytes)
                reader = Reader(message)
                if reader.uint() == SYNC and reader.uint() == STEP_2:
                    self._compare(model, reader.bytes(), expected)
                    return
            raise Refused(f"closed with {socket.close_code}")

    def _compare(self, model: str, update: bytes, expected: set[str]) -> None:
        if not expected:
            return
        doc: Doc = Doc()
        doc.apply_update(update)
        missing = self.ledger.missing(model, str(doc.get(ROOT, type=Text)), expected)
        if missing:
            self.journal.trouble(f"gone though it was saved: {len(missing)} words of {model}, {sorted(missing)[:3]}")

    async def session(self, person: dict[str, Any]) -> None:
        """Until one can be heard and is in, which is told after the state, however large that is."""
        url = f"{self.told['ws']}/ws/sessions/{person['session']}?token={person['token']}"
        idea, has_idea, awaited = person.get("idea", ""), False, {"pong", "presence"}
        async with connect(url, compression=None, max_size=None, proxy=None, open_timeout=PATIENCE) as socket:
            await socket.send('{"type":"ping"}')
            async for text in socket:
                assert isinstance(text, str)
                has_idea = has_idea or bool(idea) and idea in text
                awaited.discard(json.loads(text)["type"])
                if not awaited:
                    if idea and not has_idea:
                        self.journal.trouble("gone though it was accepted: an idea")
                    return
            raise Refused(f"closed with {socket.close_code}")

    async def _ask(self, method: str, path: str, token: str = "", source: str = "", **arguments: Any) -> httpx.Response:
        transport = httpx.AsyncHTTPTransport(local_address=source or self._address(), verify=False)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        if method == "POST":
            headers["Idempotency-Key"] = f"{self.chance.getrandbits(128):032x}"
        async with httpx.AsyncClient(transport=transport, trust_env=False, timeout=PATIENCE) as client:
            headers.update(arguments.pop("headers", {}))
            url = f"{self.told['url']}/api/v1{path}"
            answer = await client.request(method, url, headers=headers, **arguments)
        if answer.status_code >= 400:
            raise Refused(f"{method} {path.split('?')[0]} is answered {answer.status_code} {answer.text[:200]}")
        return answer

    def _address(self) -> str:
        return f"127.7.{self.chance.randrange(256)}.{self.chance.randrange(1, 255)}"

    def _newcomer(self, session: str, **members: str) -> dict[str, str]:
        self.count += 1
        unit = f"u-spl-{session[-1]}"
        return {"joinCode": self.told["codes"][session], "displayName": f"Ny {self.count}", "function": "Lærer",
                "unitId": unit, **members}

    async def join(self) -> None:
        await self._ask("GET", f"/join/{self.told['codes']['s-1-a']}")
        await self._press_twice(self._newcomer("s-1-a"))

    async def _press_twice(self, newcomer: dict[str, str]) -> None:
        """As somebody in a hurry does: one comes in, not two."""
        press = {"Idempotency-Key": f"{self.chance.getrandbits(128):032x}"}
        source = self._address()
        answers = await asyncio.gather(*(
            self._ask("POST", "/join", source=source, json=newcomer, headers=press) for _ in range(2)))
        if len({answer.json()["participantId"] for answer in answers}) != 1:
            self.journal.trouble("door: one press let two people in")

    async def say_the_word(self) -> None:
        await self._ask("POST", "/join", json=self._newcomer("s-1-b", passphrase=self.told["passphrase"]))

    async def knock(self) -> None:
        body = self._newcomer("s-2-a")
        come_in = asyncio.Event()

        def open_door(knock: str) -> None:
            asyncio.get_running_loop().create_task(admit(knock))

        async def admit(knock: str) -> None:
            try:
                await self._ask("POST", f"/sessions/s-2-a/knocks/{knock}", lead["token"], json={"admit": True})
                come_in.set()
            except (Refused, httpx.HTTPError) as error:
                self.journal.trouble(f"door: a knock is not answered: {error}")

        lead = next(person for person in self.told["people"]
                    if person["session"] == "s-2-a" and person["role"] == "facilitator")
        self.at_the_door[body["displayName"]] = open_door
        try:
            answer = (await self._ask("POST", "/join", json=body)).json()
            try:
                await asyncio.wait_for(come_in.wait(), LOOKS_AFTER_SECONDS)
            except TimeoutError:
                await self._look_for(body["displayName"], lead["token"])
            await come_in.wait()
            told = await self._ask("GET", f"/sessions/s-2-a/knocks/{answer['knockId']}")
            if told.json()["answer"] != "admitted":
                raise Refused(f"a knock that was admitted is {told.json()['answer']}")
        finally:
            self.at_the_door.pop(body["displayName"], None)

    async def _look_for(self, name: str, token: str) -> None:
        """Whoever leads is told the name of somebody whom they do not see among all who wait."""
        found = await self._ask("GET", "/sessions/s-2-a/knocks", token, params={"name": name})
        for knock in found.json()["waiting"]:
            self.someone_knocks(knock)

    def someone_knocks(self, knock: dict[str, Any]) -> None:
        """Told by who leads the session: honest people are let in, others wait."""
        name = knock.get("person", knock).get("displayName", "")
        identifier = knock.get("id") or knock.get("knockId")
        if identifier and (open_door := self.at_the_door.pop(name, None)):
            open_door(identifier)

    async def sign_in(self) -> None:
        """With a right link, also from where others guess."""
        leader = self.chance.choice(self.told["leaders"])
        await self._ask("POST", "/sign-in", source=SHARED_ADDRESS, json={"token": leader["token"]},
                        headers={"Origin": self.told["url"]})

    async def plan(self, leader: dict[str, str]) -> None:
        await self._ask("GET", f"/weeks/{leader['week']}/units/{leader['unit']}/goal-plan", leader["token"])

    async def draft(self, leader: dict[str, str]) -> None:
        await self._ask("GET", f"/weeks/{leader['week']}/units/{leader['unit']}/goal-plan-draft.md", leader["token"])

    async def read(self) -> None:
        person = self.chance.choice(self.told["people"])
        await self._ask("GET", f"/weeks/{person['week']}", person["token"])
        await self._ask("GET", f"/sessions/{person['session']}", person["token"])
        await self._ask("GET", f"/sessions/{person['session']}/outcome.md", person["token"])

    async def post(self) -> None:
        """An offer for one's own unit, and away again."""
        person = self.chance.choice([person for person in self.told["people"] if person["unit"]])
        path, text = f"/weeks/{person['week']}/marketplace", "Vi kan låne vores lokaler ud"
        group = f"bg-1-{person['session'][-1]}"
        body = {"kind": "offer", "unitId": person["unit"], "citizenGroupId": group, "text": text}
        made = await self._ask("POST", path, person["token"], json=body)
        await self._ask("DELETE", f"{path}/{made.json()['id']}", person["token"])

    async def confirm(self) -> None:
        """A model that is whole, for one's own unit; nobody takes it back but who made it."""
        person = next(person for person in self.told["people"] if person["unit"] == "u-skole-a")
        path = f"/models/{person['model']}"
        if (await self._ask("GET", path, person["token"])).json()["missing"]:
            # Somebody beside raised its level: that is everybody's right there, and then it is not whole.
            return
        await self._ask("POST", f"{path}/confirmations", person["token"],
                        json={"unitId": person["unit"], "function": "Lærer"})
        model = (await self._ask("GET", path, person["token"])).json()
        if person["unit"] not in {one.get("unitId") for one in model["confirmations"]}:
            raise Refused("gone though it was accepted: a confirmation")


class Refused(Exception):
    """An honest person was told no."""
