"""The siege itself: assault after assault on a server that honest people use; after each a look at what still holds."""

import random
import tempfile
import time
from pathlib import Path
from typing import Any

from . import army, plan
from .findings import Findings
from .fortress import Fortress
from .options import DISK_BYTES, DISK_BYTES_IN_ALL, MEMORY_BYTES, Options
from .people import waits
from .plan import Assault
from .report import Report
from .townspeople import Townspeople
from .world import World

PEACE_SECONDS = 4.0
#: After an assault, so that what it left in queues counts as its own.
AFTERMATH_SECONDS = 0.3
RESTART_AFTER = 8
WAITED_FOR = ("key", "command", "saved")


class Campaign:
    def __init__(self, options: Options, folder: Path) -> None:
        self.options, self.folder = options, folder
        self.chance = random.Random(f"{options.seed} campaign")
        self.server = Fortress(folder / "data", "--log-level", "info").start()
        self.world = World(self.server, random.Random(f"{options.seed} world"))
        self.findings, self.report = Findings(options.kept, options.seed), Report()
        self.began = time.monotonic()
        self.most_growth = self.most_disk = self.since_restart = 0
        self._settle()

    def run(self) -> bool:
        """Until the time is up; whether nothing was found."""
        self.began, spent = time.monotonic(), 0.0
        for assault in plan.assaults(self.options.seed, self.options.only):
            if spent >= self.options.seconds:
                break
            seconds = min(self.options.assault_seconds, max(1.0, self.options.seconds - spent))
            self._assault(assault, seconds)
            spent += seconds
        if self.since_restart:
            self._restart(Assault(assault.attack, assault.role, 0, self.options.seed))
        self._check_output()
        self.people.end()
        self.world.close()
        planted = len(self.world.canaries.planted)
        for line in self.report.lines(self.options.seed, planted, self.most_growth, self.most_disk):
            print(line)
        return not self.findings.all and not self.report.instrument

    # One assault

    def _assault(self, assault: Assault, seconds: float) -> None:
        before = self.findings.count, self.findings.lasting
        spent = (self.server.processor_seconds, self.server.pages_from_disk)
        if assault.attack.stalls_output:
            self.server.stall()
        try:
            results, rings = army.carry_out(
                self.world, assault, seconds, self.folder, lambda: not self.server.is_running)
        except AssertionError as error:
            # Not let in: what an earlier assault of the same attackers took is theirs to miss.
            self.report.instrument.append(f"{assault.name}: {error}")
            return
        finally:
            if not assault.attack.stalls_output:
                self.server.read_on()
        time.sleep(AFTERMATH_SECONDS)
        self.report.assaults += 1
        self.report.attackers(assault.role, results, assault.name)
        self._check(assault, results, rings, spent)
        self.server.read_on()
        self.on_this_data.append(assault.name)
        self.report.failed += before[0] != self.findings.count
        self.since_restart += 1
        if before[1] != self.findings.lasting:
            self._begin_anew()
        elif self.since_restart >= RESTART_AFTER:
            self._restart(assault)

    def _check(
        self, assault: Assault, results: list[dict[str, Any]], rings: list[Path], spent: tuple[float, int],
    ) -> None:
        def told(what: str, is_lasting: bool = False) -> None:
            second = time.monotonic() - self.began
            before = self.on_this_data[-5:] if is_lasting else []
            self.findings.add(what, assault.name, assault.role, second, rings, is_lasting, before)

        def found(what: str) -> None:
            told(what, is_lasting=True)

        for result in results:
            for canary, kind, where in result["escaped"]:
                told(f"a canary escaped ({kind}): the {canary}, in the {where}")
            for sentence in result["complaints"]:
                told(sentence)
        if self.server.wait_end(0.05):
            return found(f"the process ended: with {self.server.ended_with}")
        self._check_people(found, spent)
        self._check_openings(found)
        self._check_growth(found)

    def _check_people(self, found, spent: tuple[float, int]) -> None:
        news = self.people.ask("turn")
        self.report.waits.append(news["waits"])
        machine = waits.quantile(news["waits"].get("machine", []), 0.99)
        if machine > self.options.wait_seconds:
            self.report.blind += 1
        else:
            busy, pages = self.server.processor_seconds - spent[0], self.server.pages_from_disk - spent[1]
            for kind in WAITED_FOR:
                seconds, bound = news["waits"].get(kind, []), self.options.wait_seconds + machine
                if waits.is_too_long_at_p99(seconds, bound):
                    found(f"honest people wait too long for a {kind}: {waits.line(kind, seconds)}; "
                          f"the machine's own p99 is {machine * 1000:.0f} ms, the server was busy for {busy:.1f} s "
                          f"and waited for {pages} pages from the disk")
        for trouble, times in sorted(news["troubles"].items()):
            found(f"{trouble} ({times} times)")

    def _check_openings(self, found) -> None:
        for place, (seconds, why) in self.people.ask("visit").items():
            if why:
                found(f"{place} does not open: {why}")
            elif seconds > self.options.open_seconds:
                found(f"{place} opens too late: after {seconds:.1f} s")
        for trouble, times in sorted(self.people.ask("turn")["troubles"].items()):
            found(f"{trouble} ({times} times)")

    def _check_growth(self, found) -> None:
        growth = self.server.most_memory_since_asked() - self.memory_in_peace
        self.most_growth = max(self.most_growth, growth)
        if growth > MEMORY_BYTES:
            found(f"memory grew by {growth / 2**20:.0f} MiB")
        disk = self.server.disk
        if disk - self.disk_before > DISK_BYTES:
            found(f"the disk holds {(disk - self.disk_before) / 2**20:.0f} MiB more")
        elif disk - self.disk_in_peace > DISK_BYTES_IN_ALL:
            found(f"the disk holds {(disk - self.disk_in_peace) / 2**20:.0f} MiB more, of all assaults together")
        self.disk_before = disk
        self.most_disk = max(self.most_disk, disk - self.disk_in_peace)

    def _check_output(self) -> None:
        """What the server prints goes into a journal that others read."""
        for canary in self.world.canaries.planted.values():
            if canary.word in self.server.output:
                self.report.failed += 1
                what = f"a canary escaped ({canary.kind}): the {canary}, in what the server prints"
                self.findings.add(what, "output", "nobody", time.monotonic() - self.began, [])

    # Restarts

    def _restart(self, assault: Assault) -> None:
        """Ended well or killed, and begun again: everything that was acknowledged is there, and every room opens."""
        self.report.restarts += 1
        self.since_restart = 0
        before = self.findings.count

        def found(what: str) -> None:
            self.findings.add(f"after a restart: {what}", assault.name, assault.role, time.monotonic() - self.began, [])

        self.people.ask("turn")
        self.people.ask("away")
        try:
            if self.chance.random() < 0.5:
                self.server.kill()
            elif (status := self.server.stop()) != 0:
                found(f"SIGTERM ends the server with {status}")
            self.server.restart()
        except AssertionError as error:
            found(str(error).split("\n")[0])
            self.report.failed += 1
            return self._begin_anew()
        self.people.ask("back")
        self._check_openings(found)
        self.report.failed += before != self.findings.count

    def _begin_anew(self) -> None:
        """What an assault did must not be found again by the next."""
        self.people.end()
        self.world.begin_anew()
        self._settle()

    def _settle(self) -> None:
        self.people = Townspeople(self.world, self.options.seed)
        self.on_this_data: list[str] = []
        self.since_restart = 0
        time.sleep(1.0)
        self.people.ask("turn")
        time.sleep(PEACE_SECONDS if not self.report.peace else 1.0)
        news = self.people.ask("turn")
        self.report.peace = self.report.peace or news["waits"]
        if news["troubles"]:
            self.report.instrument.append(f"in peace: {news['troubles']}")
        self.people.ask("visit")
        self.people.ask("turn")
        self.memory_in_peace = self.server.most_memory_since_asked()
        self.disk_before = self.disk_in_peace = self.server.disk


def run(options: Options) -> Campaign:
    with tempfile.TemporaryDirectory() as folder:
        campaign = Campaign(options, Path(folder))
        try:
            campaign.run()
        finally:
            campaign.server.close()
        return campaign
