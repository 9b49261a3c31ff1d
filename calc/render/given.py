"""The reader's conditions as a list: printed beside the result, and copied with it."""

from collections.abc import Iterable
from typing import Any

from calc.model.calculator import Answered
from calc.model.fields import Field
from calc.model.record import Record
from calc.model.rows import Rows
from calc.render.html import escape, tag


def given(answered: Answered) -> str:
    """What was asked and answered, in the order of the form; not shown on screens."""
    inputs, values = answered.calculator.inputs, answered.values
    texts = {name: field.text(values[name]) for name, field in inputs.items()}
    items = (
        tag("div", tag("dt", escape(field.label)), *_said(field, values[name]))
        for name, field in inputs.items()
        if values[name] is not None and field.applies(texts)
    )
    title = tag("p", tag("strong", "你的条件"))
    return tag("div", title, tag("dl", *items), class_="calc-given")


def _said(field: Field, value: Any) -> Iterable[str]:
    if not isinstance(field, Rows):
        return [tag("dd", escape(_with_unit(field, value)))]
    return [tag("dd", escape(_row(field, row))) for row in value]


def _row(field: Rows, row: Record) -> str:
    cells = ((column, getattr(row, name)) for name, column in field.columns.items())
    return "，".join(_with_unit(c, value) for c, value in cells if value is not None)


def _with_unit(field: Field, value: Any) -> str:
    return f"{field.show(value)} {field.unit}".strip()
