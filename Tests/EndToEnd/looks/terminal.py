"""What is said at the terminal where the server does not start."""

from pathlib import Path

from harness.server import run_to_end


def at_the_terminal(folder: Path) -> None:
    lines = []
    for flags in (("--limit-ping-seconds", "30"), ("--limit-update-bytes", "2000000"), ("--limit-weeks", "mange"),
                  ("--limit-document-clients", "80000")):
        ended = run_to_end("serve", "--port", "0", "--data", str(folder / "none"), *flags)
        lines.append(f"$ samspil serve {' '.join(flags)}\n{ended.stderr.strip()}\n(status {ended.returncode})\n")
    (folder / "start.txt").write_text("\n".join(lines))
    print("\n".join(lines))
