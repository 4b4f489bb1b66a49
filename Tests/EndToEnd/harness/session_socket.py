"""A client of `/ws/sessions/…`: commands one way, events the other."""

import json
import time
from typing import Any, Callable

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect


class SessionSocket:
    def __init__(
        self, ws_url: str, session_id: str, token: str, after: int | None = None, greet: bool = True,
        state: bool = False,
    ) -> None:
        query = f"token={token}" + (f"&after={after}" if after is not None else "") + ("&state=1" if state else "")
        url = f"{ws_url}/ws/sessions/{session_id}?{query}"
        # Entered by hand, left in `close`.
        self.socket = connect(url, compression=None, proxy=None).__enter__()
        self.messages: list[dict[str, Any]] = []
        self.close_code: int | None = None
        self._next_id = 0
        self._first = 0
        self.welcome: dict[str, Any] = {}
        if greet:
            self.wait(lambda: self.messages, "the server's first message")
            self.welcome = self.messages[0]
            assert self.welcome["type"] == "welcome", f"the first message is not the welcome: {self.welcome}"
            if after is None:
                self._first = self.welcome["seq"] + 1

    def pump(self, seconds: float = 0.0) -> None:
        first = True
        while self.close_code is None:
            try:
                text = self.socket.recv(timeout=seconds if first else 0)
            except TimeoutError:
                return
            except ConnectionClosed as closed:
                self.close_code = closed.rcvd.code if closed.rcvd else 1006
                return
            assert isinstance(text, str), "a binary frame on a session's connection"
            self.messages.append(json.loads(text))
            first = False

    def wait(self, condition: Callable[[], Any], what: str, timeout: float = 15.0) -> Any:
        deadline = time.monotonic() + timeout
        while not (value := condition()):
            if time.monotonic() > deadline:
                raise AssertionError(f"waited {timeout:g} s in vain: {what}; got {self.messages[-5:]}")
            if self.close_code is not None:
                raise AssertionError(f"the connection closed ({self.close_code}) before: {what}")
            self.pump(0.05)
        return value

    def send(self, kind: str, **members: Any) -> str:
        """Sends a command without waiting for its answer, and returns the command's id."""
        self._next_id += 1
        command_id = f"c{self._next_id}"
        message = {"type": "command", "id": command_id, "command": {"kind": kind, **members}}
        self.socket.send(json.dumps(message))
        return command_id

    def answer(self, command_id: str) -> dict[str, Any]:
        def find() -> dict[str, Any] | None:
            answers = (m for m in self.messages if m["type"] in ("accepted", "refused") and m.get("id") == command_id)
            return next(answers, None)

        return self.wait(find, f"an answer to command {command_id}")

    def command(self, kind: str, **members: Any) -> dict[str, Any]:
        return self.answer(self.send(kind, **members))

    def accepted(self, kind: str, **members: Any) -> dict[str, Any]:
        answer = self.command(kind, **members)
        assert answer["type"] == "accepted", f"{kind} was refused: {answer}"
        return answer

    def refused(self, kind: str, **members: Any) -> dict[str, Any]:
        """The refusal, which must carry a code and a sentence in both languages."""
        answer = self.command(kind, **members)
        assert answer["type"] == "refused", f"{kind} was accepted"
        assert answer["code"] and answer["reason"] and answer["reasonEn"], answer
        return answer

    @property
    def events(self) -> list[dict[str, Any]]:
        """Those since `after`, which a connection without it is sent all of; here only the new ones then."""
        return [message for message in self.messages if message["type"] == "event" and message["seq"] >= self._first]

    @property
    def state(self) -> dict[str, Any] | None:
        """The last whole state that came, with what is one's own, in one message or in parts."""
        whole, texts = None, []
        for message in self.messages:
            if message["type"] != "state":
                continue
            if "state" in message:
                whole = message
            else:
                texts = [*texts, message["text"]] if message["part"] else [message["text"]]
                if message["isLast"]:
                    whole = {"seq": message["seq"], **json.loads("".join(texts))}
        return whole

    def present(self) -> set[str]:
        """Who is here, by the list and what changed since."""
        here: set[str] = set()
        for message in self.messages:
            if message["type"] == "presence":
                here = set(message["present"])
            elif message["type"] == "presenceChange":
                here = (here | set(message["came"])) - set(message["left"])
        return here

    def kinds(self) -> list[str]:
        return [message["event"]["kind"] for message in self.events]

    def event(self, kind: str) -> dict[str, Any]:
        """The latest event of this kind; waits for one."""
        return self.wait(
            lambda: next((m for m in reversed(self.events) if m["event"]["kind"] == kind), None), f"an event {kind}"
        )

    def close(self) -> None:
        self.socket.close()
