"""ARCHITECTURE.md and the glossary name code, articles link to it: each name is there. So is the picture of targets.

Nothing is started. In both pages every span in backticks is a name: of a file or a folder, a target, something declared
in Swift, TypeScript or Python, a member of something that is (`Type.member`), a word that code compares with, a test, a
command of the Makefile, or a flag. Whatever else stands there is taken for a name that is gone.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from harness import paths
from test_threat_model import python_tests, swift_tests

ROOT = paths.ROOT
ARCHITECTURE = ROOT / "ARCHITECTURE.md"
GLOSSARY = ROOT / "Sources/Planning/Planning.docc/Glossary.md"
PAGES = [ARCHITECTURE, GLOSSARY]
#: Paths are written from the root, from a target's folder or from the page's sources.
BASES = ["", "Sources", "Web", "Web/src", "Tests"]
FILE = re.compile(r"[\w+*./-]*/[\w+*./-]*|[\w+-]+\.(?:md|swift|ts|tsx|css|mjs|py|json|txt)")
#: Two printed pages hold about so many words.
WORDS_OF_TWO_PAGES = 1_250


def spans(text):
    """What stands in backticks, DocC's double ones too. Fenced blocks are for others to read."""
    text = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    return [double or single for double, single in re.findall(r"``([^`\n]+)``|`([^`\n]+)`", text)]


@cache
def sources():
    """Every file with code but this one, and its text."""
    patterns = ["Sources/**/*.swift", "Tests/**/*.swift", "Web/src/**/*.ts", "Web/src/**/*.tsx", "Web/*.mjs",
                "Tests/EndToEnd/**/*.py"]
    return {file: file.read_text() for pattern in patterns for file in ROOT.glob(pattern)
            if file != Path(__file__)}


DECLARATION = re.compile(
    r"\b(?:struct|class|enum|actor|protocol|extension|typealias|interface|type|func|function|def|let|var|const)\s+"
    r"`?(\w+)|^(\w+) = ", re.M)
CASES = re.compile(r"^\s*case ((?:`?[a-z]\w*`?(?:\([^)\n]*\))?(?: = [^,\n]+)?(?:,\s*)?)+)$", re.M)
#: In TypeScript a member of an object or of a class.
MEMBER = re.compile(r"^\s*(?:(?:private|readonly|static|async|get) )*(\w+)\??[:(]", re.M)


@cache
def declared_in(file):
    text = sources()[file]
    found = {name for names in DECLARATION.findall(text) for name in names if name}
    if file.suffix == ".swift":
        for cases in CASES.findall(text):
            found |= set(re.findall(r"(?:^|,)\s*`?(\w+)", re.sub(r"\([^()]*\)|\"[^\"]*\"", "", cases)))
    else:
        found |= set(MEMBER.findall(text))
    return found


@cache
def declared():
    return frozenset(name for file in sources() for name in declared_in(file))


@cache
def quoted():
    """Words that code compares with, or sends: `maalplan`, `phaseEntered`."""
    return frozenset(word for text in sources().values() for word in re.findall(r"[\"']([\w-]+)[\"']", text))


@cache
def node_tests():
    return frozenset(name for file in ROOT.glob("Web/tests/*.test.ts*")
                     for name in re.findall(r"^test\('((?:[^'\\]|\\.)+)'", file.read_text(), re.M))


@cache
def targets():
    """What Package.swift builds of what is shipped: each target with what it imports of ours and of others."""
    package = (ROOT / "Package.swift").read_text()
    products = dict(re.findall(r'let (\w+) = Target\.Dependency\.product\(name: "(\w+)"', package))
    found = {}
    for name, listed in re.findall(r'library\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?', package):
        found[name] = names_in(listed, products)
    for name, listed in re.findall(r'executableTarget\(\s*name: "(\w+)",\s*dependencies: \[([^\]]*)\]', package):
        if (ROOT / "Sources" / name).is_dir():
            found[name] = names_in(listed, products)
    return found


def names_in(listed, products):
    names = [word.strip() for word in listed.split(",") if word.strip()]
    return {name.strip('"') if name.startswith('"') else products[name] for name in names}


@cache
def file_names():
    return frozenset(file.name for folder in ["Sources", "Tests", "Web/src", "Web/tests"]
                     for file in (ROOT / folder).rglob("*.*"))


def is_path(name):
    """A file's name alone may stand anywhere."""
    if "/" not in name:
        return name in file_names() or (ROOT / name).is_file()
    if "*" in name:
        return any(next((ROOT / base).glob(name.rstrip("/")), None) for base in BASES)
    return any((ROOT / base / name).exists() for base in BASES)


def is_member(name):
    """`Type.member`, also of a type within a type: one file has both, or the file of the type's extension."""
    *types, member = name.split(".")
    return any(set(types) <= declared_in(file) and member in declared_in(file) for file in sources())


def is_there(name):
    if name.startswith("make "):
        return name[5:] in re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.M)[1].split()
    if name.startswith("--"):
        options = "".join(text for file, text in sources().items() if "samspil" in file.parts)
        camel = re.sub(r"-(\w)", lambda found: found[1].upper(), name[2:])
        return re.search(rf'@(?:Option|Flag)\b[^\n]*(?:\n[^\n]*)?\bvar {camel}\b|"{name[2:]}"', options) is not None
    if FILE.fullmatch(name):
        return is_path(name)
    if " " in name or "::" in name:
        return name in swift_tests() | python_tests() | node_tests()
    name = re.sub(r"\([\w:]*\)(?:-\(.*\))?$", "", name)
    if "." in name:
        return is_member(name)
    return name in declared() or name in targets() or name in quoted()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_name_is_in_the_code(page):
    named = spans(page.read_text())
    assert len(named) > 60
    assert [name for name in named if not is_there(name)] == []


@pytest.mark.parametrize("page", sorted(ROOT.glob("Sources/*/*.docc/*.md")), ids=lambda page: page.stem)
def test_every_symbol_that_an_article_links_to_is_in_the_code(page):
    links = re.findall(r"``([^`\n]+)``", page.read_text())
    assert [link for link in links if not is_there(link.replace("/", "."))] == []


@pytest.mark.parametrize("name", [
    "DocumentRoomOfYesterday", "DocumentRoom.receiveYesterday", "FlushPacing.perform",
    "Rooms/Documents/Yesterday.swift", "Yesterday.md", "Sources/Rooms/*/Yesterday*.swift", "make yesterday",
    "--yesterday", "a rule that no test states",
    "test_versions.py::test_of_yesterday", "yesterdayHappened",
])
def test_a_name_that_is_gone_is_found(name):
    assert not is_there(name)


def drawn():
    """The picture in ARCHITECTURE.md: a line for each target, `name → what it imports | what of others`."""
    picture = re.search(r"^```targets\n(.*?)^```", ARCHITECTURE.read_text(), re.M | re.S)[1]
    lines = re.sub(r"\n\s+", " ", picture).strip().splitlines()
    return {name.strip(): set(re.findall(r"\w+", imports)) for name, imports in (line.split("→") for line in lines)}


def test_the_picture_of_targets_is_the_package():
    assert len(targets()) > 10
    assert drawn() == targets()


def test_each_target_imports_what_the_picture_says_and_nothing_else():
    ours = set(targets()) | {name for imports in targets().values() for name in imports}
    for target, imports in targets().items():
        code = "\n".join(text for file, text in sources().items() if file.is_relative_to(ROOT / "Sources" / target))
        found = set(re.findall(r"^(?:package |public |internal )?import (?:struct |func )?(\w+)", code, re.M))
        assert found & ours == imports, target


def test_the_picture_can_be_read_from_the_top():
    """A target stands above what it imports, so that nothing flows back."""
    order = list(drawn())
    for target, imports in drawn().items():
        below = [name for name in imports if name in order]
        assert all(order.index(name) > order.index(target) for name in below), target


def rows(heading):
    """The rows of a table, as cells."""
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", ARCHITECTURE.read_text(), re.M | re.S)[1]
    lines = [line for line in section.splitlines() if line.startswith("| ") and line != "| forgotten | caught by |"]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def catches(cell):
    """Whether a cell names what catches something: the compiler, a test, a check at the start, or *nothing*."""
    named = re.findall(r"`(\w+Tests|test_\w+\.py|[\w/]+\.test\.tsx?|make \w+|FieldDefinitions\.load)`", cell)
    return bool(named) or "the compiler" in cell or "*nothing*" in cell


def test_each_recipe_says_what_catches_every_omission():
    found = rows("Recipes")
    assert len(found) > 12
    for forgotten, caught in found:
        assert len(forgotten.split(" · ")) == len(caught.split(" · ")), forgotten
        assert all(catches(one) for one in caught.split(" · ")), caught


def test_the_architecture_is_two_pages():
    assert len(ARCHITECTURE.read_text().split()) <= WORDS_OF_TWO_PAGES
