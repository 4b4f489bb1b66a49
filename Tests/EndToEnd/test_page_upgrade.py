"""A new build of the page is put in while people have the former one open."""

import json
import os
import shutil
import subprocess

import pytest
from playwright.sync_api import expect

from harness import paths
from harness.browser import NO_NETWORK
from harness.model_page import MODEL_PATH, SESSION, open_model

WORKER_READY = """async () => {
  const { active } = await navigator.serviceWorker.ready
  while (active.state !== 'activated') await new Promise(resolve => setTimeout(resolve, 20))
}"""
PAGES_KEPT = "async () => (await caches.keys()).filter(name => name.startsWith('page-'))"
#: Another page is kept than the former, and its worker has taken charge.
NEW_WORKER = """async former => {
  const isThere = async () => {
    const { installing, waiting, active } = await navigator.serviceWorker.getRegistration()
    const pages = (await caches.keys()).filter(name => name.startsWith('page-') && name !== former)
    return pages.length > 0 && !installing && !waiting && active.state === 'activated'
  }
  while (!await isThere()) await new Promise(resolve => setTimeout(resolve, 50))
}"""


class Page:
    """The page's sources in a folder of their own, to be built more than once."""

    def __init__(self, folder) -> None:
        self.folder = folder
        left_out = shutil.ignore_patterns("dist", ".dist-*", "node_modules", "screenshots")
        shutil.copytree(paths.ROOT / "Web", folder, ignore=left_out)
        self.build("first")

    @property
    def dist(self):
        return self.folder / "dist"

    def build(self, word: str) -> None:
        """With another word in every page's title, and so with another name for most files."""
        text = self.folder / "src" / "text" / "general.ts"
        text.write_text(text.read_text().replace("'skip': '", f"'skip': '{word} "))
        for part in (self.folder / "src" / "views").rglob("*Page.tsx"):
            part.write_text(part.read_text() + f"\nObject.assign(globalThis, {{ build: '{word}' }})\n")
        command = ["node", str(self.folder / "build.mjs"), "--no-check"]
        subprocess.run(command, check=True, env={**os.environ, "NODE_PATH": paths.NODE_PATH}, capture_output=True)

    def forget_the_former(self) -> None:
        """As a day later, or where the folder was replaced by somebody else's means."""
        for file in json.loads((self.dist / "manifest.json").read_text())["earlier"]:
            for suffix in ("", ".gz", ".br"):
                (self.dist / (file["path"] + suffix)).unlink()


@pytest.fixture
def built(tmp_path):
    return Page(tmp_path / "Web")


@pytest.fixture
def server_flags(built):
    return ["--web", str(built.dist)]


def upgrade(server, built, forget=False):
    built.build("second")
    if forget:
        built.forget_the_former()
    server.stop()
    server.restart()


def in_model(browsers, week, admin, **options):
    model = open_model(browsers, admin.token, **options)
    model.window.allow(NO_NETWORK)
    model.page.evaluate("() => { window.isTheSame = true }")
    return model


def go_to_the_week(model):
    model.page.locator(".crumbs a").first.click()


def is_the_same(model):
    return model.page.evaluate("() => window.isTheSame === true")


def test_parts_of_the_former_page_are_there_for_those_who_have_it_open(browsers, week, admin, server, built):
    model = in_model(browsers, week, admin, service_workers="block")
    upgrade(server, built)
    go_to_the_week(model)
    expect(model.page.get_by_test_id("programme")).to_be_visible()
    assert is_the_same(model)
    model.page.reload()
    expect(model.page.get_by_test_id("programme")).to_be_visible()
    assert model.page.evaluate("() => window.build") == "second"


def test_a_page_whose_parts_are_gone_is_loaded_anew_once_by_itself_with_all_that_was_written(
        browsers, week, admin, server, built):
    model = in_model(browsers, week, admin, service_workers="block")
    upgrade(server, built, forget=True)
    model.type_at_end("task", " lige før")
    go_to_the_week(model)
    expect(model.page.get_by_test_id("programme")).to_be_visible(timeout=20_000)
    assert not is_the_same(model)
    model.window.goto(MODEL_PATH)
    model.expect_ready()
    assert model.text("task").input_value().endswith(" lige før")


def test_the_worker_keeps_the_former_page_for_those_who_have_it_open(browsers, week, admin, server, built):
    model = in_model(browsers, week, admin)
    model.page.evaluate(WORKER_READY)
    goes_on_with_the_former_page(model, server, built)


def test_a_build_that_was_taken_back_and_put_in_again_is_kept_for_those_who_have_it_open_as_well(
        browsers, week, admin, server, built):
    model = in_model(browsers, week, admin)
    model.page.evaluate(WORKER_READY)
    # Two days ago another one took its place; now its worker starts anew.
    model.page.evaluate("""async () => {
      const [name] = (await caches.keys()).filter(name => name.startsWith('page-'))
      await (await caches.open(name)).put('/superseded', new Response(String(Date.now() - 48 * 60 * 60 * 1000)))
      await (await navigator.serviceWorker.ready).unregister()
    }""")
    model.page.goto("about:blank")
    model.window.goto(MODEL_PATH)
    model.expect_ready()
    model.page.evaluate(WORKER_READY)
    model.page.evaluate("() => { window.isTheSame = true }")
    goes_on_with_the_former_page(model, server, built)


def goes_on_with_the_former_page(model, server, built):
    (former,) = model.page.evaluate(PAGES_KEPT)
    upgrade(server, built, forget=True)
    # Somebody's other tab brings the new worker, which takes charge of this one as well.
    other = model.window.context.new_page()
    other.goto(f"{server.url}/session/{SESSION}")
    other.evaluate(NEW_WORKER, former)
    go_to_the_week(model)
    expect(model.page.get_by_test_id("programme")).to_be_visible()
    assert is_the_same(model)
    # Not from what the browser happens to have of the network alone.
    assert former in model.page.evaluate(PAGES_KEPT)


def test_a_part_that_does_not_come_because_nothing_does_is_no_fault_of_the_page(browsers, week, admin, server, built):
    model = in_model(browsers, week, admin, service_workers="block")
    model.page.context.set_offline(True)
    go_to_the_week(model)
    expect(model.page.get_by_test_id("problem")).to_contain_text("Du er offline.")
    model.page.context.set_offline(False)
    model.page.locator("main button").click()
    expect(model.page.get_by_test_id("programme")).to_be_visible()
