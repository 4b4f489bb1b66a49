#!/usr/bin/env python3
"""Sends a server a million malformed WebSocket frames and a hundred thousand malformed HTTP requests.

    make hostile                                     both, from a new seed
    make hostile ARGS="--frames 1000 --seed 7"       fewer, the same again
    make hostile ARGS="--seed 7 --connection 4711"   one connection of each kind by itself, with what it sends

Starts a server of its own (SAMSPIL_BINARY, else the release build where there is one). Passed means: the server lives
and serves, holds no descriptor more than before, and gave no wrong answer.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RELEASE = ROOT / ".build" / "release" / "samspil"
if RELEASE.is_file():
    os.environ.setdefault("SAMSPIL_BINARY", str(RELEASE))
sys.path.insert(0, str(Path(__file__).parent))

from harness.api import Api  # noqa: E402
from harness.hostile.assault import Outcome, bombard, frame_attacks, request_attacks, warm_up  # noqa: E402
from harness.hostile.targets import Targets  # noqa: E402
from harness.seed import chosen_seed  # noqa: E402
from harness.server import Server  # noqa: E402


def tell(kind: str, outcome: Outcome) -> bool:
    before, after = outcome.before, outcome.after
    print(
        f"{kind}: {outcome.count:,} on {outcome.connections:,} connections, {outcome.answered:,} of them answered, in "
        f"{outcome.seconds:.0f} s; descriptors {before.descriptors} before, {after.descriptors} after; memory "
        f"{before.resident_kib / 1024:.1f} MiB before, {after.resident_kib / 1024:.1f} MiB after; "
        f"{len(outcome.complaints)} complaints", flush=True)
    for complaint in outcome.complaints[:10]:
        print("  " + complaint)
    return not outcome.complaints


def shown(attacks):
    for attack in attacks:
        for piece in attack.pieces:
            print(f"sends {piece!r}")
        yield attack


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("--frames", type=int, default=1_000_000)
    options.add_argument("--requests", type=int, default=100_000)
    options.add_argument("--seed", type=int)
    options.add_argument("--connection", type=int)
    options = options.parse_args()
    seed = options.seed if options.seed is not None else chosen_seed()
    only = options.connection
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "data", "--log-level", "error").start()
        try:
            admin = Api(server.url, server.admin_token)
            targets = Targets(server, admin)
            if only is None:
                warm_up(server, targets.sockets, seed + 1)
            for kind, attacks in (
                ("frames", frame_attacks(targets.sockets, options.frames, seed, only)),
                ("requests", request_attacks(options.requests, seed, only)),
            ):
                is_well = tell(kind, bombard(server, attacks if only is None else shown(attacks)))
                passed, failed = passed + is_well, failed + (not is_well)
            targets.check_unharmed()
            admin.close()
            failed += server.stop() != 0
        finally:
            server.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
