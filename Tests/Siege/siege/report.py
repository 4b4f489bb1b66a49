"""What is told at the end: figures, whether anything was found or not."""

from collections import Counter, defaultdict
from typing import Any

from .people import waits


class Report:
    def __init__(self) -> None:
        self.sent: dict[str, Counter[str]] = defaultdict(Counter)
        self.statuses: Counter[int] = Counter()
        self.sent_bytes = self.searched_bytes = 0
        self.waits: list[dict[str, list[float]]] = []
        self.peace: dict[str, list[float]] = {}
        self.assaults = self.failed = self.restarts = self.blind = 0
        self.instrument: list[str] = []

    def attackers(self, role: str, results: list[dict[str, Any]], name: str) -> None:
        for result in results:
            self.sent[role].update(result["counts"])
            self.statuses.update(result["statuses"])
            self.sent_bytes += result["sent"]
            self.searched_bytes += result["received"]
            if result["failure"]:
                self.instrument.append(f"{name} ({role}): {result['failure']}")

    def lines(self, seed: int, canaries: int, memory: int, disk: int):
        yield f"seed {seed}; {self.assaults} assaults, {self.restarts} restarts of the server"
        for role, counts in sorted(self.sent.items()):
            told = ", ".join(f"{count:,} {kind}s" for kind, count in counts.most_common())
            yield f"sent by {role}: {told}"
        told = ", ".join(f"{status} × {count:,}" for status, count in sorted(self.statuses.items()))
        yield f"answers to attackers: {told}"
        yield f"{self.sent_bytes / 1e6:.1f} MB sent by attackers"
        yield f"{canaries} canaries, searched for in {self.searched_bytes / 1e6:.1f} MB that attackers received"
        for kind, seconds in sorted(self.peace.items()):
            yield "in peace, " + waits.line(kind, seconds)
        for kind, seconds in sorted(waits.merged(self.waits).items()):
            yield "under siege, " + waits.line(kind, seconds)
        if self.blind:
            yield f"{self.blind} assaults in which the machine itself was too slow to tell"
        yield f"memory grew by at most {memory / 2**20:.0f} MiB, disk by {disk / 2**20:.1f} MiB"
        for sentence in self.instrument:
            yield f"THE INSTRUMENT FAILED: {sentence}"
