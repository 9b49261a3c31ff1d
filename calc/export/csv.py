"""A result as CSV that a spreadsheet opens in Chinese."""

import re
from collections.abc import Iterable
from typing import Any

from calc.model.calculator import Answered
from calc.model.fields import Choice, Field
from calc.model.record import Record
from calc.model.rows import Rows

BOM = "\ufeff"  # without it Excel takes the file for the system's old encoding

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_FORMULA = re.compile(r"\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")  # full-width too
_QUOTED = re.compile(r'[",\r\n]')


def spreadsheet(answered: Answered) -> str:
    """The figures, then each table under its title, parted by an empty line."""
    figures = [[answered.calculator.title]]
    tables: list[list[str]] = []
    for name, field in answered.calculator.outputs.items():
        value = getattr(answered.result, name)
        if isinstance(field, Rows):
            tables += [[], [field.label], *_table(field, value)]
        elif value is not None:
            figures.append([field.label, _text(field, value), field.unit])
    return BOM + "".join(_line(cells) for cells in [*figures, *tables])


def _table(field: Rows, rows: Iterable[Record]) -> list[list[str]]:
    columns = field.columns
    return [
        [column.label for column in columns.values()],
        *(
            [_text(c, getattr(row, name)) for name, c in columns.items()]
            for row in rows
        ),
    ]


def _text(field: Field, value: Any) -> str:
    """Numbers bare, to be reckoned with; a choice as the reader saw it."""
    return field.show(value) if isinstance(field, Choice) else str(field.text(value))


def _line(cells: list[str]) -> str:
    return ",".join(map(_cell, cells)) + "\r\n"


def _cell(text: str) -> str:
    """The cell, quoted if need be; what would run as a formula becomes text."""
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
