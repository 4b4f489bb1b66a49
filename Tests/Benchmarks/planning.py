"""Measures drafts and the merge into plans, and holds them to their limits.

    Tests/Benchmarks/run planning [--repeats N] [--no-build]

Medians of N runs in one process; drafts of all units are made a third as often. The large week is invented:
112 units with three goals each, 400 models. Exit status 1 when a figure is above its limit.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BENCHMARK = Path(os.environ.get("PLANNING_BENCHMARK", ROOT / ".build" / "release" / "PlanningBenchmark"))
#: Milliseconds.
LIMITS = {"draft of the example's school": 20, "drafts of all 112 units": 1000}


def main(words):
    parser = argparse.ArgumentParser(
        prog="run planning", description="Measures drafts and the merge into plans.")
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--no-build", action="store_true", help="measure what was built last")
    arguments = parser.parse_args(words)
    if not arguments.no_build:
        subprocess.run(["swift", "build", "-c", "release", "--product", "PlanningBenchmark"], cwd=ROOT, check=True)
    files = [ROOT / "Sessions" / "templates" / "fields.json", ROOT / "Sessions" / "examples" / "example-week.json"]
    output = subprocess.run(
        [BENCHMARK, *files, str(arguments.repeats)], check=True, stdout=subprocess.PIPE, text=True).stdout
    above = False
    for name, value in json.loads(output).items():
        limit = LIMITS.get(name)
        above |= limit is not None and value > limit
        print(f"{name:<42}{value:>12.2f} ms" + (f"   limit {limit} ms" if limit else ""))
    if above:
        sys.exit("a figure is above its limit")
