"""The server's database file, looked at from outside."""

from pathlib import Path


def database_file(data: Path) -> Path:
    """The one SQLite database in the data directory."""
    files = [file for file in data.iterdir() if file.is_file() and file.read_bytes()[:15] == b"SQLite format 3"]
    assert len(files) == 1, f"not exactly one database in {data}: {files}"
    return files[0]
