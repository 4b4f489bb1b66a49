"""Writes a whole model in the browser, field by field, as people do it: with the keyboard, and lists to choose in."""

import json
import re
from datetime import date
from functools import cache
from typing import Any

from playwright.sync_api import Locator, expect

from . import paths
from .model_page import ModelPage


#: Letters of a text that are typed one by one.
BY_KEY = 4


@cache
def field_definitions() -> dict[str, dict[str, Any]]:
    """The fields of the three editions by their ids, in the form's order."""
    document = json.loads((paths.TEMPLATES / "fields.json").read_text())
    return {field["id"]: field for field in document["fields"]}


def danish(day: str) -> str:
    """`2027-02-01` as somebody in Denmark types it."""
    return date.fromisoformat(day).strftime("%d/%m-%Y")


class ModelWriter:
    """Writes the fields of one model on one person's page. Rows of the same field are counted from what is there."""

    def __init__(self, model: ModelPage) -> None:
        self.model = model
        self.page = model.page

    def write(self, field: str, value: Any) -> None:
        kind = field_definitions()[field]["type"]
        if kind in ("text", "longText"):
            self._type(self.model.text(field), value)
        elif kind == "longText+date":
            self._type(self.model.text(field), value["text"])
            self._date(self.page.get_by_test_id(f"date-{field}.date"), value["date"])
        elif kind == "dateRange":
            for part in ("start", "end"):
                self._date(self.page.get_by_test_id(f"date-{field}.{part}"), value[part])
        elif kind == "ref:unit+function":
            self.page.get_by_test_id(f"select-{field}.unitId").select_option(value["unitId"])
            self._type(self.model.text(f"{field}.function"), value["function"])
        elif kind == "ref:citizenGroup":
            self.page.get_by_test_id(f"field-{field}").get_by_role("combobox").select_option(value)
        elif kind in ("ref:goal[]", "ref:unit[]"):
            for one in value:
                self.page.get_by_test_id(f"list-{field}").locator(f"input[value='{one}']").check()
        else:
            for row in value:
                self._row(field, row)

    def _type(self, area: Locator, text: str) -> None:
        """The first letters key by key; the rest at once, as from a phone's dictation."""
        area.focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text[:BY_KEY])
        if len(text) > BY_KEY:
            self.page.keyboard.insert_text(text[BY_KEY:])

    def _date(self, area: Locator, day: str) -> None:
        area.fill(danish(day))
        area.press("Enter")

    def _row(self, field: str, row: dict[str, Any]) -> None:
        before = self.model.rows(field).count()
        self.page.get_by_test_id(f"add-{field}").click()
        expect(self.model.rows(field)).to_have_count(before + 1)
        place = self.model.rows(field).nth(before)
        for column in field_definitions()[field]["columns"]:
            value = row.get(column["id"])
            if value is not None and value != []:
                self._cell(place, field, column, value)

    def _cell(self, row: Locator, field: str, column: dict[str, Any], value: Any) -> None:
        name, kind = column["id"], column["kind"]
        cell = row.get_by_test_id(f"cell-{name}")
        if kind in ("text", "longText"):
            self._type(row.locator(f"textarea[data-testid$='/{name}']"), value)
        elif kind == "date":
            self._date(cell, value)
        elif kind == "boolean":
            cell.select_option("yes" if value else "no")
        elif kind == "unitFunction":
            row.get_by_test_id(f"cell-{name}.unitId").select_option(value["unitId"])
            self._type(row.locator(f"textarea[data-testid$='/{name}.function']"), value["function"])
        elif field == "roles" and name in ("unitId", "externalId"):
            # A role belongs to a unit or to somebody from outside: one list for both.
            row.get_by_test_id("cell-party").select_option(value)
        elif kind in ("units", "goals", "externalParties", "signs"):
            cell.click()
            for one in value:
                choice = row.locator(f"input[value='{one}']") if kind != "signs" else self._labelled(row, one)
                choice.check()
            cell.click()
        else:
            cell.select_option(value)

    def _labelled(self, row: Locator, text: str) -> Locator:
        """Signs that were written here have their ids from the page: they are found by what they say."""
        return row.get_by_role("checkbox", name=re.compile("^" + re.escape(text))).and_(row.locator("input[value^='r-']"))
