"""Calculators as a writer names them: a case, its answers and its quoted numbers."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from calc import presets
from calc.calculators import ALL
from calc.model.calculator import Answered, Calculator
from calc.model.errors import InputErrors
from calc.model.fields import Field
from calc.model.rows import Rows
from publish.mistakes import Mistake, unknown


@dataclass(frozen=True)
class Case:
    """A calculator's answer, to be quoted from."""

    answered: Answered

    def quote(self, path: str) -> str:
        """An output, an input or a row's value, as people read it.

        Args:
            path: `charge`, `overdue_amount`, or `rows.1.payment` (the first row is 1).

        Raises:
            Mistake: Nothing of that name.
        """
        name, _, deeper = path.partition(".")
        calculator = self.answered.calculator
        if name in calculator.outputs:
            value = getattr(self.answered.result, name)
            return _deep(calculator.outputs[name], value, deeper)
        if name in calculator.inputs:
            return _deep(calculator.inputs[name], self.answered.values[name], deeper)
        names = [*calculator.outputs, *calculator.inputs]
        raise unknown(f"{calculator.name} 的数", name, names)


def _deep(field: Field, value: Any, path: str) -> str:
    if not isinstance(field, Rows):
        if path:
            raise Mistake(f"“{field.label}”只有一个数，后面不能再写“.{path}”")
        return field.show(value)
    number, _, column = path.partition(".")
    if number not in map(str, range(1, len(value) + 1)):
        raise Mistake(f"没有第“{number}”行：要写 1 到 {len(value)}")
    if column not in field.columns:
        raise unknown("列", column, field.columns)
    return field.columns[column].show(getattr(value[int(number) - 1], column))


@cache
def case(name: str, *words: str) -> Case:
    """The case of `NAME field=value …`; pages quote the same ones, and it is pure.

    Raises:
        Mistake: An unknown calculator or field, or answers that cannot be used.
    """
    calculator = named(name)
    answers: dict[str, Any] = {}
    for word in words:
        field, _, text = word.partition("=")
        if field not in calculator.inputs:
            raise unknown(f"{name} 的字段", field, calculator.inputs)
        answers[field] = _rows(field, text) if text.startswith("[") else text
    try:
        return Case(calculator.answer(answers))
    except InputErrors as wrong:
        sentences = "；".join(f"{k}：{v}" for k, v in wrong.errors.items())
        raise Mistake(f"{name} 的 {sentences}") from wrong


def named(name: str) -> Calculator:
    """The calculator of this name.

    Raises:
        Mistake: None has it.
    """
    if name not in ALL:
        raise unknown("计算器", name, ALL)
    return ALL[name]


def _rows(field: str, text: str) -> list[dict[str, str]]:
    try:
        rows = json.loads(text)
    except json.JSONDecodeError as wrong:
        raise Mistake(f"{field} 的第 {wrong.pos + 1} 个字不合 JSON 的写法") from None
    texts = (
        isinstance(value, str)
        for row in rows
        for value in (row.values() if isinstance(row, dict) else [None])
    )
    if not all(texts):
        raise Mistake(f"{field} 的每一行要写成 {{}}，里面的值都写成双引号里的字")
    return list(rows)


def preset_value(path: str) -> str:
    """The value of `NAME.field` in calc/presets.py.

    Raises:
        Mistake: Nothing of that name.
    """
    name, _, field = path.partition(".")
    if name not in presets.ALL:
        raise unknown("预设", name, presets.ALL)
    values = presets.ALL[name].values
    if field not in values:
        raise unknown(f"预设 {name} 的值", field, values)
    return values[field]
