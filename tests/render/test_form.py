"""Forms: every box has its label, its hint and its place for an error."""

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

import pytest

from calc.calculators import ALL
from calc.model.errors import InputErrors
from calc.model.fields import Choice
from calc.model.rows import Lines, Rows
from calc.render.element import element
from calc.render.errors import errors
from calc.render.form import form

BOXES = {"input", "select", "textarea"}


class Page(HTMLParser):
    """The elements of some HTML: names with attributes, and what is inside labels."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, Mapping[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names))
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def named(self, *tags: str) -> list[Mapping[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag in tags]

    @property
    def boxes(self) -> list[Mapping[str, str | None]]:
        """The questions' own; a calendar beside one asks nothing."""
        return [at for at in self.named(*BOXES) if at.get("class") != "calc-picker"]

    @property
    def ids(self) -> list[str]:
        return [at["id"] or "" for _, at in self.elements if "id" in at]


def shown(name: str, texts: Mapping[str, Any] | None = None) -> Page:
    calculator = ALL[name]
    return Page(form(calculator, calculator.complete(texts or {}), "here"))


every_calculator = pytest.mark.parametrize("name", ALL)


@every_calculator
def test_every_box_has_a_label_and_a_description(name: str) -> None:
    page = shown(name)
    labels = [label["for"] for label in page.named("label")]
    assert page.boxes
    for box in page.boxes:
        assert labels.count(box["id"]) == 1
        described = (box["aria-describedby"] or "").split()
        assert described
        assert set(described) <= set(page.ids)
        assert f"{box['id']}-error" in described


@every_calculator
def test_every_id_is_there_once_and_starts_with_the_place(name: str) -> None:
    ids = shown(name).ids
    assert len(ids) == len(set(ids))
    assert all(found.startswith("here-") for found in ids)


@every_calculator
def test_every_field_is_asked(name: str) -> None:
    page = shown(name)
    asked = {box["name"] for box in page.boxes}
    tables = {table["data-rows"] for table in page.named("fieldset")}
    for field_name, field in ALL[name].inputs.items():
        table = isinstance(field, Rows) and not isinstance(field, Lines)
        assert field_name in (tables if table else asked)


@every_calculator
def test_boxes_for_numbers_bring_up_the_right_keyboard(name: str) -> None:
    for box in shown(name).boxes:
        assert box.get("type", "text") == "text"
        assert box.get("inputmode") in {None, "decimal", "numeric"}


@every_calculator
def test_each_choice_shows_what_is_chosen(name: str) -> None:
    calculator = ALL[name]
    page = shown(name)
    chosen = [at["value"] for at in page.named("option") if "selected" in at]
    for field_name, field in calculator.inputs.items():
        if isinstance(field, Choice):
            assert calculator.defaults[field_name] in chosen


def test_a_choice_that_may_be_left_open_offers_nothing_first() -> None:
    values = [at["value"] for at in shown("compare-plans").named("option")]
    assert "" in values
    assert "" not in [at["value"] for at in shown("late-fee").named("option")]


def test_a_preset_carries_what_it_fills() -> None:
    options = shown("late-fee").named("option")
    huabei = next(at for at in options if at["value"] == "huabei-overdue")
    assert '"daily_rate": "0.05"' in (huabei["data-fills"] or "")


def test_a_table_has_a_row_for_each_answer_and_a_blank_one() -> None:
    orders = [{"name": "手机", "amount": "1", "periods": "1", "first_due": ""}] * 2
    ids = shown("monthly-load", {"orders": orders}).ids
    for row in ("0", "1", "#"):
        assert f"here-orders.{row}.name" in ids
    assert "here-orders.2.name" not in ids


@every_calculator
def test_the_summary_leads_to_fields_that_are_there(name: str) -> None:
    calculator = ALL[name]
    blank = {
        field_name: [dict.fromkeys(field.columns, "x")]
        if isinstance(field, Rows) and not isinstance(field, Lines)
        else "x" * 50
        for field_name, field in calculator.inputs.items()
    }
    with pytest.raises(InputErrors) as caught:
        calculator.answer(blank)
    found = caught.value.errors
    page = shown(name, blank)
    links = Page(errors(found, "here")).named("a")
    assert len(links) == len(found)
    assert {link["href"] for link in links} <= {f"#{at}" for at in page.ids}


@every_calculator
def test_the_element_is_whole_and_well_formed(name: str) -> None:
    page = Page(element(ALL[name].answer({}), "here"))
    assert page.elements[0][0] == "calc-form"
    assert page.elements[0][1]["name"] == name
    assert page.elements[0][1]["id"] == "here"
    assert len(page.ids) == len(set(page.ids))
