"""A server whose clock is set (libfaketime: this machine's own clock is left alone)."""

from pathlib import Path

LIBRARY = "/usr/lib/{}-linux-gnu/faketime/libfaketimeMT.so.1"
DAY = 24 * 60 * 60


class SetClock:
    """The clock of one server process, set by a file that libfaketime reads at every look at the clock."""

    #: libfaketime's first look at a process adds to its environment, which moves; Swift finds its arguments beside it.
    THROUGH = ("env",)

    def __init__(self, folder: Path) -> None:
        self.file = folder / "clock"
        self.set(0)

    def set(self, seconds: int) -> None:
        self.file.write_text(f"{seconds:+d}\n")

    @property
    def environment(self) -> dict[str, str]:
        library = next(path for machine in ("x86_64", "aarch64") if Path(path := LIBRARY.format(machine)).is_file())
        return {
            "LD_PRELOAD": library, "FAKETIME_TIMESTAMP_FILE": str(self.file), "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }
