"""What a power cut may leave of files, from a recording of what was done to them.

The disk holds of each file what its last sync that succeeded covered. Of what came after, each write may have reached
the disk or not, in any order, whole or only some of its sectors. A sync that failed vouches for nothing, and what was
written before it may never be written again (`fsync(2)`).
"""

import random
from dataclasses import dataclass, field
from pathlib import Path

from .disk_recording import Delete, Event, Sync, Truncate, Write

SECTOR = 512


@dataclass
class FileState:
    """One file: what is surely on the disk, and what is not sure."""

    durable: bytearray
    unsure: list[Event] = field(default_factory=list)
    #: Written before a sync that failed: the system may hold these for written.
    forgotten: list[Event] = field(default_factory=list)


class PowerCut:
    """Follows a recording event by event, and at any point makes what a power cut there may leave."""

    def __init__(self, baseline: Path, generator: random.Random) -> None:
        names = ("samspil.sqlite", "samspil.sqlite-wal")
        files = {name: baseline / name for name in names}
        self.files = {name: FileState(bytearray(file.read_bytes() if file.exists() else b"")) for name, file in files.items()}
        self.generator = generator

    def follow(self, event: Event) -> None:
        if not isinstance(event, (Write, Truncate, Delete, Sync)):
            return
        state = self.files[event.file]
        if not isinstance(event, Sync):
            state.unsure.append(event)
        elif event.succeeded:
            self._settle(state)
        else:
            state.forgotten += state.unsure
            state.unsure = []

    def _settle(self, state: FileState) -> None:
        """What had been forgotten comes to the disk only where it was written once more."""
        for done in state.unsure:
            apply(state.durable, done)
            state.forgotten = [old for old in state.forgotten if not covers(done, old)]
        state.unsure = []

    def leave(self, folder: Path, how: str) -> None:
        """Puts into `folder` what is left: `nothing` of what is unsure, `everything`, or some of it, `torn`."""
        folder.mkdir()
        for name, state in self.files.items():
            content = bytearray(state.durable)
            unsure = [*state.forgotten, *state.unsure]
            for event in unsure if how != "nothing" else []:
                self._apply_some(content, event, how)
            if content:
                (folder / name).write_bytes(content)

    def _apply_some(self, content: bytearray, event: Event, how: str) -> None:
        if how == "everything":
            return apply(content, event)
        if self.generator.random() < 0.4:
            return
        if isinstance(event, Write) and self.generator.random() < 0.5:
            event = self._torn(event)
        apply(content, event)

    def _torn(self, event: Write) -> Write:
        """Only the first sectors of a write."""
        sectors = max(1, (len(event.data) + SECTOR - 1) // SECTOR)
        return Write(event.file, event.offset, event.data[: self.generator.randrange(sectors) * SECTOR])


def apply(content: bytearray, event: Event) -> None:
    if isinstance(event, Write):
        end = event.offset + len(event.data)
        if len(content) < end:
            content.extend(bytes(end - len(content)))
        content[event.offset : end] = event.data
    elif isinstance(event, Truncate):
        del content[event.length :]
        content.extend(bytes(event.length - len(content)))
    elif isinstance(event, Delete):
        content.clear()


def covers(new: Event, old: Event) -> bool:
    if isinstance(new, Delete) or isinstance(new, Truncate) and new.length == 0:
        return True
    if not (isinstance(new, Write) and isinstance(old, Write)):
        return False
    return new.offset <= old.offset and new.offset + len(new.data) >= old.offset + len(old.data)
