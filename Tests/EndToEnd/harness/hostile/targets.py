"""What is bombarded: the example week's rooms, as people who may be there, and what must be unharmed afterwards."""

from ..api import Api
from ..clients import Clients
from ..example import import_week
from ..server import Server

#: Written to and shouted at; another document and another session are not.
MODEL, SESSION = "k-1", "s-1"
UNTOUCHED = "c-1"


class Targets:
    def __init__(self, server: Server, admin: Api) -> None:
        self.server, self.admin = server, admin
        week = import_week(admin)
        participant = week.join(SESSION, "Deltager", "Lærer", unitId="u-skole")
        observer = week.invite(SESSION, "observer")
        tokens = [participant.token, observer.token]
        participant.close()
        observer.close()
        #: Paths with their query, as a participant and as an observer.
        self.sockets = [
            f"/ws/{place}?token={token}" for token in tokens for place in (f"documents/{MODEL}", f"sessions/{SESSION}")]
        self.before = self.content(UNTOUCHED)
        # So that what is opened once has been opened before anything is counted.
        self.content(MODEL)
        admin.session(SESSION)

    def content(self, model: str) -> object:
        clients = Clients(self.server)
        try:
            return clients.pycrdt(model, self.admin.token).content()
        finally:
            clients.close()

    def check_unharmed(self) -> None:
        """Others' documents are as they were; the one that was bombarded takes edits; the session takes commands."""
        assert self.content(UNTOUCHED) == self.before
        clients = Clients(self.server)
        try:
            writer, reader = (clients.pycrdt(MODEL, self.admin.token) for _ in range(2))
            writer.insert("task", 0, "stadig her ")
            reader.wait(lambda: str(reader.text("task")).startswith("stadig her "), "an edit after it all")
            session = clients.session(SESSION, self.admin.token)
            session.accepted("lockModel", modelId=MODEL)
        finally:
            clients.close()
