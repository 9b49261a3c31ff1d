"""Amounts side by side: a bar each, with its name and its value."""

from collections.abc import Iterable
from decimal import Decimal

from calc.model.picture import Amounts
from calc.model.record import Record
from calc.render.drawing import WIDTH, px, room
from calc.render.html import escape, tag, void

BAR, GAP = Decimal(18), Decimal(8)
ROW, HIGH_ROW = Decimal(30), Decimal(44)
LONG = Decimal(100)  # a longer name stands above its bar
NONE, LEAST = Decimal(0), Decimal(2)


class Axis(Record):
    """Where the bars start, how long a unit is, and whether names stand above them."""

    nothing: Decimal
    scale: Decimal
    above: bool

    @property
    def row(self) -> Decimal:
        """The height of a row."""
        return HIGH_ROW if self.above else ROW


def axis(picture: Amounts) -> Axis:
    """What lets the longest bar, its name and its value stand in the picture."""
    names = max(room(name) for name, _ in picture.amounts)
    above = names > LONG
    listed = [amount for _, amount in picture.amounts]
    low, high = min(NONE, *listed), max(NONE, *listed)
    left = NONE if above else names + GAP
    values = GAP + max(room(_written(amount)) for amount in listed)
    scale = (WIDTH - left - values) / ((high - low) or 1)
    return Axis(left - low * scale, scale, above)


def height(picture: Amounts) -> Decimal:
    """A row for each amount."""
    return axis(picture).row * len(picture.amounts)


def amounts(picture: Amounts) -> Iterable[str]:
    """The rows; what is below nothing goes to the left and has its own colour."""
    found = axis(picture)
    for number, (name, amount) in enumerate(picture.amounts, 1):
        kind = "calc-here" if name == picture.here else None
        yield tag("g", *_row(name, amount, found, found.row * number), class_=kind)


def _row(name: str, amount: Decimal, on: Axis, foot: Decimal) -> Iterable[str]:
    top = foot - BAR - (ROW - BAR) / 2
    base = top + BAR - 4
    yield tag("text", escape(name), x="0", y=px(top - 5 if on.above else base))
    yield void(
        "rect",
        x=px(on.nothing + min(amount, NONE) * on.scale),
        y=px(top),
        width=px(max(abs(amount) * on.scale, LEAST)),
        height=px(BAR),
        rx="3",
        class_="calc-series-1" if amount < 0 else "calc-series-0",
    )
    end = on.nothing + max(amount, NONE) * on.scale + GAP
    yield tag("text", _written(amount), x=px(end), y=px(base), class_="calc-value")


def _written(amount: Decimal) -> str:
    return f"{amount:,.2f}".replace("-", "−")
