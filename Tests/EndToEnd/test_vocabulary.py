"""Words that the server and the page both spell out: whoever adds one here finds out that it is missing there.

Nothing is started: the sources are read. What the page gets by generation or by asking the server is not here.
"""

import re

import pytest

from harness import paths

SWIFT = paths.ROOT / "Sources"
PAGE = paths.ROOT / "Web" / "src"


def swift(path):
    return (SWIFT / path).read_text()


def page(path):
    return (PAGE / path).read_text()


def block(text, opening):
    """From where `opening` ends in a brace or a bracket to the one that closes it."""
    start = re.search(opening, text, re.M).end()
    depth = 1
    for place in range(start, len(text)):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(text[place], 0)
        if depth == 0:
            return text[start:place]
    raise AssertionError(f"{opening} does not end")


def cases(path, enum):
    """The raw values of an enumeration of words."""
    body = block(swift(path), rf"\benum {enum}\b[^{{]*\{{")
    found = []
    for line in re.findall(r"^    +case ([^\n(.]+)$", body.split("\n    package ")[0].split("\n    var ")[0], re.M):
        for name, raw in re.findall(r"(\w+)(?: = \"([^\"]+)\")?", line):
            found.append(raw or name)
    return found


def kinds(registry, file):
    """The words of the types that a registry lists."""
    areas = "\n".join(path.read_text() for path in sorted((SWIFT / "Facilitation/Areas").glob("*.swift")))
    listed = re.findall(r"(\w+)\.self", block(swift(f"Facilitation/{file}"), registry))
    found = {}
    for name in listed:
        body = block(areas, rf"\bstruct {name}\b[^{{]*\{{")
        found[name] = re.search(r'static let kind = "(\w+)"', body)[1]
    assert len(found) == len(listed) > 5
    return set(found.values())


EVENTS = (r"static let all: \[any Event\.Type\] = \[", "Events/EventRegistry.swift")
COMMANDS = (r"static let sentByPages: \[any PageCommand\.Type\] = \[", "Commands/CommandRegistry.swift")


def cases_of_the_fold():
    found = set()
    for file in ["model/sessionState.ts", "model/areaState.ts"]:
        text = page(file)
        for switch in re.finditer(r"switch \(event\.kind\) \{", text):
            found |= set(re.findall(r"case '(\w+)'", block(text[switch.start():], r"switch \(event\.kind\) \{")))
    return found


def test_the_pages_fold_has_a_case_for_every_event_that_the_server_decides_and_for_no_other():
    """Its last line passes over a kind that it does not know, as it must: so a new one would be missed in silence."""
    assert cases_of_the_fold() == kinds(*EVENTS)


def test_every_command_that_pages_may_send_is_sent_by_one():
    written = "\n".join(file.read_text() for file in PAGE.rglob("*.ts*") if "views" in file.parts)
    unsent = {kind for kind in kinds(*COMMANDS) if not re.search(rf"kind: [^\n}}]*'{kind}'", written)}
    assert unsent == set()


def test_the_page_offers_every_format_that_the_server_makes_and_calls_it_something():
    formats = cases("Server/Exports/ExportFormat.swift", "ExportFormat")
    listed = re.search(r"documentFormats\b[^=]*= \[([^\]]*)\]", page("model/documentFormat.ts"))[1]
    offered = re.findall(r"'(\w+)'", listed)
    assert sorted(offered) == sorted(formats)
    texts = "\n".join(file.read_text() for file in (PAGE / "text").rglob("*.ts"))
    assert [one for one in formats if f"'downloads.format.{one}':" not in texts] == []


@pytest.mark.parametrize(("member", "union", "file"), [
    ("texts", "TextKind", "model/textLimit.ts"), ("counts", "Counted", "net/limits.ts"),
])
def test_the_page_knows_each_limit_that_it_is_told_by_the_servers_name(member, union, file):
    told = re.findall(r'^ +"(\w+)":', block(swift("Server/Limits/ToldLimits.swift"), rf"^ +{member} = \["), re.M)
    known = re.search(rf"type {union} =((?:\s*\|?\s*'\w+')+)", page(file))[1]
    assert sorted(re.findall(r"'(\w+)'", known)) == sorted(told)


def test_every_reason_that_the_page_tells_apart_is_one_of_the_servers():
    known = set(re.findall(r"case '(\w+)'", block(page("model/saveStatus.ts"), r"function refusalOf[^{]*\{")))
    reasons = [path for path in (SWIFT / "Rooms").rglob("*.swift") if "enum DropReason" in path.read_text()]
    assert len(known) > 3 and known <= set(cases(reasons[0].relative_to(SWIFT), "DropReason"))


@pytest.mark.parametrize("enum", ["FieldKind", "ColumnKind"])
def test_the_page_reads_every_kind_of_field_and_column_that_definitions_may_name(enum):
    reader = page("model/fieldDefinitions.ts")
    kinds = cases("Planning/Fields/FieldDefinition.swift", enum)
    assert len(kinds) > 10
    assert [kind for kind in kinds if not re.search(rf"'{re.escape(kind)}'|\b{re.escape(kind)}: '", reader)] == []


def test_the_page_has_the_servers_levels_in_their_order():
    written = re.search(r"levels\b[^=]*= \[([^\]]*)\]", page("model/level.ts"))[1]
    assert re.findall(r"'(\w+)'", written) == cases("Planning/Model/Level.swift", "Level")


def test_every_resource_is_among_those_that_the_server_is_put_together_of():
    """One that is forgotten there compiles, and nobody can reach it."""
    declared = {name for file in (SWIFT / "Server").rglob("*.swift")
                for name in re.findall(r"^(?:struct|final class) (\w+): (?:\w+, )*Resource\b", file.read_text(), re.M)}
    assembled = set(re.findall(r"\b(\w+Routes)\(", swift("Server/ServerComponents.swift")))
    assert len(declared) > 15 and declared == assembled
