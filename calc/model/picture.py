"""Figures to look at: bars or a line, each with the same figures in words."""

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
    """

    title: str
    summary: str
    unit: str
    across: str
    points: tuple[tuple[Decimal, Decimal], ...]


type Picture = Bars | Line
