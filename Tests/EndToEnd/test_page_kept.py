"""What is said to be kept in the browser is: whatever becomes of the browser's storage, the page says what holds."""

import pytest
from playwright.sync_api import expect

from harness.browser import NO_NETWORK
from harness.model_page import MODEL, SAVED, ModelPage

KEPT = "er gemt her og sendes"
NOT_KEPT = "browseren kan ikke gemme her"

#: Every way in which a browser's storage lets one down, from the moment that `window.failing` is set.
NO_ROOM = """
const add = IDBObjectStore.prototype.add
IDBObjectStore.prototype.add = function (...values) {
  if (window.failing) throw new DOMException('no room', 'QuotaExceededError')
  return add.apply(this, values)
}
"""
ABORTED_AFTERWARDS = """
const add = IDBObjectStore.prototype.add
IDBObjectStore.prototype.add = function (...values) {
  const request = add.apply(this, values)
  if (window.failing) request.addEventListener('success', () => this.transaction.abort())
  return request
}
const commit = IDBTransaction.prototype.commit
IDBTransaction.prototype.commit = function () { if (!window.failing) commit.call(this) }
"""
DELETED_ELSEWHERE = """
Object.defineProperty(window, 'failing', { set() { indexedDB.deleteDatabase('samspil-documents') }, get() { return true } })
"""
FORBIDDEN = """
for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })
"""
NEVER_ANSWERS = """
for (const [of, names] of [[IDBObjectStore, ['get', 'getAll', 'add', 'put']], [IDBIndex, ['getAll']]])
  for (const name of names) of.prototype[name] = () => new EventTarget()
Object.defineProperty(IDBTransaction.prototype, 'oncomplete', { set() {} })
caches.open = () => new Promise(() => {})
"""
NEVER_OPENS = """
const open = indexedDB.open.bind(indexedDB)
indexedDB.open = () => new EventTarget()
"""


def opened(browsers, week, script: str) -> ModelPage:
    token = week.join("s-1", "Deltager Ære", "Lærer", unitId="u-skole").token
    window = browsers.open("/")
    window.context.add_init_script(script)
    window.sign_in(token)
    window.goto(f"/session/s-1/model/{MODEL}")
    return ModelPage(window).expect_ready()


def write_offline(page: ModelPage) -> None:
    page.window.allow(NO_NETWORK)
    page.window.context.set_offline(True)
    page.type_at_end("task", " uden net")


@pytest.mark.parametrize("script", [NO_ROOM, ABORTED_AFTERWARDS], ids=["no room", "aborted afterwards"])
def test_kept_here_is_said_only_when_the_browser_has_kept_it(browsers, week, clients, admin, script):
    page = opened(browsers, week, script)
    notice = page.page.get_by_test_id("offline-notice")
    page.page.evaluate("() => { window.failing = true }")
    write_offline(page)
    expect(notice).to_contain_text(NOT_KEPT)
    # There is room again: what could not be kept is, without anything more being written.
    page.page.evaluate("() => { window.failing = false }")
    expect(notice).to_contain_text(KEPT, timeout=10_000)
    page.window.context.set_offline(False)
    expect(page.status).to_have_text(SAVED, timeout=20_000)
    assert clients.node(MODEL, admin.token).do("text", root="task").endswith(" uden net")


def test_what_another_tab_deletes_from_the_browser_is_kept_anew(browsers, week):
    page = opened(browsers, week, DELETED_ELSEWHERE)
    page.page.evaluate("() => { window.failing = true }")
    write_offline(page)
    expect(page.page.get_by_test_id("offline-notice")).to_contain_text(KEPT, timeout=10_000)
    records = """() => new Promise(resolve => {
      const request = indexedDB.open('samspil-documents')
      request.onsuccess = () => {
        const all = request.result.transaction('changes').objectStore('changes').count()
        all.onsuccess = () => { request.result.close(); resolve(all.result) }
      }
    })"""
    assert page.page.evaluate(records) > 0
    page.window.context.set_offline(False)
    expect(page.status).to_have_text(SAVED, timeout=20_000)


@pytest.mark.parametrize("script", [NEVER_OPENS, NEVER_ANSWERS], ids=["never opens", "never answers"])
def test_a_storage_that_never_answers_does_not_keep_the_model_from_opening(browsers, week, script):
    page = opened(browsers, week, script)
    write_offline(page)
    expect(page.page.get_by_test_id("offline-notice")).to_contain_text(NOT_KEPT)
    page.window.context.set_offline(False)
    expect(page.status).to_have_text(SAVED, timeout=20_000)


def test_where_the_browser_lets_nothing_be_remembered_the_page_works_and_the_document_is_kept(browsers, week):
    page = opened(browsers, week, FORBIDDEN)
    page.page.get_by_role("button", name="English").click()
    expect(page.status).to_have_text("Saved")
    page.page.get_by_role("button", name="Dansk").click()
    write_offline(page)
    expect(page.page.get_by_test_id("offline-notice")).to_contain_text(KEPT)
    page.window.context.set_offline(False)
    expect(page.status).to_have_text(SAVED, timeout=20_000)
