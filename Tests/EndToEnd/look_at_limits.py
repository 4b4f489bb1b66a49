#!/usr/bin/env python3
"""Takes pictures of what people are told at each limit: 320 px wide, and in the dark 390 px wide.

    .venv/bin/python Tests/EndToEnd/look_at_limits.py FOLDER [WORD …]

Each look, in `looks/`, has a server of its own with low limits (SAMSPIL_BINARY, else the debug build) and somebody who
comes up against one in a browser. With words, only the looks whose names have one of them. Prints what each picture
says, and a line in capitals where it is out of sight without scrolling or the page is wider than the screen;
`start.txt` has what is said at the terminal. To be looked at: is it told at its place, what was kept, what to do, and
is nothing cut?
"""

import sys
import tempfile
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from harness import paths  # noqa: E402
from harness.api import Api  # noqa: E402
from harness.example import import_week  # noqa: E402
from harness.server import Server  # noqa: E402
from looks import LOOKS  # noqa: E402
from looks.camera import Camera  # noqa: E402
from looks.catalogue import Look  # noqa: E402
from looks.place import Place  # noqa: E402
from looks.terminal import at_the_terminal  # noqa: E402


def main(folder: Path, words: list[str]) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    missed = []
    at_the_terminal(folder)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=paths.CHROMIUM, args=["--no-sandbox"])
        for name, flags, function in LOOKS:
            if not words or any(word in name for word in words):
                try:
                    visit(browser, Camera(folder), flags, function)
                except Exception:
                    traceback.print_exc()
                    missed.append(name)
        browser.close()
    taken = len(list(folder.glob("*.png")))
    print(f"{taken} pictures in {folder}" + (f"; missed: {', '.join(missed)}" if missed else ""))
    return 1 if missed else 0


def visit(browser: Browser, camera: Camera, flags: tuple[str, ...], function: Look) -> None:
    with tempfile.TemporaryDirectory() as data:
        # The week is there before room is short.
        server = Server(Path(data) / "data").start()
        week = import_week(Api(server.url, server.admin_token))
        server.stop()
        server.flags = list(flags)
        place = Place(browser, camera, server.restart(), week)
        try:
            function(place)
        except Exception:
            for number, window in enumerate(place.browsers.windows):
                window.page.screenshot(path=camera.folder / f"MISSED-{function.__name__}-{number}.png", timeout=60_000)
            raise
        finally:
            place.close()
            server.close()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
