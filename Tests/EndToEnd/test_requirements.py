"""The documentation's table of what each governance system asks for: all of it, and tests that exist."""

import re

from harness import paths
from test_threat_model import python_tests, swift_tests

PAGE = paths.ROOT / "Sources/Planning/Planning.docc/Requirements.md"
#: How many things the published texts ask of each system.
NUMBERED = {"A": 22, "B": 10, "C": 13, "D": 16}


def rows():
    lines = [line for line in PAGE.read_text().splitlines() if re.match(r"\| [ABCD]\d", line)]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_every_numbered_requirement_says_where_it_is_and_names_tests_that_exist():
    known = swift_tests() | python_tests()
    assert [row[0] for row in rows()] == [
        f"{system}{number}" for system, count in NUMBERED.items() for number in range(1, count + 1)]
    for number, what, where, tests in rows():
        named = re.findall(r"`([^`]+)`", tests)
        assert what and where and named, number
        missing = [name for name in named if name not in known]
        assert not missing, f"{number}: {missing}"
