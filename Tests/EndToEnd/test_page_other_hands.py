"""Translation, reading aids and other programs change what the page shows: it goes on, and says what is so."""

import re

import pytest
from playwright.sync_api import expect

from harness.browser import NO_NETWORK
from harness.model_page import MODEL, SESSION, open_model

ROWS = "expectations"

#: As a browser's translation does it: an element in the place of each text, with the text in another language.
TRANSLATE = """texts => {
  for (const text of texts) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')]
    inner.textContent = `[${text.data}]`
    outer.append(inner)
    text.replaceWith(outer)
  }
}"""
#: The same in two steps.
TRANSLATE_BESIDE = """texts => {
  for (const text of texts) {
    const stand = document.createElement('font')
    stand.textContent = `[${text.data}]`
    text.after(stand)
    text.remove()
  }
}"""
#: As an aid that reads aloud does it: an element around each text.
WRAP = """texts => {
  for (const text of texts) {
    const mark = document.createElement('span')
    mark.className = 'read'
    text.replaceWith(mark)
    mark.append(text)
  }
}"""
#: The text of the page, at once and whenever there is more.
EVERYWHERE = """change => {
  const isDone = text => text.parentElement.closest('font, span.read, textarea, script, style, [translate=no]')
  const all = () => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts = []
    while (walk.nextNode()) if (walk.currentNode.data.trim() && !isDone(walk.currentNode)) texts.push(walk.currentNode)
    change(texts)
    for (const mark of document.querySelectorAll('span.read:empty')) mark.remove()
    watch.takeRecords()
  }
  const watch = new MutationObserver(() => setTimeout(all, 30))
  watch.observe(document.body, { childList: true, characterData: true, subtree: true })
  all()
}"""


@pytest.mark.parametrize("script", [TRANSLATE, TRANSLATE_BESIDE, WRAP], ids=["in place", "beside", "around"])
def test_a_page_that_is_translated_or_read_aloud_goes_on_and_says_what_is_so(browsers, week, clients, admin, script):
    mine = open_model(browsers, week.join(SESSION, "Kira", "Lærer", unitId="u-skole").token)
    other = open_model(browsers, week.join(SESSION, "Deltager Øre", "Koordinator", unitId="u-fam").token)
    lead = clients.session(SESSION, admin.token)
    mine.page.evaluate(f"() => ({EVERYWHERE})({script})")
    expect(mine.status).to_have_text(re.compile(r"^\[?Gemt\]?$"))
    mine.type_at_end("task", " oversat")
    expect(other.text("task")).to_have_value(re.compile(" oversat$"))
    other.type_at_start("whyCross", "Andres. ")
    expect(mine.text("whyCross")).to_have_value(re.compile("^Andres. "))
    count = mine.rows(ROWS).count()
    other.page.get_by_test_id(f"add-{ROWS}").click()
    expect(mine.rows(ROWS)).to_have_count(count + 1)
    other.rows(ROWS).nth(0).get_by_test_id("row-remove").click()
    expect(mine.rows(ROWS)).to_have_count(count)
    for _ in range(2):
        lead.accepted("lockModel", modelId=MODEL)
        expect(mine.text("task")).not_to_be_editable()
        lead.accepted("unlockModel", modelId=MODEL)
        expect(mine.text("task")).to_be_editable()
    mine.window.allow(NO_NETWORK)
    mine.window.context.set_offline(True)
    mine.type_at_end("task", " uden net")
    expect(mine.status).to_have_text(re.compile(r"^\[?Offline – 1 ændring ikke sendt\]?$"))
    mine.window.context.set_offline(False)
    expect(mine.status).to_have_text(re.compile(r"^\[?Gemt\]?$"), timeout=20_000)
    mine.page.get_by_role("link", name=re.compile("Tilbage til")).first.click()
    expect(mine.page.get_by_test_id("models")).to_be_visible()
    lead.accepted("startTimer", durationMs=600_000)
    mine.page.go_back()
    expect(mine.text("task")).to_have_value(re.compile(" oversat uden net$"))
    expect(mine.page.get_by_role("heading", name="Siden gik i stå")).to_have_count(0)
