"""Two weeks, three sessions with honest people, and one session of the attackers' own; a word in everything."""

import random
import shutil
from typing import Any

import httpx
from harness.api import Api
from harness.example import document, join
from harness.session_socket import SessionSocket

from .canaries import Canaries, Canary
from .fortress import Fortress
from .rights import Seat

#: Its organisation's name, its sessions, and the model that honest people write in, of each week.
WEEKS = {"a": {"s-1": "k-1", "s-2": "v-1"}, "b": {"s-1": "k-1"}}
#: What attackers open beside the models in which honest people write: theirs to write in as well.
BESIDE = {"s-1-a": "c-1-a"}
UNITS = ("u-skole", "u-fam", "u-ung", "u-kfi", "u-spl")
#: The unit whose leader shows its plan to citizens, and the one that attackers come from.
SHOWN, ATTACKERS = "u-kfi", "u-ung"
PLACES = ("s-1-a", "s-2-a", "s-1-b")
#: Where everybody with the code comes in, where one is let in, where one says a word.
OPEN, APPROVAL, PASSPHRASE = PLACES
PEOPLE = {OPEN: ("u-skole", "u-fam", "u-skole"), APPROVAL: ("u-kfi", "u-spl", "u-skole"),
          PASSPHRASE: ("u-skole", "u-fam", "u-kfi")}


class World:
    """Made through the interface by the administrator; what others need to know of it is plain data (`told`)."""

    def __init__(self, server: Fortress, chance: random.Random) -> None:
        self.server, self.chance = server, chance
        self.canaries = Canaries(chance)
        self.admin = Api(server.url, server.admin_token)
        assert server.admin_token is not None
        self.canaries.secret(server.admin_token, "token")
        self.weeks: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        self.people: list[dict[str, Any]] = []
        self.leaders: list[dict[str, str]] = []
        self.openapi = self.admin.http.get("/api/v1/openapi.json").json()
        for key in WEEKS:
            self._import(key)
        for place, week in (("s-1-a", "a"), ("s-2-a", "a"), ("s-1-b", "b")):
            self._fill(place, week)
        self.theirs = self._attackers_session()
        self._plans()
        self._pristine = server.data.with_name("pristine")
        assert server.stop() == 0
        shutil.copytree(server.data, self._pristine)
        self._start()

    def begin_anew(self) -> None:
        """The same world as it was made, in a new server: what an attack did to the last one is gone."""
        self.server.close()
        shutil.rmtree(self.server.data)
        shutil.copytree(self._pristine, self.server.data)
        self._start()

    def _start(self) -> None:
        self.admin.close()
        self.server.read_on()
        self.server.start()
        self.admin = Api(self.server.url, self.server.admin_token)

    def _import(self, key: str) -> None:
        week = renamed(document(), f"-{key}")
        week["municipality"]["id"] = f"kom-{key}"
        week["title"] += " " + self.canaries.word("week", week=key)
        for session in week["sessions"]:
            session["title"] += " " + self.canaries.word("session", week=key, session=session["id"])
        for model in week["models"]:
            where = {"week": key, "session": model["sessionId"]}
            for field, kind in (("title", "model title"), ("whyCross", "model")):
                model["fields"][field] += " " + self.canaries.word(kind, **where)
        answer = self.admin.ok("POST", "/weeks/import", 201, week)
        self.weeks[key] = answer["weekId"]
        for session in answer["sessions"]:
            self.codes[session["id"]] = session["joinCode"]
            self.canaries.secret(session["joinCode"], "code", week=key, session=session["id"])

    def _fill(self, place: str, week: str) -> None:
        """Its people, with a word in each name; a private idea and an answer; something parked; the lobby last."""
        model = WEEKS[week][place.removesuffix(f"-{week}")] + f"-{week}"
        base = {"week": self.weeks[week], "session": place, "model": model}
        lead = self._invite(place, "facilitator")
        self.people.append({**base, "role": "facilitator", "token": lead, "unit": "", "participant": ""})
        socket = SessionSocket(self.server.ws_url, place, lead)
        socket.accepted("openIdeas", roundId="r-1", question="Hvad?", isNamed=False)
        socket.accepted("openVote", voteId="v-1", question="Hvilket?", budget=3, isNamed=False,
                        options=[{"optionId": "a", "text": "A"}, {"optionId": "b", "text": "B"}])
        talk = self.canaries.word("talk", week=week, session=place)
        socket.accepted("parkItem", itemId="x-1", text=f"Lokaler {talk}")
        for number, unit in enumerate(PEOPLE[place]):
            name = f"Ærlig {number} {self.canaries.word('name', week=week, session=place)}"
            person = join(self.server.url, self.codes[place], name, "Lærer", unitId=f"{unit}-{week}")
            assert person.token is not None
            self.canaries.secret(person.token, "token")
            self.people.append({**base, "role": "participant", "token": person.token, "unit": f"{unit}-{week}",
                                "participant": person.participant_id})
            own = SessionSocket(self.server.ws_url, place, person.token)
            idea = self.canaries.word("idea", week=week, session=place)
            own.accepted("writeIdea", roundId="r-1", ideaId=f"i-{number}", text=f"Min idé {idea}")
            own.accepted("castVote", voteId="v-1", dots={"a": 1})
            answer = self.canaries.word("evaluation", week=week, session=place)
            own.accepted("evaluate", grade=4, text=f"Godt {answer}")
            own.close()
            self.people[-1]["idea"] = idea
        post = {"kind": "offer", "unitId": f"u-skole-{week}", "citizenGroupId": f"bg-1-{week}",
                "text": f"Vi kan {self.canaries.word('market', week=week)}"}
        self.admin.ok("POST", f"/weeks/{self.weeks[week]}/marketplace", 201, post)
        if place == APPROVAL:
            socket.accepted("setLobby", mode="approval")
        elif place == PASSPHRASE:
            word = self.canaries.word("lobby", week=week, session=place)
            socket.accepted("setLobby", mode="passphrase", passphrase=word)
            self.passphrase = word
        socket.close()

    def _attackers_session(self) -> dict[str, str]:
        """In the first week, led by an attacker: what it does there by right harms nobody else."""
        made = self.admin.ok("POST", f"/weeks/{self.weeks['a']}/sessions", 201, {
            "title": "Angribernes egen", "date": "2027-01-21", "startsAt": "09:00", "endsAt": "12:00"})
        model = self.admin.ok("POST", f"/sessions/{made['id']}/models", 201, {
            "level": "knowledge", "title": "Deres", "goalIds": ["m-1-a"]})
        self.codes[made["id"]] = made["joinCode"]
        return {"session": made["id"], "model": model["id"]}

    def _plans(self) -> None:
        for week in WEEKS:
            for unit in UNITS:
                whose, path = f"{unit}-{week}", f"/weeks/{self.weeks[week]}/units/{unit}-{week}/goal-plan"
                kind = "citizenPlan" if unit == SHOWN else "plan"
                word = self.canaries.word(kind, week=week, unit=whose)
                items = {"items": [{"section": "goals", "fields": {"text": f"Vi vil {word}"}}]}
                response = self.admin.patch(path, items, headers={"If-Match": "*"})
                assert response.status_code == 200, response.text
                if unit == SHOWN:
                    self.admin.post(path + "/versions", headers={"If-Match": "*"})
                    self.admin.request("PUT", path + "/citizen-plan", headers={"If-Match": "*"})
            token = self._invite(f"s-1-{week}", "leader", unitId=f"u-skole-{week}")
            self.leaders.append({"week": self.weeks[week], "unit": f"u-skole-{week}", "token": token})

    def _invite(self, session: str, role: str, **members: str) -> str:
        answer = self.admin.ok("POST", f"/sessions/{session}/invitations", 201, {"role": role, **members})
        self.canaries.secret(answer["token"], "token")
        return answer["token"]

    def seat(self, role: str, source: str, place: str = OPEN) -> Seat:
        """A new seat for an attacker of this role, who comes from the address `source` as far as it comes itself."""
        week = place[-1] if place in PLACES else "a"
        unit = f"{ATTACKERS}-{week}"
        if role in ("nobody", "citizen"):
            return Seat(role)
        if role == "guest":
            return Seat(role, week, place, code=self.codes[place])
        if role == "participant":
            body = {"joinCode": self.codes[place], "displayName": "Angriber", "function": "Lærer", "unitId": unit}
            answer = join_from(self.server, source, body)
            return Seat(role, week, place, unit, answer["token"], answer["participantId"], self.codes[place])
        if role == "facilitator":
            place = self.theirs["session"]
        members = {"unitId": unit} if role == "leader" else {}
        answer = self.admin.ok("POST", f"/sessions/{place}/invitations", 201, {"role": role, **members})
        return Seat(role, week, place, unit if members else "", answer["token"], code=self.codes[place])

    def told(self) -> dict[str, Any]:
        """What attackers and honest people are told of it: no attacker's process looks into what it may not know but
        to find that it was told."""
        return {
            "address": self.server.host_and_port, "ws": self.server.ws_url, "url": self.server.url, "weeks": self.weeks,
            "codes": self.codes, "people": self.people, "leaders": self.leaders, "theirs": self.theirs,
            "passphrase": self.passphrase, "admin": self.server.admin_token, "openapi": self.openapi,
            "canaries": self.canaries.listed(), "beside": BESIDE,
        }

    def close(self) -> None:
        self.admin.close()
        self.server.close()


def join_from(server: Fortress, source: str, body: dict[str, str]) -> dict[str, Any]:
    transport = httpx.HTTPTransport(local_address=source, verify=False)
    with httpx.Client(base_url=server.url, transport=transport, trust_env=False, timeout=30) as client:
        answer = client.post("/api/v1/join", json=body)
    assert answer.status_code == 201, f"an attacker is not let in: {answer.status_code} {answer.text}"
    return answer.json()


def renamed(week: dict[str, Any], suffix: str) -> dict[str, Any]:
    """The same week under ids of its own."""
    ids = set(identifiers(week))

    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            return {key + suffix if key in ids else key: walk(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [walk(inner) for inner in value]
        return value + suffix if isinstance(value, str) and value in ids else value

    return walk(week)


def identifiers(value: Any):
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for inner in value.values():
            yield from identifiers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from identifiers(inner)


def listed(canaries: list[dict]) -> list[Canary]:
    return [Canary(**canary) for canary in canaries]
