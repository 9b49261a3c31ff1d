"""Questions with many answers of one shape: a table of rows, or one answer a line."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from calc.model.errors import InputErrors, Wrong
from calc.model.fields import Day, Field, fields_of
from calc.model.record import Record
from calc.reading.plain import Unreadable, plain
from calc.reading.rows import Kind, rows

type Texts = Mapping[str, Any]


class Rows(Field, kw_only=True):
    """A table: a list of rows, each with the same columns.

    Attributes:
        of: What a row is: its annotated fields are the columns.
        most: The largest number of rows.
        dated: Whether its days may go into a calendar; what is past does not.
    """

    of: type[Record]
    most: int = 50
    dated: bool = True

    @cached_property
    def columns(self) -> Mapping[str, Field]:
        """Name → field of each column."""
        return fields_of(self.of)

    @property
    def payable(self) -> bool:
        """Whether its rows can be payments with their due dates, still to come."""
        return self.dated and {"due_date", "payment"} <= self.columns.keys()

    def parse(self, given: Any, today: date | None = None) -> tuple[Any, ...]:
        """The rows that are not wholly blank.

        Raises:
            Wrong: No row, or too many.
            InputErrors: With `row.column` keys, rows as given counted from 0.
        """
        listed = [
            (number, row)
            for number, row in self.split(given)
            if any(map(_filled, row.values()))
        ]
        if not listed:
            raise Wrong(f"{self.label}至少要填一行")
        if len(listed) > self.most:
            raise Wrong(f"{self.label}最多 {self.most} 行，现在有 {len(listed)} 行")
        errors: dict[str, str] = {}
        parsed = [self._row(number, row, today, errors) for number, row in listed]
        if errors:
            raise InputErrors(errors)
        return tuple(self.of(**row) for row in parsed)

    def split(self, given: Any) -> list[tuple[int, Texts]]:
        """What was given as rows of texts, each with its number from 0.

        Raises:
            Wrong: What is no row, or has cells that nobody asks for.
        """
        listed = list(given) if isinstance(given, list | tuple) else []
        for number, row in enumerate(listed, 1):
            if not isinstance(row, Mapping):
                raise Wrong(f"{self.label}第 {number} 行不是一行数据")
            if unknown := [str(name) for name in row if name not in self.columns]:
                raise Wrong(f"{self.label}第 {number} 行没有「{unknown[0]}」这一项")
        return list(enumerate(listed))

    def _row(
        self, number: int, row: Texts, today: date | None, errors: dict[str, str]
    ) -> dict[str, Any]:
        parsed = {}
        for name, column in self.columns.items():
            try:
                parsed[name] = column.parse(row.get(name, ""), today)
            except Wrong as wrong:
                errors[f"{number}.{name}"] = f"第 {number + 1} 行：{wrong}"
        return parsed

    def text(self, value: Any) -> Any:
        """A list of rows of texts."""
        cells = [(name, column.text) for name, column in self.columns.items()]
        return [
            {name: text(getattr(row, name)) for name, text in cells}
            for row in value or ()
        ]


class Lines(Rows, kw_only=True):
    """Rows typed as lines of text, the columns parted by blanks or commas."""

    most: int = 1000

    def parse(self, given: Any, today: date | None = None) -> tuple[Any, ...]:
        """The rows; all the lines share one box, so what is wrong is one sentence.

        Raises:
            Wrong: No line, too many, or lines that cannot be read.
        """
        try:
            return super().parse(given, today)
        except InputErrors as wrong:
            first, *others = wrong.errors.values()
            more = f"（另有 {len(others)} 处）" if others else ""
            raise Wrong(first + more) from None

    def split(self, given: Any) -> list[tuple[int, Texts]]:
        """A row for each value, or for each line that has one of every column.

        Raises:
            Wrong: With the line that is not understood.
        """
        fields = self.columns.values()
        kinds = [Kind.DAY if isinstance(f, Day) else Kind.NUMBER for f in fields]
        try:
            found = rows(given if isinstance(given, str) else "", kinds)
        except Unreadable as why:
            raise Wrong(f"{self.label}{why}") from None
        return [(n - 1, dict(zip(self.columns, c, strict=False))) for n, c in found]

    def text(self, value: Any) -> str:
        """One line a row."""
        return "\n".join(" ".join(row.values()) for row in super().text(value))


def _filled(cell: Any) -> bool:
    return isinstance(cell, str) and bool(plain(cell))
