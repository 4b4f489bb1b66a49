"""The page on which somebody joins with a code."""

from playwright.sync_api import Page


def fill_in(page: Page, name: str = "Anna A") -> None:
    """As somebody of the first unit, and sends it."""
    page.get_by_test_id("join-name").fill(name)
    page.get_by_test_id("join-unit").get_by_role("radio").first.check()
    page.get_by_test_id("join-function").fill("Lærer")
    page.get_by_test_id("join-submit").click()
