"""The reader's conditions as a list: printed beside the result, and copied with it."""

from collections.abc import Iterable, Mapping
from typing import Any

from calc.model.calculator import Calculator
from calc.model.fields import Field
from calc.model.rows import Rows
from calc.render.html import escape, tag


def given(calculator: Calculator, answers: Mapping[str, Any]) -> str:
    """What was asked and answered, in the order of the form; not shown on screens.

    Raises:
        InputErrors: Answers that cannot be used.
    """
    values = calculator.parse(answers)
    texts = {name: f.text(values[name]) for name, f in calculator.inputs.items()}
    items = (
        tag("div", tag("dt", escape(field.label)), *_said(field, values[name]))
        for name, field in calculator.inputs.items()
        if values[name] is not None and field.applies(texts)
    )
    title = tag("p", tag("strong", "你的条件"))
    return tag("div", title, tag("dl", *items), class_="calc-given")


def _said(field: Field, value: Any) -> Iterable[str]:
    if not isinstance(field, Rows):
        return [tag("dd", escape(_with_unit(field, value)))]
    return [tag("dd", escape(_row(field, row))) for row in value]


def _row(field: Rows, row: Mapping[str, Any]) -> str:
    return "，".join(
        _with_unit(column, row[name])
        for name, column in field.columns.items()
        if row[name] is not None
    )


def _with_unit(field: Field, value: Any) -> str:
    return f"{field.show(value)} {field.unit}".strip()
