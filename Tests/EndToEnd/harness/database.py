"""The server's database file, looked at from outside."""

import sqlite3
from contextlib import closing
from pathlib import Path


def database_file(data: Path) -> Path:
    """The one SQLite database in the data directory."""
    files = [file for file in data.iterdir() if file.is_file() and file.read_bytes()[:15] == b"SQLite format 3"]
    assert len(files) == 1, f"not exactly one database in {data}: {files}"
    return files[0]


def reading(data: Path) -> closing[sqlite3.Connection]:
    """The database for a `with`, in which nothing can be written, closed at its end."""
    return closing(sqlite3.connect(f"file:{database_file(data)}?mode=ro", uri=True))
