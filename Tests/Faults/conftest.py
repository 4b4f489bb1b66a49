"""The end-to-end tests' harness and fixtures, how much is asked of each fault, and the figures at the end."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "EndToEnd"))

from plan import IS_WHOLE  # noqa: E402

pytest_plugins = ["harness.fixtures", "harness.browser_fixtures"]

FIGURES: list[str] = []


@pytest.fixture
def amount():
    """How many there are to be: `amount(in_a_test_run, in_the_whole_plan)`."""
    return lambda little, whole: whole if IS_WHOLE else little


@pytest.fixture
def figure():
    """Notes a line of figures, shown at the end whether the tests passed or not."""

    def note(line: str) -> None:
        FIGURES.append(line)
        print(line)

    return note


def pytest_terminal_summary(terminalreporter) -> None:
    if FIGURES:
        terminalreporter.section("figures")
        for line in FIGURES:
            terminalreporter.write_line(line)
