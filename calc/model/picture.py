"""Figures to look at, each with the same figures in words."""

from decimal import Decimal

from calc.model.record import Record


class Series(Record):
    """One colour: a name and one amount for each label."""

    name: str
    amounts: tuple[Decimal, ...]


class Bars(Record):
    """Stacked bars, one for each label.

    Attributes:
        title: What is shown.
        summary: The same in words, for who cannot see it.
        unit: Of the amounts.
        labels: Below the bars.
        series: From the bottom up.
    """

    title: str
    summary: str
    unit: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]


class Line(Record):
    """A line through points.

    Attributes:
        title: What is shown.
        summary: The same in words, for who cannot see it.
        unit: Of the amounts.
        across: Of the distances, such as 天.
        points: Distance and amount, by distance.
        here: The distance that was asked for.
    """

    title: str
    summary: str
    unit: str
    across: str
    points: tuple[tuple[Decimal, Decimal], ...]
    here: Decimal | None = None


class Amounts(Record):
    """A few amounts side by side, each written behind its bar.

    Attributes:
        title: What is shown.
        summary: The same in words, for who cannot see it.
        unit: Of the amounts.
        amounts: Name and amount; may be below nothing.
        here: The name that is the reader's own.
    """

    title: str
    summary: str
    unit: str
    amounts: tuple[tuple[str, Decimal], ...]
    here: str = ""


type Picture = Bars | Line | Amounts
