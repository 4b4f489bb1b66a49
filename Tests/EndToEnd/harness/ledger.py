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

    def start_writer(self, url: str, name: str) -> None:
        writer = subprocess.Popen(
            [sys.executable, "-m", "harness.ledger_writer", url, name, str(self.folder)],
            cwd=paths.END_TO_END,
            stdin=subprocess.DEVNULL,
        )
        self.writers.append(writer)

    def wait_writers(self) -> None:
        """The writers end by themselves when their connection ends."""
        for writer in self.writers:
            assert writer.wait(20) == 0, "a writer failed"
        self.writers.clear()

    def close(self) -> None:
        for writer in self.writers:
            writer.kill()
            writer.wait()

    @property
    def sent(self) -> set[str]:
        return self._words("sent")

    @property
    def acknowledged(self) -> set[str]:
        return self._words("acknowledged")

    def check(self, text: str) -> None:
        """acknowledged ⊆ final ⊆ sent, and nothing twice."""
        final = Counter(WORD.findall(text))
        twice = [word for word, count in final.items() if count > 1]
        assert not twice, f"written twice: {twice[:10]}"
        lost = self.acknowledged - set(final)
        assert not lost, f"{len(lost)} acknowledged words are lost: {sorted(lost)[:10]}"
        invented = set(final) - self.sent
        assert not invented, f"nobody sent these: {sorted(invented)[:10]}"
        assert WORD.sub("", text) == "", f"words are broken: {WORD.sub('', text)[:100]!r}"

    def _words(self, kind: str) -> set[str]:
        lines = (line for file in self.folder.glob(f"*.{kind}") for line in file.read_text().splitlines())
        # A writer that is killed may leave half a line; ours end by themselves.
        return {line for line in lines if line.endswith("»")}
