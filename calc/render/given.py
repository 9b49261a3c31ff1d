"""The reader's conditions as a list: printed beside the result, and copied with it."""

from collections.abc import Iterator
from typing import Any

from calc.model.calculator import Answered
from calc.model.fields import Field
from calc.model.record import Record
from calc.model.rows import Rows
from calc.render.html import escape, tag

YOURS = "你的条件"


def given(answered: Answered) -> str:
    """What was asked and answered; not shown on screens."""
    items = (
        tag("div", tag("dt", escape(name)), *(tag("dd", escape(t)) for t in texts))
        for name, texts in stated(answered)
    )
    title = tag("p", tag("strong", f"{answered.calculator.title}：{YOURS}"))
    return tag("div", title, tag("dl", *items), class_="calc-given")


def stated(answered: Answered) -> Iterator[tuple[str, list[str]]]:
    """What each condition is called, and it in words, a text a row; as the form has them."""
    inputs, values = answered.calculator.inputs, answered.values
    texts = {name: field.text(values[name]) for name, field in inputs.items()}
    for name, field in inputs.items():
        if values[name] is not None and field.applies(texts):
            yield field.label, _said(field, values[name])


def _said(field: Field, value: Any) -> list[str]:
    if not isinstance(field, Rows):
        return [field.with_unit(value)]
    return [_row(field, row) for row in value]


def _row(field: Rows, row: Record) -> str:
    cells = ((column, getattr(row, name)) for name, column in field.columns.items())
    return "，".join(c.with_unit(value) for c, value in cells if value is not None)
