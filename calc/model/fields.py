"""The kinds of question and of figure: each reads, checks, stores and shows one value.

Every sentence about a wrong answer is made from the label and the bounds.
"""

from collections.abc import Mapping
from datetime import date
from keyword import iskeyword
from typing import Any, get_type_hints

from calc.model.errors import Wrong
from calc.model.record import Record
from calc.reading.days import last_such_day, next_such_day, read_day
from calc.reading.plain import Unreadable, plain


class Field(Record):
    """What all kinds share.

    Attributes:
        label: The name the reader sees.
        hint: One short sentence below the label.
        unit: Stands behind the value.
        optional: May be left empty; its value is then None.
        advanced: Folded away until asked for; in a table, a column that only files and
            the machine interface have.
        when: `field=value|value`: only asked when that field has such a value; several
            such conditions are joined by `&`.
        plan: Which fact of the reader's plan it is, and what may stand for that fact:
            one calculator's answer is offered to the others.
        plain: What an answer calls it in plain words; `term` is then what it is called
            in contracts, and `means` what that means, for who taps on it.
        lead: The figure that stands first and large in the answer; in a table, the
            column that stands next to the first.
    """

    label: str
    hint: str = ""
    unit: str = ""
    optional: bool = False
    advanced: bool = False
    when: str = ""
    plan: str = ""
    plain: str = ""
    term: str = ""
    means: str = ""
    lead: bool = False

    def applies(self, texts: Mapping[str, Any]) -> bool:
        """Whether the other answers leave this question open."""
        conditions = (part.partition("=") for part in self.when.split("&") if part)
        return all(texts[name] in values.split("|") for name, _, values in conditions)

    def parse(self, given: Any, today: date | None = None) -> Any:
        """The value of what was given.

        Args:
            given: Text, or rows of texts.
            today: What days without a year are reckoned from, when it is known.

        Raises:
            Wrong: With the reader's sentence.
        """
        del today
        text = given if isinstance(given, str) else ""
        if plain(text):
            return self.read(text)
        if self.optional:
            return None
        raise Wrong(f"填写{self.label}")

    def read(self, text: str) -> Any:
        """The value of a text that is not blank."""
        raise NotImplementedError

    def text(self, value: Any) -> Any:
        """The value as the machine interface and the input box hold it."""
        return "" if value is None else str(value)

    def show(self, value: Any) -> str:
        """The value as people read it, without its unit."""
        return str(self.text(value))

    def with_unit(self, value: Any) -> str:
        """The value as people read it."""
        return f"{self.show(value)} {self.unit}".strip()


def fields_of(annotated: Any) -> dict[str, Field]:
    """Name → field of what a record or a function annotates with one.

    A name that Python keeps for itself ends there with an underscore, and here without.
    """
    return {
        name.removesuffix("_"): hint.__metadata__[0]
        for name, hint in get_type_hints(annotated, include_extras=True).items()
        if hasattr(hint, "__metadata__")
    }


def python_name(name: str) -> str:
    """What Python calls a field: `from_` for `from`."""
    return f"{name}_" if iskeyword(name) else name


class Day(Field, kw_only=True):
    """A calendar day.

    Attributes:
        low: The first that is taken.
        high: The last.
        past: A day without a year is the last such day, not the next.
        after: Another day of the same calculator, to reckon from instead of today.
    """

    low: date = date(1970, 1, 1)
    high: date = date(2199, 12, 31)
    past: bool = False
    after: str = ""

    def parse(self, given: Any, today: date | None = None) -> Any:
        """The day; one without a year, or 明天, is reckoned from `today`."""
        if today and isinstance(given, str):
            such_day = last_such_day if self.past else next_such_day
            given = str(such_day(given, today) or given)
        return super().parse(given)

    def read(self, text: str) -> date:
        """The day, when it lies within the bounds."""
        try:
            day = read_day(text)
        except Unreadable as why:
            clause = str(why) or "要填日期，例如 2026-10-10"
            raise Wrong(f"{self.label}{clause}") from None
        if not self.low <= day <= self.high:
            raise Wrong(f"{self.label}要在 {self.low} 到 {self.high} 之间")
        return day


class Text(Field, kw_only=True):
    """A short text, such as the name of a plan."""

    longest: int = 40

    def read(self, text: str) -> str:
        """The text without control characters."""
        clean = plain(text)
        if len(clean) > self.longest:
            raise Wrong(f"{self.label}最多 {self.longest} 个字")
        return clean


class Passage(Text, kw_only=True):
    """A text of several lines, as it was written."""

    longest: int = 4000

    def read(self, text: str) -> str:
        """The text, its lines kept."""
        super().read(text)
        return text


class Choice(Field, kw_only=True):
    """One of a few named options: value → what the reader sees."""

    options: Mapping[Any, str]

    def read(self, text: str) -> Any:
        """The option's value; what the reader sees is understood too."""
        clean = plain(text)
        for value in self.options:
            if clean == str(value):
                return value
        for value, label in self.options.items():
            if clean == plain(label):
                return value
        raise Wrong(f"{self.label}要从这些里选一项：{'、'.join(self.options.values())}")

    def show(self, value: Any) -> str:
        """The option as the reader sees it."""
        return self.options[value]
