"""What is due, payment by payment: all of it, one order's, or what comes next."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from calc.model.calculator import Answered
from calc.model.rows import Rows

NEXT = "next"

type Only = str | int | None


class Due(NamedTuple):
    """A row of a table that is a payment with its day.

    Attributes:
        table: The table.
        row: The row.
        nth: Which it is of those that are equal, from 1.
    """

    table: Rows
    row: Any
    nth: int = 1


def due(answered: Answered, only: Only = None, today: date | None = None) -> list[Due]:
    """The dated payments in a result's tables.

    Args:
        answered: The result.
        only: `NEXT`: those of the first day from today on; a number: those of the order
            in this place, counted from 1.
        today: Without it the first day of all is the next.
    """
    every = _counted(
        Due(field, row)
        for name, field in answered.calculator.outputs.items()
        if isinstance(field, Rows) and field.payable
        for row in getattr(answered.result, name)
        if row.due_date is not None
    )
    if only == NEXT:
        return _next(every, today)
    return [d for d in every if only is None or getattr(d.row, "order", None) == only]


def _counted(every: Iterable[Due]) -> list[Due]:
    """The same, those that are equal told apart."""
    seen: Counter[tuple[object, ...]] = Counter()
    counted = []
    for each in every:
        row = each.row
        like = (row.due_date, row.period, row.payment, getattr(row, "name", ""))
        seen[like] += 1
        counted.append(each._replace(nth=seen[like]))
    return counted


def _next(every: Sequence[Due], today: date | None) -> list[Due]:
    ahead = [d for d in every if not today or d.row.due_date >= today]
    first = min((d.row.due_date for d in ahead), default=None)
    return [d for d in ahead if d.row.due_date == first]


def called(answered: Answered, only: Only, found: Sequence[Due]) -> str:
    """What the file is called: the calculator, and what of it."""
    title = answered.calculator.title
    if only is None or not found:
        return title
    return f"{title}（{'下一期' if only == NEXT else found[0].row.name}）"
