"""A Yjs client under Node, in a process of its own (see node/client.cjs)."""

import json
import os
import queue
import subprocess
import threading
from typing import Any

from . import layout, paths
from .waiting import wait_until

ANSWER_SECONDS = 60.0


class NodeClient:
    def __init__(self, ws_url: str, room: str, params: dict[str, str] | None = None, folder: str = "/ws/documents"):
        """Connects at once. `params` become the address's query, as y-websocket's `params` option does."""
        self.process = subprocess.Popen(
            ["node", str(paths.NODE_SCRIPTS / "client.cjs")],
            env={**os.environ, "NODE_PATH": paths.NODE_PATH},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._answers: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._next_id = 0
        self.do("connect", url=ws_url + folder, room=room, params=params or {})

    def do(self, operation: str, **arguments: Any) -> Any:
        """One command and its result."""
        self._next_id += 1
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"id": self._next_id, "op": operation, **arguments}) + "\n")
        answer = self._answers.get(timeout=ANSWER_SECONDS)
        assert answer is not None, f"the Node client ended during {operation}"
        assert answer["id"] == self._next_id
        assert "error" not in answer, answer.get("error")
        return answer["result"]

    @property
    def status(self) -> dict[str, Any]:
        return self.do("status")

    def wait_synced(self) -> "NodeClient":
        wait_until(lambda: self.status["synced"], "a Node client's sync")
        return self

    def wait_saved(self) -> None:
        wait_until(lambda: self.status["saved"], "saved covers the Node client's state")

    def content(self) -> dict[str, Any]:
        return self.do("content", texts=layout.text_roots(), maps=layout.map_roots())

    @property
    def state_vector(self) -> dict[int, int]:
        return {int(client): clock for client, clock in self.do("stateVector").items()}

    def close(self) -> None:
        if self.process.poll() is None:
            assert self.process.stdin is not None
            self.process.stdin.close()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self._reader.join(5)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._answers.put(json.loads(line))
        self._answers.put(None)
