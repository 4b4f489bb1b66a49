"""Somebody who has a keyboard and no mouse."""

from playwright.sync_api import Page

#: Whether the element that has the focus can be seen and shows that it has it; else what it is.
FOCUS_IS_SEEN = """() => {
  const one = document.activeElement
  if (one === document.body) return true
  const box = one.getBoundingClientRect()
  const style = getComputedStyle(one)
  const host = one.closest('label, .choice, .co-text') ?? one
  const ring = [one, host].some(it => {
    const seen = getComputedStyle(it)
    return (seen.outlineStyle !== 'none' && parseFloat(seen.outlineWidth) > 0) || seen.boxShadow !== 'none'
  })
  return box.width > 0 && box.height > 0 && style.visibility === 'visible' && ring ? true : one.outerHTML.slice(0, 200)
}"""


def tab_to(page: Page, selector: str, limit: int = 120) -> None:
    """Presses Tab until the focus is on `selector`; on the way every focused element must be seen and show it."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        reached = page.evaluate("selector => document.activeElement.matches(selector)", selector)
        visible = page.evaluate(FOCUS_IS_SEEN)
        assert visible is True, f"the focus cannot be seen on {visible}"
        if reached:
            return
    raise AssertionError(f"{selector} cannot be reached with the Tab key")


def press(page: Page, test_id: str, key: str = "Enter") -> None:
    """Goes to a control with Tab and presses a key there."""
    tab_to(page, f"[data-testid={test_id}]", limit=300)
    page.keyboard.press(key)


def type_into(page: Page, test_id: str, text: str) -> None:
    tab_to(page, f"[data-testid={test_id}]", limit=300)
    page.keyboard.type(text)


def join(page: Page, code: str, name: str, unit: str, function: str) -> None:
    """From the start page, where the code's field has the focus, into the session."""
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    page.locator("[data-testid=join-name]:focus").wait_for()
    page.keyboard.type(name)
    tab_to(page, "input[type=radio]")
    page.keyboard.press("Space")
    for _ in range(20):
        if page.evaluate("() => document.activeElement.value") == unit:
            break
        page.keyboard.press("ArrowDown")
    tab_to(page, "[data-testid=join-function]")
    page.keyboard.type(function)
    page.keyboard.press("Enter")
    page.wait_for_url("**/session/*")
