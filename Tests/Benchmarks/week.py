"""Measures what a whole week costs: its archive, one unit's draft, and one more model.

    Tests/Benchmarks/run week [--rounds N] [--no-build]

archive       all drafts and outcomes of 112 units, 40 sessions and 400 models, as JSON, Markdown, CSV and calendar
draft.md      the draft of one unit of that week as Markdown; each round of another
edited        the same after somebody decided the level of a model of the unit
text          the draft of a unit in whose model somebody wrote a megabyte, or two, as Markdown, CSV and DOCX
model         one more model, in weeks of 250, 1,500 and 5,000

The week is the one that `PlanningBenchmark week` prints. Milliseconds from the request to the whole answer, and of the
server's processor; medians over the rounds, for the processor and for models means of many. Predictions stand in
LIMITS: exit status 1 when a figure is above its own. SAMSPIL_BINARY names another server, PLANNING_BENCHMARK another
maker of weeks.
"""

import argparse
import json
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from planning import BENCHMARK
from servers import ROOT, SAMSPIL, wait_for
from sessions import resident_mb

UNITS, MODELS, SESSIONS = 112, 400, 40
#: Models of the weeks in which one more is made; as many more each time it is measured.
SIZES, MORE = (250, 1_500, 5_000), 200
LEVELS = ("knowledge", "coordination", "coCreation")
#: Milliseconds.
LIMITS = {
    "archive, answer": 1_500, "draft.md, answer": 30,
    **{f"model in a week of {size:,}, processor": 1.5 for size in SIZES}}


def processor_seconds(pid):
    """Of all its threads, to the nanosecond."""
    return sum(int((task / "schedstat").read_text().split()[0]) for task in Path(f"/proc/{pid}/task").iterdir()) / 1e9


class Server:
    """Ours with an empty database; asked by the administrator."""

    def __init__(self, port, folder):
        self.token = secrets.token_urlsafe(32)
        self.address = f"http://127.0.0.1:{port}"
        words = [SAMSPIL, "serve", "--port", str(port), "--data", folder, "--log-level", "error",
                 "--limit-body-bytes", str(16 << 20), "--limit-models", "1000",
                 "--limit-answer-seconds", "600"]
        known = subprocess.run([SAMSPIL, "serve", "--help"], check=True, stdout=subprocess.PIPE, text=True).stdout
        # All models are made by one person.
        for name, value in (("command-burst", 100_000), ("commands-per-second", 10_000)):
            if f"--limit-{name}" in known:
                words += [f"--limit-{name}", str(value)]
        self.process = subprocess.Popen(
            words, env={**os.environ, "SAMSPIL_ADMIN_TOKEN": self.token}, stdout=subprocess.DEVNULL, cwd=ROOT)
        wait_for(lambda: urllib.request.urlopen(f"{self.address}/healthz").status == 200)

    def ask(self, path, body=None, method=None):
        request = urllib.request.Request(
            f"{self.address}/api/v1{path}", body if body is None else json.dumps(body).encode(),
            {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}, method=method)
        return urllib.request.urlopen(request).read()

    def measured(self, path, body=None, method=None):
        """Milliseconds until the whole answer is there, and of the processor."""
        before, begin = processor_seconds(self.process.pid), time.monotonic()
        self.ask(path, body, method)
        return ((time.monotonic() - begin) * 1000, (processor_seconds(self.process.pid) - before) * 1000)

    def stop(self):
        self.process.kill()
        self.process.wait()


def week(units, models):
    """The invented week, as many of its models as there are to be."""
    made = json.loads(subprocess.run([BENCHMARK, "week"], check=True, stdout=subprocess.PIPE, text=True).stdout)
    if models > len(made["models"]):
        first = made["models"]
        made["models"] = [
            {**first[number % len(first)], "id": f"aftale-{number}", "sessionId": f"session-{number % SESSIONS}"}
            for number in range(models)]
    else:
        made["models"] = made["models"][:models]
    return made


def documents(port, rounds):
    """The archive and drafts."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(port, folder)
        try:
            document = week(UNITS, MODELS)
            server.ask("/weeks/import", document)
            path = f"/weeks/{document['weekId']}"
            first = server.measured(f"{path}/units/u-1/goal-plan-draft.md")
            archives = [server.measured(f"{path}/outcome.zip") for _ in range(rounds)]
            drafts, edited = [], []
            for number, model in enumerate(document["models"][: rounds * 5]):
                draft = f"{path}/units/{model['fields']['parties'][0]}/goal-plan-draft.md"
                drafts.append(server.measured(draft))
                level = LEVELS[(LEVELS.index(model["level"]) + 1) % len(LEVELS)]
                server.ask(f"/models/{model['id']}", {"level": level}, "PATCH")
                edited.append(server.measured(draft))
            figures = {"first draft.md after the start, answer": first[0]}
            for name, measured in (("archive", archives), ("draft.md", drafts), ("edited", edited)):
                figures[f"{name}, answer"] = statistics.median(answer for answer, _ in measured)
                figures[f"{name}, processor"] = statistics.fmean(processor for _, processor in measured)
            figures["memory MB"] = resident_mb(server.process.pid)
            return figures
        finally:
            server.stop()


def texts(port, rounds):
    """Drafts with megabytes of text."""
    figures = {}
    for fields in (("task",), ("task", "whyCross")):
        document = week(UNITS, 1)
        (model,) = document["models"]
        for field in fields:
            model["fields"][field] = ("Familien møder voksne, der taler sammen. " * 25_000).encode()[:1_000_000].decode(
                errors="ignore")
        with tempfile.TemporaryDirectory() as folder:
            server = Server(port, folder)
            try:
                server.ask("/weeks/import", document)
                path = f"/weeks/{document['weekId']}/units/{model['fields']['parties'][0]}/goal-plan-draft"
                server.ask(path)
                for ending in ("md", "csv", "docx"):
                    figures[f"text of {len(fields)} MB as {ending}, answer"] = statistics.median(
                        server.measured(f"{path}.{ending}")[0] for _ in range(rounds))
            finally:
                server.stop()
    return figures


def models(port, size):
    """One more model in a week of so many."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(port, folder)
        try:
            server.ask("/weeks/import", week(UNITS, size))
            # Each session's room is opened by the first.
            for number in range(SESSIONS):
                make(server, number)
            before, begin = processor_seconds(server.process.pid), time.monotonic()
            for number in range(MORE):
                make(server, number)
            answer = (time.monotonic() - begin) * 1000 / MORE
            processor = (processor_seconds(server.process.pid) - before) * 1000 / MORE
            name = f"model in a week of {size:,}"
            return {f"{name}, answer": answer, f"{name}, processor": processor}
        finally:
            server.stop()


def make(server, number):
    server.ask(f"/sessions/session-{number % SESSIONS}/models", {
        "level": "coordination", "title": f"Ny aftale {number}", "goalIds": [f"m-{number % UNITS * 3}"]})


def main(words):
    parser = argparse.ArgumentParser(
        prog="Tests/Benchmarks/run week", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--port", type=int, default=18081)
    parser.add_argument("--no-build", action="store_true", help="measure what was built last")
    options = parser.parse_args(words)
    if not options.no_build:
        for product in ("samspil", "PlanningBenchmark"):
            subprocess.run(["swift", "build", "-c", "release", "--product", product], cwd=ROOT, check=True)
    above = print_figures(documents(options.port, options.rounds))
    for size in SIZES:
        above |= print_figures(models(options.port, size))
    above |= print_figures(texts(options.port, options.rounds))
    if above:
        sys.exit("a figure is above its limit")


def print_figures(figures):
    """Whether one is above its limit."""
    for name, value in figures.items():
        limit = LIMITS.get(name)
        print(f"{name:<48}{value:>12,.2f}" + (f"   limit {limit:g}" if limit else ""), flush=True)
    return any(value > LIMITS.get(name, value) for name, value in figures.items())
