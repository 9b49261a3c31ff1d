"""Requests of the shapes that readers send, drawn from what calculators declare.

The same ones each time. A rehearsal asks all that can be asked once; these are many:
long plans and tiny amounts, leap days, rates without a solution, answers left out.
"""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from calc.calculators import ALL
from calc.export import TYPES
from calc.model.calculator import Calculator
from calc.model.fields import Day, Field, Passage
from calc.model.numbers import Money, Number, Whole
from calc.model.rows import Lines, Rows

TIMES = 60  # for each calculator: more of them come upon nothing new
FEW = 4  # questions that are answered in another way than in the example
SELDOM = 0.06
LIKELY = (date(2020, 1, 1).toordinal(), date(2035, 12, 31).toordinal())
WRITTEN = (
    *("4,999元", "４９９９．５０", "￥4 999.00", "1万", "12期", "１２个月", "0.05%"),
    *("万分之五", "2026年10月10日", "2026/10/10", "10月10日", "20261010", "2024-02-29"),
    *("明天", "-0.01", "1.234", "1e3", "九", "小米", "𠮷野家😀", "e\u0301", "\u200b1"),
)
PAPER = ("第3/12期应还458.31元", "还款日10月10日", "手续费率0.6%/期", "分12期 4999.00")


def trials() -> Iterator[str]:
    """All of them, as JSON text."""
    for calculator in ALL.values():
        chance = Random(calculator.name)  # noqa: S311  # nothing is secret here
        yield from (_request(calculator, chance) for _ in range(TIMES))


def _request(calculator: Calculator, chance: Random) -> str:
    named = chance.choices([*calculator.inputs], k=FEW)
    answers = {name: _given(calculator.inputs[name], chance) for name in named}
    more = {"export": chance.choice([*TYPES])} if chance.random() < SELDOM else {}
    asked = {"calculator": calculator.name, "answers": answers, "place": "calc-1"}
    return json.dumps(asked | more)


def _given(field: Field, chance: Random) -> Any:
    """What somebody may type there; seldom what belongs elsewhere, or nothing."""
    odd = chance.random() < SELDOM
    return chance.choice(["", *WRITTEN]) if odd else _fit(field, chance)


def _fit(field: Field, chance: Random) -> Any:
    """What belongs there."""
    match field:
        case Lines():
            lines = (" ".join(row.values()) for row in _rows(field, 100, chance))
            found: Any = "\n".join(lines)
        case Rows():
            found = _rows(field, 12, chance)
        case Number():
            found = _number(field, chance)
        case Day():
            bounds = (field.low.toordinal(), field.high.toordinal())
            first, last = bounds if chance.random() < SELDOM else LIKELY
            found = str(date.fromordinal(chance.randint(first, last)))
        case Passage():
            found = "\n".join(chance.choices([*PAPER, *WRITTEN], k=4))
        case _:
            found = str(chance.choice([*getattr(field, "options", WRITTEN)]))
    return found


def _rows(field: Rows, most: int, chance: Random) -> list[dict[str, Any]]:
    """Some rows, seldom many; as on bills, most are like another."""
    columns = field.columns.items()
    kinds = [{n: _fit(each, chance) for n, each in columns} for _ in range(3)]
    few, many = chance.randint(1, 12), chance.randint(12, most)
    return chance.choices(kinds, [8, 2, 1], k=many if chance.random() < SELDOM else few)


def _number(field: Number, chance: Random) -> str:
    """One within the bounds; a whole one and an amount as exact as they may be."""
    match field:
        case Whole():
            digits, places = chance.choice([1, 2, 2, 3]), 0
        case Money():
            digits, places = chance.randint(2, 10), 2
        case _:
            digits, places = chance.randint(2, 6), chance.randint(0, 8)
    sign = chance.choice([1, -1]) if field.low < 0 else 1
    value = sign * Decimal(chance.randrange(10**digits)).scaleb(-places)
    return f"{min(max(value, field.low), field.high):f}"
