"""The people of a session, each with a browser: how they come in, go to a model and write there."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from .browser import Browsers, Window
from .example import one
from .model_page import ModelPage
from .model_writer import ModelWriter, field_definitions

PHONE: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}


class Participant:
    """Somebody who joined with the code."""

    def __init__(self, name: str, unit: str, function: str, window: Window) -> None:
        self.name, self.unit, self.function, self.window = name, unit, function, window

    @property
    def page(self) -> Page:
        return self.window.page

    @property
    def unit_name(self) -> str:
        return one("units", self.unit)["name"]

    @property
    def model(self) -> ModelPage:
        return ModelPage(self.window)

    def join(self, code: str) -> "Participant":
        """From the start page with the code typed, to the form's end."""
        self.window.goto("/")
        self.page.get_by_label("Kode").fill(code.lower())
        self.page.get_by_role("button", name="Videre").click()
        return self.introduce()

    def join_by_link(self, code: str) -> "Participant":
        """From the link in the picture that is scanned."""
        self.window.goto(f"/k/{code}")
        return self.introduce()

    def introduce(self) -> "Participant":
        self.page.get_by_label("Dit navn").fill(self.name)
        self.page.get_by_role("radio", name=self.unit_name, exact=True).check()
        self.page.get_by_label("Din funktion").fill(self.function)
        self.page.get_by_role("button", name="Vær med").click()
        return self

    def expect_inside(self) -> None:
        expect(self.page.get_by_test_id("people")).to_contain_text("(dig)")

    def to_model(self, title: str) -> None:
        self.page.get_by_test_id("models").get_by_role("link", name=title).click()
        self.model.expect_ready()

    def to_session(self) -> None:
        self.page.get_by_role("link", name=re.compile("^Tilbage til")).click()
        expect(self.page.get_by_test_id("agenda")).to_be_visible()

    def confirm(self) -> None:
        """For one's own unit, once nothing is missing."""
        self.model.expect_saved()
        form = self.page.get_by_test_id("confirm-form")
        form.get_by_role("button", name=f"Bekræft for {self.unit_name}").click()
        expect(self.page.get_by_test_id(f"confirmation-{self.unit}")).to_have_attribute("data-state", "current")


def write_sections(writers: list[Participant], fields: dict[str, Any], *sections: str) -> None:
    """Some sections of a model, by its writers in turn: the next field is the next one's."""
    # A trial action chooses among the model's signs.
    order = sorted((field for field in field_definitions() if field in fields), key=lambda field: field == "trialActions")
    for field in order:
        if field_definitions()[field]["section"] in sections and field != "title":
            ModelWriter(writers[0].model).write(field, fields[field])
            writers.append(writers.pop(0))


def open_cast(browsers: Browsers) -> list[Participant]:
    """Eight people of three units; two of them have a phone."""
    people = [
        ("A", "u-skole", "Skoleleder", {}), ("B", "u-skole", "Lærer", {}), ("C", "u-skole", "Trivselsvejleder", {}),
        ("D", "u-fam", "Afdelingsleder", {}), ("E", "u-fam", "Rådgiver", {}), ("F", "u-fam", "Koordinator", {}),
        ("G", "u-ung", "Ungevejleder", PHONE), ("H", "u-ung", "Leder", PHONE),
    ]
    return [Participant(f"Deltager {name}", unit, function, browsers.open(**options))
            for name, unit, function, options in people]
