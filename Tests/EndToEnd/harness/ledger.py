"""Writers in other processes, their ledgers, and what must hold between them and the document."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from . import paths

WORD = re.compile("«[^«»]*»")


class Ledgers:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.writers: list[subprocess.Popen] = []

    def start_writer(self, url: str, name: str, again: bool = False) -> None:
        """`again`: goes on with a new connection and an empty document whenever its connection ends."""
        writer = subprocess.Popen(
            [sys.executable, "-m", "harness.ledger_writer", url, name, str(self.folder), *(["again"] if again else [])],
            cwd=paths.END_TO_END,
            stdin=subprocess.DEVNULL,
        )
        self.writers.append(writer)

    def wait_writers(self) -> None:
        """The writers end by themselves when their connection ends."""
        for writer in self.writers:
            assert writer.wait(20) == 0, "a writer failed"
        self.writers.clear()

    def end_writers(self) -> None:
        """Ends those that would go on again."""
        for writer in self.writers:
            writer.kill()
            writer.wait()
        self.writers.clear()

    def close(self) -> None:
        self.end_writers()

    @property
    def sent(self) -> set[str]:
        return self._words("sent")

    @property
    def acknowledged(self) -> set[str]:
        return self._words("acknowledged")

    def check(self, text: str, acknowledged: set[str] | None = None) -> None:
        """acknowledged ⊆ final ⊆ sent, and nothing twice.

        While writers go on, `acknowledged` is what the ledger held before the text was read.
        """
        final = Counter(WORD.findall(text))
        twice = [word for word, count in final.items() if count > 1]
        assert not twice, f"written twice: {twice[:10]}"
        lost = (self.acknowledged if acknowledged is None else acknowledged) - set(final)
        assert not lost, f"{len(lost)} acknowledged words are lost: {sorted(lost)[:10]}"
        invented = set(final) - self.sent
        assert not invented, f"nobody sent these: {sorted(invented)[:10]}"
        assert WORD.sub("", text) == "", f"words are broken: {WORD.sub('', text)[:100]!r}"

    def _words(self, kind: str) -> set[str]:
        lines = (line for file in self.folder.glob(f"*.{kind}") for line in file.read_text().splitlines())
        # A writer that is killed may leave half a line; ours end by themselves.
        return {line for line in lines if line.endswith("»")}
