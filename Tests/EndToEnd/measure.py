#!/usr/bin/env python3
"""Measures what people feel: how long from the scanned code to the first keystroke, how long until the other sees a
keystroke, how long until it says »Gemt«, and how heavy the first page is.

    .venv/bin/python Tests/EndToEnd/measure.py [KEYSTROKES]

Starts a server of its own (SAMSPIL_BINARY, else the release build where there is one), two Chromium pages in the
same field of the example week, and types at human speed. All times are taken inside the browsers with their common
clock, from the key's own event to the moment the other page, or the status, has changed in the document.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RELEASE = ROOT / ".build" / "release" / "samspil"
if RELEASE.is_file():
    os.environ.setdefault("SAMSPIL_BINARY", str(RELEASE))
sys.path.insert(0, str(Path(__file__).parent))

from playwright.sync_api import sync_playwright  # noqa: E402

from harness import paths  # noqa: E402
from harness.api import Api  # noqa: E402
from harness.browser import Browsers  # noqa: E402
from harness.example import ImportedWeek, import_week  # noqa: E402
from harness.model_page import ModelPage, open_model  # noqa: E402
from harness.page_weight import first_page_bytes  # noqa: E402
from harness.server import Server  # noqa: E402

#: Between two keystrokes: somebody who types 300 characters a minute, and long enough for »Gemt« to come in between.
PAUSE_MS = 200
#: People who join, one after the other.
JOINS = 15
#: Letters that a keyboard of any country has a key for: the others come without a key event.
KEYS = "abcdefghijklmnopqrstuvwxyz "

#: The writer notes when each key went down; then, when its status next said that all is saved.
ON_WRITER = """() => {
  window.pressed = []
  window.savedAt = []
  const now = () => performance.timeOrigin + performance.now()
  const area = document.querySelector('[data-testid=text-task]')
  area.addEventListener('keydown', event => {
    if (event.key.length === 1) window.pressed.push(performance.timeOrigin + event.timeStamp)
  }, true)
  const status = document.querySelector('[data-testid=save-status]')
  new MutationObserver(() => { if (status.dataset.state === 'saved') window.savedAt.push(now()) })
    .observe(status, { attributes: true, childList: true, characterData: true, subtree: true })
}"""
#: The reader notes when each further character is in its field. A text area has no event for that: the field is
#: looked at between frames.
ON_READER = """() => {
  window.shown = []
  const area = document.querySelector('[data-testid=text-task]')
  const before = area.value.length
  const channel = new MessageChannel()
  channel.port1.onmessage = () => {
    while (window.shown.length < area.value.length - before) window.shown.push(performance.timeOrigin + performance.now())
    setTimeout(() => channel.port2.postMessage(0), 1)
  }
  channel.port2.postMessage(0)
}"""


def main(keystrokes: int) -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "data").start()
        browser = playwright.chromium.launch(executable_path=paths.CHROMIUM, args=["--no-sandbox"])
        browsers = Browsers(browser, server)
        try:
            print(f"server {paths.BINARY}, {os.cpu_count()} cores")
            print(f"start to listening: {server.seconds_to_ready * 1000:.0f} ms")
            week = import_week(Api(server.url, server.admin_token))
            writer = open_model(browsers, week.join("s-1", "A", "Lærer", unitId="u-skole").token)
            reader = open_model(browsers, week.join("s-1", "B", "Lærer", unitId="u-fam").token)
            measure_joining(browsers, week)
            measure_keystrokes(writer, reader, keystrokes)
            weigh(server)
        finally:
            browsers.close()
            browser.close()
            server.close()


def measure_joining(browsers: Browsers, week: ImportedWeek) -> None:
    """From the code's address to the first character in a model, in a browser that has never been here. Three steps: the
    form, the model's name, the field. What is waited for is told apart from what is typed, at human speed."""
    waits, totals = [], []
    for number in range(JOINS):
        window = browsers.open(viewport={"width": 390, "height": 844})
        page, waited = window.page, 0.0
        began = time.monotonic()
        window.goto(f"/k/{week.join_codes['s-1']}")
        page.get_by_test_id("join-name").wait_for()
        waited += time.monotonic() - began
        page.get_by_test_id("join-name").press_sequentially("Anna", delay=PAUSE_MS)
        page.get_by_role("radio").first.check()
        page.get_by_test_id("join-function").press_sequentially("Pædagog", delay=PAUSE_MS)
        asked = time.monotonic()
        page.get_by_test_id("join-submit").click()
        link = page.get_by_test_id("models").get_by_role("link").first
        link.wait_for()
        link.click()
        field = page.get_by_test_id("text-task")
        field.wait_for()
        field.focus()
        page.keyboard.type("x")
        page.wait_for_function("() => document.querySelector('[data-testid=text-task]').value.includes('x')")
        waited += time.monotonic() - asked
        waits.append(waited * 1000)
        totals.append((time.monotonic() - began) * 1000)
        window.context.close()
    report("code to first keystroke, waiting", waits, "people")
    report("code to first keystroke, with eleven letters typed", totals, "people")


def measure_keystrokes(writer: ModelPage, reader: ModelPage, keystrokes: int) -> None:
    writer.page.evaluate(ON_WRITER)
    reader.page.evaluate(ON_READER)
    writer.text("task").focus()
    writer.page.keyboard.press("Control+End")
    for number in range(keystrokes):
        writer.page.keyboard.type(KEYS[number % len(KEYS)])
        writer.page.wait_for_timeout(PAUSE_MS)
    writer.expect_saved()
    reader.page.wait_for_function("count => window.shown.length >= count", arg=keystrokes)
    pressed, saved = writer.page.evaluate("() => [window.pressed, window.savedAt]")
    shown = reader.page.evaluate("() => window.shown")
    assert len(pressed) == keystrokes == len(shown), (len(pressed), len(shown))
    report("keystroke to the other screen", [there - here for here, there in zip(pressed, shown)])
    first_saved = [next((at for at in saved if at >= here), None) for here in pressed]
    report("keystroke to »Gemt«", [at - here for here, at in zip(pressed, first_saved) if at is not None])


def report(what: str, milliseconds: list[float], of: str = "keystrokes") -> None:
    ordered = sorted(milliseconds)
    p99 = ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]
    print(
        f"{what}: median {statistics.median(ordered):.1f} ms, p99 {p99:.1f} ms, "
        f"largest {ordered[-1]:.1f} ms over {len(ordered)} {of}"
    )


def weigh(server: Server) -> None:
    for encoding in ("gzip", "br"):
        total, parts = first_page_bytes(server.url, encoding)
        print(f"first page, {encoding}: {total / 1000:.1f} kB in {len(parts)} files")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 250)
