"""Questions with many answers of one shape: a table of rows, or one answer a line."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from calc.model.errors import InputErrors, Wrong
from calc.model.fields import Field, fields_of
from calc.model.reading import plain
from calc.model.record import Record

type Texts = Mapping[str, Any]


class Rows(Field, kw_only=True):
    """A table: a list of rows, each with the same columns.

    Attributes:
        of: What a row is: its annotated fields are the columns.
        most: The largest number of rows.
    """

    of: type[Record]
    most: int = 50

    @cached_property
    def columns(self) -> Mapping[str, Field]:
        """Name → field of each column."""
        return fields_of(self.of)

    @property
    def dated(self) -> bool:
        """Whether its rows can be payments with their due dates."""
        return {"due_date", "payment"} <= self.columns.keys()

    def parse(self, given: Any) -> tuple[Any, ...]:
        """The rows that are not wholly blank.

        Raises:
            Wrong: No row, or too many.
            InputErrors: With `row.column` keys, rows as given counted from 0.
        """
        rows = [
            (number, row)
            for number, row in enumerate(self.split(given))
            if any(map(_filled, row.values()))
        ]
        if not rows:
            raise Wrong(f"{self.label}至少要填一行")
        if len(rows) > self.most:
            raise Wrong(f"{self.label}最多 {self.most} 行，现在有 {len(rows)} 行")
        errors: dict[str, str] = {}
        parsed = [self._row(number, row, errors) for number, row in rows]
        if errors:
            raise InputErrors(errors)
        return tuple(self.of(**row) for row in parsed)

    def split(self, given: Any) -> list[Texts]:
        """What was given as rows of texts."""
        if not isinstance(given, list | tuple):
            return []
        return [row for row in given if isinstance(row, Mapping)]

    def _row(self, number: int, row: Texts, errors: dict[str, str]) -> dict[str, Any]:
        parsed = {}
        for name, column in self.columns.items():
            try:
                parsed[name] = column.parse(row.get(name, ""))
            except Wrong as wrong:
                errors[f"{number}.{name}"] = f"第 {number + 1} 行：{wrong}"
        return parsed

    def text(self, value: Any) -> Any:
        """A list of rows of texts."""
        return [
            {
                name: column.text(getattr(row, name))
                for name, column in self.columns.items()
            }
            for row in value or ()
        ]


class Lines(Rows, kw_only=True):
    """Rows typed as lines of text, the columns parted by blanks or commas."""

    most: int = 1000

    def parse(self, given: Any) -> tuple[Any, ...]:
        """The rows; all the lines share one box, so what is wrong is one sentence.

        Raises:
            Wrong: No line, too many, or lines that cannot be read.
        """
        try:
            return super().parse(given)
        except InputErrors as wrong:
            first, *others = wrong.errors.values()
            more = f"（另有 {len(others)} 处）" if others else ""
            raise Wrong(first + more) from None

    def split(self, given: Any) -> list[Texts]:
        """A row a line; what stands beyond the last column belongs to it."""
        text = given if isinstance(given, str) else ""
        last = len(self.columns) - 1
        lines = map(plain, text.splitlines())
        cut = (re.split(r"[\s,;、]+", line, maxsplit=last) for line in lines)
        return [dict(zip(self.columns, cells, strict=False)) for cells in cut]

    def text(self, value: Any) -> str:
        """One line a row."""
        return "\n".join(" ".join(row.values()) for row in super().text(value))


def _filled(cell: Any) -> bool:
    return isinstance(cell, str) and bool(plain(cell))
