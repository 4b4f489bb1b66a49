"""The server is asked to end while people write, again and again: it loses nothing and ends with 0."""

import random
import time

import pytest

from writing import Writing, spread

WRITERS = 3
STOPS_PER_DOCUMENT = 25


@pytest.mark.timeout(1800)
def test_sigterm_under_load_ends_with_0_and_loses_nothing(server, admin, week, tmp_path, seed, amount, figure):
    stops, generator = amount(3, 200), random.Random(seed)
    ended, acknowledged, sent = [], 0, 0
    for begin in range(0, stops, STOPS_PER_DOCUMENT):
        writing = Writing(server, admin, tmp_path, WRITERS, f"d{begin}-")
        try:
            for _ in range(begin, min(stops, begin + STOPS_PER_DOCUMENT)):
                writing.wait_acknowledged()
                time.sleep(generator.uniform(0, 0.2))
                began = time.monotonic()
                assert server.stop() == 0, server.output
                ended.append(time.monotonic() - began)
                server.restart()
                writing.check()
            writing.end()
        finally:
            writing.ledgers.close()
        acknowledged += len(writing.ledgers.acknowledged)
        sent += len(writing.ledgers.sent)
    figure(f"SIGTERM under load: {stops} times, exit status 0 each time, {sent} words sent, {acknowledged} acknowledged, "
           f"0 lost; ended after {spread(ended)} (seed {seed})")
