"""A result as plain text, to be pasted into a chat or a note."""

from collections.abc import Iterator, Sequence

from calc.export.due import Due
from calc.model.calculator import Answered
from calc.model.record import Record
from calc.model.rows import Rows
from calc.money import ZERO, yuan


def listing(answered: Answered, title: str, found: Sequence[Due]) -> str:
    """What is due, a day a line; without days the figures and the tables."""
    lines = _days(found) if found else _all(answered)
    return "\n".join([title, *lines])


def _days(found: Sequence[Due]) -> Iterator[str]:
    for table, row, _ in found:
        name = f"{row.name} " if "name" in table.columns else ""
        yield f"{row.due_date}　{name}第 {row.period} 期　{yuan(row.payment)} 元"
    total = sum((each.row.payment for each in found), ZERO)
    yield f"共 {len(found)} 笔，{yuan(total)} 元"


def _all(answered: Answered) -> Iterator[str]:
    for name, field in answered.calculator.outputs.items():
        value = getattr(answered.result, name)
        if isinstance(field, Rows):
            yield from _table(field, value)
        elif value not in (None, ""):
            yield f"{field.label}：{field.with_unit(value)}"


def _table(table: Rows, rows: Sequence[Record]) -> Iterator[str]:
    if rows:
        yield f"\n{table.label}"
    columns = [(n, c) for n, c in table.columns.items() if not c.advanced]
    for row in rows:
        cells = ((column, getattr(row, name)) for name, column in columns)
        yield "，".join(
            f"{c.label} {c.with_unit(v)}" for c, v in cells if v is not None
        )
