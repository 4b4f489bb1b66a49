"""The documentation's threat model names tests; each of them exists, and no row is without one."""

import re

from harness import paths

PAGE = paths.ROOT / "Sources/Server/Server.docc/ThreatModel.md"


def rows():
    lines = [line for line in PAGE.read_text().splitlines() if line.startswith("| ") and not line.startswith("| threat")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


#: What runs: a function with a name in words and `@Test` before it, and nothing that turns it off.
SWIFT_TEST = re.compile(r"@Test((?:(?!@Test|func `).)*?)func `([^`]+)`", re.S)


def swift_tests():
    files = paths.ROOT.glob("Tests/*Tests/**/*.swift")
    found = [match for file in files for match in SWIFT_TEST.findall(file.read_text())]
    return {name for attributes, name in found if ".disabled" not in attributes and ".enabled" not in attributes}


def python_tests():
    files = [*paths.END_TO_END.glob("test_*.py"), *paths.ROOT.glob("Tests/Faults/test_*.py")]
    return {f"{file.name}::{name}" for file in files for name in re.findall(r"^def (test_\w+)", file.read_text(), re.M)}


def test_every_threat_has_a_control_and_a_test_and_every_test_it_names_exists():
    known = swift_tests() | python_tests()
    assert len(rows()) > 25
    for threat, control, tests in rows():
        named = re.findall(r"`([^`]+)`", tests)
        assert control and named, threat
        missing = [name for name in named if name not in known]
        assert not missing, f"{threat}: {missing}"
