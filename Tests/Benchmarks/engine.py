"""Measures the document engine beside Yjs under Node and yrs through pycrdt, in the same run, and prints a table.

    Tests/Benchmarks/run engine [--rounds N] [--no-build] [--traces FOLDER]

Each round starts each engine anew for each piece of work, one after the other, so that a spell in which the machine is
busy hits all three; what is printed are medians over the rounds. What takes milliseconds is done several times in a
round, and the round's median counts.

apply   updates of one keystroke each are applied one by one, and each gives the update to send on
encode  the whole state is written as one update
load    a new document is made of that update
diff    the state is written for somebody who has the first 99 % of the updates
merge   many updates are made one, without a document
memory  what the process grows by for each document loaded

The work is made once by `generate.cjs`, in `.build/benchmarks`.
"""

import argparse
import importlib.machinery
import importlib.util
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / ".build" / "benchmarks"
ENGINE = Path(os.environ.get("ENGINE_BENCHMARK", ROOT / ".build" / "release" / "EngineBenchmark"))
PYTHON = ROOT / ".venv" / "bin" / "python"
NODE = ["node", "--expose-gc", str(HERE / "yjs.cjs")]
SUBJECTS = {"samspil": [str(ENGINE)], "Yjs": NODE, "yrs": [str(PYTHON), str(HERE / "yrs.py")]}
ENVIRONMENT = {**os.environ, "NODE_PATH": os.environ.get("NODE_PATH", "/usr/share/nodejs")}

TYPED = ("automerge-paper", "rustcode", "friendsforever", "scattered")
MERGED = 20_000
REPEATS = 5


def prepare(traces, build):
    if build:
        subprocess.run(["swift", "build", "-c", "release", "--product", "EngineBenchmark"], cwd=ROOT, check=True)
    # The tests know how to make the environment that pycrdt is in.
    loader = importlib.machinery.SourceFileLoader("tests_run", str(ROOT / "Tests" / "run"))
    tests = importlib.util.module_from_spec(importlib.util.spec_from_loader("tests_run", loader))
    sys.dont_write_bytecode = True
    loader.exec_module(tests)
    tests.environment(tests.Outcome("environment"))
    return generate(traces)


def generate(traces):
    """What `generate.cjs` says of each file; made anew when it or the traces changed."""
    inputs = [HERE / "generate.cjs", *sorted(traces.glob("*.json.gz"))]
    stamp = json.dumps([[path.name, path.stat().st_size, int(path.stat().st_mtime)] for path in inputs])
    index = WORK / "index.json"
    if index.is_file():
        known = json.loads(index.read_text())
        if known["stamp"] == stamp:
            return known["files"]
    print("Making the work (once) …", file=sys.stderr, flush=True)
    command = ["node", str(HERE / "generate.cjs"), str(traces), str(WORK)]
    output = subprocess.run(command, env=ENVIRONMENT, check=True, stdout=subprocess.PIPE, text=True).stdout
    files = {entry["name"]: entry for entry in map(json.loads, output.splitlines())}
    for name in TYPED:
        subprocess.run([str(ENGINE), "state", str(WORK / f"{name}.updates"), "0"], check=True)
    index.write_text(json.dumps({"stamp": stamp, "files": files}))
    return files


def tasks(files):
    """A key for each piece of work, and the arguments that an engine gets for it."""
    for name in TYPED:
        count = files[name]["updates"]
        merged = MERGED if name == "automerge-paper" else 0
        path = str(WORK / f"{name}.updates")
        repeats = str(1 if name == "scattered" else REPEATS)
        yield (name, "2n"), ["measure", path, str(count), str(merged), repeats]
        yield (name, "n"), ["measure", path, str(count // 2), str(merged // 2), repeats]
        yield (name, "memory"), ["memory", path + ".state", "20" if count > 100_000 else "50"]
    yield ("small", "many"), ["many", str(WORK / "small.updates"), str(REPEATS)]
    yield ("small", "memory"), ["memory", str(WORK / "small.updates"), "2"]
    yield ("large", "2n"), ["measure", str(WORK / "large.updates"), "1", "0", "1"]
    yield ("large", "memory"), ["memory", str(WORK / "large.updates"), "1"]


def measure(files, rounds):
    results = {}
    for each in range(rounds):
        print(f"round {each + 1} of {rounds} …", file=sys.stderr, flush=True)
        for key, arguments in tasks(files):
            for subject, command in SUBJECTS.items():
                output = subprocess.run(
                    command + arguments, env=ENVIRONMENT, check=True, stdout=subprocess.PIPE, text=True).stdout
                for figure, value in json.loads(output).items():
                    results.setdefault((*key, figure), {}).setdefault(subject, []).append(value)
    return {key: {subject: statistics.median(values) for subject, values in row.items()} for key, row in results.items()}


def milliseconds(value):
    return f"{value:,.0f} ms" if value >= 1000 else f"{value:.1f} ms" if value >= 10 else f"{value:.2f} ms"


def byte_count(value):
    return f"{value / 1e6:.1f} MB" if value >= 1e6 else f"{value / 1e3:.1f} kB" if value >= 1e4 else f"{value:.1f} B"


def row(label, values, form):
    ours = values["samspil"]
    cells = [form(values[subject]) if subject in values else "–" for subject in SUBJECTS]
    ratios = [f"{values[name] / ours:.1f} ×" if name in values and ours else "–" for name in ("Yjs", "yrs")]
    print(f"{label:<42}" + "".join(f"{cell:>14}" for cell in cells) + "".join(f"{cell:>10}" for cell in ratios))


def heading(title, *columns):
    columns = columns or (*SUBJECTS, "Yjs/ours", "yrs/ours")
    print(f"\n{title:<42}" + "".join(f"{column:>{14 if index < 3 else 10}}" for index, column in enumerate(columns)))


def report(files, results):
    for name in TYPED:
        entry = files[name]
        heading(f"{name} ({entry['updates']:,} updates, {entry['source']})")
        for figure in ("apply", "encode", "load", "diff"):
            row(f"  {figure}", results[name, "2n", figure], milliseconds)
        row("  apply, yrs without sending on", silent(results, name), milliseconds)
        if (name, "2n", "merge") in results:
            row(f"  merge of {MERGED:,} updates", results[name, "2n", "merge"], milliseconds)
        row("  encoded", results[name, "2n", "bytes"], byte_count)
        memory, units = results[name, "memory", "memory"], results[name, "2n", "units"]["samspil"]
        row("  memory for a document", memory, byte_count)
        row("  memory for a character", {subject: value / units for subject, value in memory.items()}, byte_count)
    heading(f"small ({files['small']['updates']:,} documents)")
    row("  load all", results["small", "many", "load"], milliseconds)
    row("  memory for a document", results["small", "memory", "memory"], byte_count)
    heading("large (one document)")
    for figure, form in (("encode", milliseconds), ("load", milliseconds), ("bytes", byte_count)):
        row(f"  {'encoded' if figure == 'bytes' else figure}", results["large", "2n", figure], form)
    row("  memory", results["large", "memory", "memory"], byte_count)
    heading("growth: cost of 2n by cost of n", *SUBJECTS)
    for name in TYPED:
        for figure in ("apply", "encode", "load", "merge"):
            if (name, "2n", figure) in results:
                ratio(name, figure, results)


def silent(results, name):
    """Only pycrdt is asked for this one: what it needs to call Python for each update is not yrs's cost."""
    return {"samspil": results[name, "2n", "apply"]["samspil"], "yrs": results[name, "2n", "silent"]["yrs"]}


def ratio(name, figure, results):
    twice, once = results[name, "2n", figure], results[name, "n", figure]
    cells = [f"{twice[subject] / once[subject]:.2f}" for subject in SUBJECTS]
    print(f"  {name + ', ' + figure:<40}" + "".join(f"{cell:>14}" for cell in cells))


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="Tests/Benchmarks/run engine", description="Measures the document engine beside Yjs and yrs.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-build", action="store_true", help="measure what was built last")
    parser.add_argument("--traces", type=Path, default=ROOT.parent / "shared" / "traces")
    options = parser.parse_args(arguments)
    files = prepare(options.traces, not options.no_build)
    absent = [name for name in TYPED[:3] if not files[name]["source"].startswith("trace")]
    print(f"{time.strftime('%Y-%m-%d %H:%M')}, {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, "
          f"medians of {options.rounds} rounds")
    if absent:
        print(f"Not there: {', '.join(absent)} in {options.traces}; generated work of the same shape takes their place.")
    report(files, measure(files, options.rounds))
