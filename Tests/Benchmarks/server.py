"""Measures the server beside y-websocket's under Node and pycrdt-websocket, in the same run, and prints tables.

    Tests/Benchmarks/run server [--rounds N] [--no-build] [--only a,c] [--servers samspil,…] [--seconds S]

The load comes from `Load`, one thread of Swift over epoll, the same for every server, on the same machine. Each
measurement starts the server anew, on an empty data directory; the servers take turns in each round, and what is printed
are medians over the rounds. A delivery is one edit at one person who did not write it, however many came in one message.

a5, a20, a50  one room, 200 connections, 20 of them writing 5, 20 or 50 times a second each
cursors       a20, and an awareness message with each update, as a page sends its cursor
b100, b, b600 100, 300 or 600 rooms of 30 connections, 2 of each writing once a second
c             one room, 500 people, each writing once a second
d             2,000 people open the same document of 1 MB at once
e             15,000 connections, 30 to a room, that only tell who they are
rooms, one    2,000 connections that write once in 20 s: a room for each, or one for all
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from servers import PYTHON, ROOT, SERVERS

HERE = Path(__file__).resolve().parent
LOAD = ROOT / ".build" / "release" / "ServerLoad"

#: Rooms, connections in each, how many of them write, how often a second, and what else.
SCENARIOS = {
    "a5": (1, 200, 20, 5),
    "a20": (1, 200, 20, 20),
    "a50": (1, 200, 20, 50),
    "cursors": (1, 200, 20, 20, "--cursors"),
    "b100": (100, 30, 2, 1),
    "b": (300, 30, 2, 1),
    "b600": (600, 30, 2, 1),
    "c": (1, 500, 500, 1),
    "d": (1, 2000, 0, 1, "--document-bytes", 1_000_000),
    "e": (500, 30, 0, 1, "--awareness"),
    "rooms": (2000, 1, 1, 0.05, "--warmup", 20),
    "one": (1, 2000, 1, 0.05, "--warmup", 20),
}

TABLES = {
    "What it costs": (
        ("CPU µs/delivery", ("cpu_us_per_delivery",), 1, 2), ("deliveries/s", ("deliveries_per_second",), 1, 0),
        ("messages/s", ("frames_per_second",), 1, 0), ("CPU", ("server_cpu",), 1, 2),
        ("KB/connection", ("bytes_per_connection",), 1 / 1024, 1), ("all in step s", ("all_in_step_seconds",), 1, 2),
        ("CPU µs/opening", ("cpu_us_per_opening",), 1, 0), ("lost", ("lost",), 1, 0)),
    "How long it takes, in milliseconds": (
        *((f"delivery {part}", ("edit_to_delivery_ms", part), 1, 1) for part in ("p50", "p95", "p99", "max")),
        *((f"saved {part}", ("edit_to_saved_ms", part), 1, 1) for part in ("p50", "p99", "max"))),
    "The generator: (!) where it may have been the bottleneck": (
        ("CPU", ("generator_cpu",), 1, 2), ("writes late p99 ms", ("generator_late_ms", "p99"), 1, 1),
        ("away from sockets p99 ms", ("generator_turn_ms", "p99"), 1, 1)),
}


def measure(kind, name, port, seconds):
    """One measurement; None where the server or the generator gave up."""
    rooms, connections, writers, rate, *more = SCENARIOS[name]
    with tempfile.TemporaryDirectory() as folder:
        server = kind(rooms, port, Path(folder))
        try:
            result = subprocess.run(
                list(map(str, (
                    LOAD, "--port", port, "--server", server.process.pid, "--path", server.path,
                    "--rooms", ",".join(server.rooms), "--seconds", seconds, "--connections", connections,
                    "--writers", writers, "--rate", rate, *more))),
                stdout=subprocess.PIPE, text=True, timeout=200)
            return json.loads(result.stdout) if result.returncode == 0 else None
        except subprocess.TimeoutExpired:
            return None
        finally:
            server.process.kill()
            server.process.wait()


def median(results, path):
    values = []
    for value in results:
        for key in path:
            value = (value or {}).get(key)
        if value is not None:
            values.append(value)
    return statistics.median(values) if values else None


def table(title, columns, results):
    rows = [[title, *(name for name, *_ in columns)]]
    for (scenario, server), runs in results.items():
        is_busy = (median(runs, ("generator_cpu",)) or 0) > 0.8 or (median(runs, ("generator_late_ms", "p99")) or 0) > 5
        cells = [f"  {scenario} {server}{' (!)' if is_busy else ''}"]
        for _, path, factor, digits in columns:
            value = median(runs, path)
            cells.append("–" if value is None else f"{value * factor:,.{digits}f}")
        rows.append(cells)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.rjust(width) if index else cell.ljust(width) for index, (cell, width) in enumerate(zip(row, widths))))


def prepare(build):
    if build:
        for product in ("samspil", "ServerLoad"):
            subprocess.run(["swift", "build", "-c", "release", "--product", product], cwd=ROOT, check=True)
        subprocess.run(["node", "Web/build.mjs"], cwd=ROOT, check=True, stdout=sys.stderr)
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", ROOT / ".venv"], check=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "--requirement", HERE / "requirements.txt"], check=True)


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="Tests/Benchmarks/run server", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=8, help="that are measured, after three that are not")
    parser.add_argument("--only", default=",".join(SCENARIOS), help="scenarios, with commas")
    parser.add_argument("--servers", default=",".join(kind.name for kind in SERVERS), help="servers, with commas")
    parser.add_argument("--port", type=int, default=18080)
    parser.add_argument("--no-build", action="store_true", help="measure what was built last")
    options = parser.parse_args(arguments)
    prepare(not options.no_build)
    names = [name for name in SCENARIOS if name in options.only.split(",")]
    servers = [kind for kind in SERVERS if kind.name in options.servers.split(",")]
    results = {(name, kind.name): [] for name in names for kind in servers}
    for number in range(options.rounds):
        for name in names:
            for kind in servers:
                result = measure(kind, name, options.port, options.seconds)
                results[name, kind.name].append(result)
                print(f"round {number + 1}, {name}, {kind.name}: {json.dumps(result)}", file=sys.stderr, flush=True)
    print(f"{time.strftime('%Y-%m-%d %H:%M')}, {platform.machine()}, {os.cpu_count()} cores with the generator on one of them, "
          f"medians of {options.rounds} rounds")
    for title, columns in TABLES.items():
        print()
        table(title, columns, results)
