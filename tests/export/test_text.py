"""The text for a chat has the days and amounts, or all there is without days."""

import json
from typing import Any

import pytest

from calc.browser import answer
from calc.calculators import ALL
from calc.model.rows import Rows


def text(name: str, **more: Any) -> str:
    request = {"calculator": name, "export": "txt", **more}
    file = json.loads(answer(json.dumps(request)))["file"]
    assert file["type"] == "text/plain;charset=utf-8"
    return str(file["text"])


def test_a_day_a_line_and_what_they_come_to() -> None:
    order = {"name": "手机", "amount": "100", "periods": "2", "first_due": "2026-12-31"}
    lines = text("monthly-load", answers={"orders": [order]}).splitlines()
    assert lines == [
        "多笔分期月历",
        "2026-12-31　手机 第 1 期　50.00 元",
        "2027-01-31　手机 第 2 期　50.00 元",
        "共 2 笔，100.00 元",
    ]
    assert text("monthly-load", only=2).splitlines()[0] == "多笔分期月历（耳机）"


@pytest.mark.parametrize("name", sorted(set(ALL) - {"monthly-load"}))
def test_without_days_every_figure_and_every_row(name: str) -> None:
    answered = ALL[name].answer({})
    written = text(name)
    for output, field in ALL[name].outputs.items():
        value = getattr(answered.result, output)
        if isinstance(field, Rows):
            first, column = next(iter(field.columns.items()))
            starts = [
                f"{column.label} {column.with_unit(getattr(r, first))}" for r in value
            ]
            assert all(start in written for start in starts)
        elif value not in (None, ""):
            assert f"{field.label}：{field.with_unit(value)}" in written
