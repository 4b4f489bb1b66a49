"""A disk that fails under a running server: strace answers its system calls on the database with errors."""

from .server import Server
from .strace import Strace


class FailingDisk(Strace):
    """Between entering and leaving, `calls` on the database's files fail with `error`; then the disk is well again.

    calls: system calls, such as `pwrite64` or `fdatasync`. error: such as `ENOSPC` or `EIO`. files: what the data
    directory's `samspil.sqlite` has behind its name, `""` for the database itself.
    """

    def __init__(
        self, server: Server, calls: str = "pwrite64", error: str = "ENOSPC", files: tuple[str, ...] = ("", "-wal")
    ) -> None:
        paths = [str((server.data / f"samspil.sqlite{suffix}").resolve()) for suffix in files]
        chosen = [argument for path in paths for argument in ("-P", path)]
        super().__init__(server, *chosen, "-e", f"trace={calls}", "-e", f"inject={calls}:error={error}")
