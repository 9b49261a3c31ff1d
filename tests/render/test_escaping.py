"""Nothing that a reader types becomes markup."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.calculators import ALL
from calc.model.fields import Text
from calc.model.rows import Rows
from calc.render.element import element
from calc.render.errors import errors
from calc.render.form import form
from calc.render.html import tag, void

EVIL = "<img src=x onerror=alert(1)>'\"&</form><script>"


@pytest.mark.parametrize("name", ALL)
def test_what_was_typed_stays_text_in_the_form(name: str) -> None:
    calculator = ALL[name]
    evil: dict[str, Any] = {}
    for field_name, field in calculator.inputs.items():
        rows = isinstance(calculator.defaults[field_name], list)
        evil[field_name] = (
            [dict.fromkeys(field.columns, EVIL)]
            if rows and isinstance(field, Rows)
            else EVIL
        )
    html = form(calculator, calculator.complete(evil), "here")
    assert "<img" not in html
    assert "<script" not in html
    assert html.count("</form>") == 1
    assert "&lt;img src=x onerror=alert(1)&gt;&#x27;&quot;&amp;&lt;/form&gt;" in html


@pytest.mark.parametrize("name", ["monthly-load", "compare-plans"])
def test_names_stay_text_in_the_result(name: str) -> None:
    calculator = ALL[name]
    table, field = next(
        (n, f) for n, f in calculator.inputs.items() if isinstance(f, Rows)
    )
    row = dict(calculator.defaults[table][0])
    row |= {n: "<b>&'\"" for n, c in field.columns.items() if isinstance(c, Text)}
    answers = {table: [row]}
    html = element(calculator.answer(answers), "here")
    assert "<b>" not in html
    assert "&lt;b&gt;&amp;&#x27;&quot;" in html


def test_sentences_and_names_of_errors_are_escaped() -> None:
    html = errors({'"><b>': "<b>坏</b>"}, '"here')
    assert "<b>" not in html
    assert 'href="#&quot;here-&quot;&gt;&lt;b&gt;"' in html


@given(st.text())
def test_an_attribute_holds_any_text(text: str) -> None:
    html = void("input", value=text)
    assert html.startswith('<input value="')
    assert not set(html[len('<input value="') :].rpartition('"')[0]) & set("<>\"'")


def test_attributes() -> None:
    html = tag("p", "甲", class_="a", data_most="3", hidden=True, id=None, lang=False)
    assert html == '<p class="a" data-most="3" hidden>甲</p>'
