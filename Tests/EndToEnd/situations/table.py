"""The table of `Web/UnsentWork.md`: what happens, where the words are then, and what the page says."""

import itertools
import re
from dataclasses import dataclass

from harness import paths

TABLE = paths.WEB.parent / "UnsentWork.md"


@dataclass(frozen=True)
class Row:
    meanwhile: str
    where: str
    says: tuple[str, ...]


def rows() -> dict[int, Row]:
    """Each by its number."""
    found = {}
    for line in TABLE.read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 4 and cells[0].isdigit():
            found[int(cells[0])] = Row(cells[1], cells[2], tuple(re.findall("»(.+?)«", cells[3])))
    return found


ROWS = rows()
PAIRS = list(itertools.combinations(ROWS, 2))
#: Those that are prepared before the connection goes, or that change what others may expect.
BACK_UP, QUOTA, TABS = 11, 10, 9
