"""Calculators as a writer names them: a case, its answers and its quoted numbers."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from calc import presets
from calc.calculators import ALL
from calc.model.calculator import Answered
from calc.model.errors import InputErrors
from calc.model.fields import Field
from calc.model.rows import Rows
from publish.writing.mistakes import Mistake, unknown


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
        raise unknown(f"figure of {calculator.name}", name, names)


def _deep(field: Field, value: Any, path: str) -> str:
    if not isinstance(field, Rows):
        return field.show(value)
    number, _, column = path.partition(".")
    if not number.isdigit() or not 1 <= int(number) <= len(value):
        raise Mistake(f"row “{number}” is not between 1 and {len(value)}")
    if column not in field.columns:
        raise unknown("column", column, field.columns)
    return field.columns[column].show(getattr(value[int(number) - 1], column))


@cache
def case(name: str, *words: str) -> Case:
    """The case of `NAME field=value …`; pages quote the same ones, and it is pure.

    Raises:
        Mistake: An unknown calculator or field, or answers that cannot be used.
    """
    if name not in ALL:
        raise unknown("calculator", name, ALL)
    calculator = ALL[name]
    answers: dict[str, Any] = {}
    for word in words:
        field, equals, text = word.partition("=")
        if not equals or field not in calculator.inputs:
            raise unknown(f"field of {name}", field, calculator.inputs)
        answers[field] = json.loads(text) if text.startswith("[{") else text
    try:
        return Case(calculator.answer(answers))
    except InputErrors as wrong:
        sentences = "; ".join(f"{k}: {v}" for k, v in wrong.errors.items())
        raise Mistake(f"{name}: {sentences}") from wrong


def preset_value(path: str) -> str:
    """The value of `NAME.field` in calc/presets.py.

    Raises:
        Mistake: Nothing of that name.
    """
    name, _, field = path.partition(".")
    if name not in presets.ALL:
        raise unknown("preset", name, presets.ALL)
    values = presets.ALL[name].values
    if field not in values:
        raise unknown(f"value of preset {name}", field, values)
    return values[field]
