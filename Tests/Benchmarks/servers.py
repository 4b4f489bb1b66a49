"""The servers that are measured: each is started on a port of 127.0.0.1 with an empty memory, and knows the names of as
many rooms as it is asked for and the path of their sockets, in which ROOM stands for the name."""

import json
import os
import secrets
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SAMSPIL = Path(os.environ.get("SAMSPIL_BINARY", ROOT / ".build" / "release" / "samspil"))
PYTHON = ROOT / ".venv" / "bin" / "python"
NODE_MODULES = os.environ.get("NODE_PATH", "/usr/share/nodejs")
MODELS_OF_A_SESSION = 20


class Samspil:
    """Ours, with room for all connections from one machine; everything else is as it comes."""

    name = "samspil"

    def __init__(self, rooms, port, folder):
        self.token = secrets.token_urlsafe(32)
        self.process = subprocess.Popen(
            [SAMSPIL, "serve", "--port", str(port), "--data", folder / "data", "--log-level", "error",
             "--limit-connections", "20000", "--limit-connections-per-address", "20000",
             # All writers are the administrator here, and so one person.
             "--limit-person-update-bytes", "1000000000", "--limit-person-update-bytes-per-second", "1000000000",
             "--limit-person-clients", "1000000", "--limit-person-answer-bytes", "10000000000"],
            env={**os.environ, "SAMSPIL_ADMIN_TOKEN": self.token}, stdout=subprocess.DEVNULL, cwd=ROOT)
        self.port = port
        wait_for(lambda: urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz").status == 200)
        self.rooms = self.models(rooms)
        self.path = f"/ws/documents/ROOM?token={self.token}&saved=1"

    def models(self, count):
        """As many models as there are rooms, in sessions of a week made for it."""
        week = self.week = self.post("/weeks", {
            "title": "Belastning", "municipality": {"name": "Kommune"}, "start": "2027-03-01", "end": "2027-03-05",
            "units": [{"name": "Skole", "leaderFunction": "Skoleleder"}], "citizenGroups": [{"name": "Unge"}]})["id"]
        models = []
        while len(models) < count:
            session = self.post(f"/weeks/{week}/sessions", {
                "title": "Session", "date": "2027-03-01", "startsAt": "09:00", "endsAt": "12:00"})["id"]
            for _ in range(min(MODELS_OF_A_SESSION, count - len(models))):
                models.append(self.post(f"/sessions/{session}/models", {
                    "level": "coordination", "title": "Model", "goalIds": []})["id"])
        return models

    def post(self, path, body):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/v1{path}", json.dumps(body).encode(),
            {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"})
        return json.load(urllib.request.urlopen(request))


class YWebsocket:
    """Debian's package node-y-websocket, as its own start script runs it: documents in memory only."""

    name = "y-websocket"

    def __init__(self, rooms, port, folder):
        self.process = subprocess.Popen(
            ["node", f"{NODE_MODULES}/y-websocket/bin/server.js"], stdout=subprocess.DEVNULL,
            env={**os.environ, "HOST": "127.0.0.1", "PORT": str(port), "NODE_PATH": NODE_MODULES})
        wait_for(lambda: urllib.request.urlopen(f"http://127.0.0.1:{port}/").status == 200)
        self.rooms = [f"room-{number}" for number in range(rooms)]
        self.path = "/ROOM"


class PycrdtWebsocket:
    """pycrdt-websocket from PyPI behind hypercorn, as its documentation starts it: documents in memory only."""

    name = "pycrdt-websocket"

    def __init__(self, rooms, port, folder):
        self.rooms = [f"room-{number}" for number in range(rooms)]
        self.process = subprocess.Popen(
            [PYTHON, HERE / "pycrdt_server.py", str(port), *(f"/{room}" for room in self.rooms)], stdout=subprocess.DEVNULL)
        wait_for(lambda: socket.create_connection(("127.0.0.1", port), 1).close() is None)
        self.path = "/ROOM"


SERVERS = (Samspil, YWebsocket, PycrdtWebsocket)


def wait_for(is_ready, seconds=30):
    end = time.monotonic() + seconds
    while True:
        try:
            if is_ready():
                return
        except OSError:
            pass
        if time.monotonic() > end:
            raise TimeoutError("a server did not start")
        time.sleep(0.05)
