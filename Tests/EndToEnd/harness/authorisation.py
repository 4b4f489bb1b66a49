"""The tables of the documentation's page on authorisation, as the tests walk them."""

from . import paths

PAGE = paths.ROOT / "Sources/Server/Server.docc/Authorisation.md"
ALLOWED = "✓"
#: Whoever the columns are about; what follows them are states of the session.
PEOPLE = ["nobody", "administrator", "facilitator", "participant", "observer", "leader", "elsewhere", "other leader",
          "stranger"]


def table(heading: str) -> dict[str, dict[str, str]]:
    """The rows below a heading: what stands first in each, and the cells by their column."""
    section = PAGE.read_text().split(f"\n### {heading}\n", 1)[1].split("\n### ", 1)[0].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    columns = cells(lines[0])[1:]
    rows = (cells(line) for line in lines[2:])
    return {row[0].strip("`"): dict(zip(columns, row[1:], strict=True)) for row in rows}


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]
