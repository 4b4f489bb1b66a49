"""Everybody can use every page: axe finds nothing, in light and dark, at 1280 and 320 px."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from harness.model_page import open_model
from harness.places import every_page, settle

NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}


def violations(page):
    results = Axe().run(page).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['target']} {node['html'][:150]}"
        for rule in results
        for node in rule["nodes"]
    ]


@pytest.mark.timeout(240)
@pytest.mark.parametrize(
    "scheme, viewport", [("light", WIDE), ("dark", NARROW)], ids=["light, 1280 px", "dark, 320 px"])
def test_axe_finds_no_violation_on_any_page(browsers, week, scheme, viewport):
    found = []
    for name, window in every_page(browsers, week, color_scheme=scheme, viewport=viewport):
        settle(window)
        found += [f"{name}: {violation}" for violation in violations(window.page)]
        window.check()
        window.page.close()
    assert not found, "\n".join(found)


def test_axe_finds_no_violation_in_what_opens_on_a_page(browsers, week):
    """The forms and lists that are not there before somebody asks for them."""
    facilitator = week.invite("s-1", "facilitator")
    page = open_model(browsers, facilitator.token, "k-1")
    page.page.get_by_test_id("level-coCreation").click()
    expect(page.page.get_by_test_id("level-change")).to_be_visible()
    page.page.get_by_test_id("add-expectations").click()
    found = violations(page.page)
    page.window.goto("/session/s-1")
    page.page.get_by_test_id("create-model").click()
    expect(page.page.get_by_test_id("create-model-title")).to_be_visible()
    found += violations(page.page)
    join = browsers.open(f"/k/{week.join_codes['s-1']}")
    join.page.get_by_role("button", name="Vær med").click()
    found += violations(join.page)
    assert not found, "\n".join(found)


@pytest.mark.timeout(240)
def test_no_page_scrolls_sideways_at_320_px(browsers, week):
    too_wide = []
    for name, window in every_page(browsers, week, viewport=NARROW):
        settle(window)
        width = window.page.evaluate("() => document.scrollingElement.scrollWidth")
        if width > NARROW["width"]:
            widest = window.page.evaluate(
                """() => [...document.querySelectorAll('body *')]
                  .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
                  .slice(-3).map(one => one.outerHTML.slice(0, 120))"""
            )
            too_wide.append(f"{name}: {width} px, {widest}")
        window.page.close()
    assert not too_wide, "\n".join(too_wide)


def test_text_of_twice_the_size_still_fits(browsers, week):
    """WCAG 1.4.4 and 1.4.10: 200 % at 1280 px is 640 px wide."""
    page = open_model(browsers, week.join("s-1", "D", "Lærer", unitId="u-skole").token, viewport={"width": 640, "height": 450})
    assert page.page.evaluate("() => document.scrollingElement.scrollWidth") <= 640


def test_the_skip_link_leads_past_the_header(browsers, week):
    page = open_model(browsers, week.join("s-1", "D", "Lærer", unitId="u-skole").token).page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til indholdet")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_every_page_has_a_title_of_its_own_one_main_heading_and_a_language(browsers, week):
    titles = {}
    for name, window in every_page(browsers, week):
        settle(window)
        assert window.page.locator("h1").count() == 1, name
        assert window.page.locator("main").count() == 1, name
        assert window.page.locator("html").get_attribute("lang") == "da", name
        titles[name] = window.page.title()
        assert titles[name].strip() not in ("", "Samspil"), name
        window.page.close()
    assert len(set(titles.values())) >= 7, titles


def test_with_reduced_motion_nothing_moves(browsers, week):
    page = open_model(browsers, week.join("s-1", "D", "Lærer", unitId="u-skole").token, reduced_motion="reduce").page
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(one => {
          const style = getComputedStyle(one)
          const long = value => value.split(',').some(part => parseFloat(part) > 0.01)
          return (style.transitionProperty !== 'none' && long(style.transitionDuration))
            || (style.animationName !== 'none' && long(style.animationDuration))
        }).map(one => one.outerHTML.slice(0, 100))"""
    )
    assert moving == []
