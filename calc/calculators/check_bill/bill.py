"""A bill in whole 分, and how lenders round what they bill."""

from collections import Counter
from enum import StrEnum

from calc.model.record import Record

YUAN = 100  # in 分
FEW = 4  # periods, of which one wrong amount leaves no clear majority


class Rounding(StrEnum):
    """How each amount of a plan is rounded."""

    HALF_UP = "half_up"
    DOWN = "down"
    UP = "up"
    YUAN = "yuan"


TO_CENTS = (Rounding.HALF_UP, Rounding.DOWN, Rounding.UP)


def divide(top: int, bottom: int, rounding: Rounding) -> int:
    """A quotient of 分, neither below 0, rounded; `YUAN` is half-up to 100 分."""
    match rounding:
        case Rounding.DOWN:
            return top // bottom
        case Rounding.UP:
            return -(-top // bottom)
        case Rounding.YUAN:
            return (2 * top + YUAN * bottom) // (2 * YUAN * bottom) * YUAN
        case _:
            return (2 * top + bottom) // (2 * bottom)


class Bill(Record):
    """What is billed, in 分; `single` when one amount stands for every period."""

    amount: int
    payments: tuple[int, ...]
    single: bool = False

    @property
    def periods(self) -> int:
        """How many there are."""
        return len(self.payments)

    @property
    def cost(self) -> int:
        """All that is billed above the amount."""
        return sum(self.payments) - self.amount

    @property
    def short(self) -> bool:
        """Whether more than one whole payment is missing to cover the amount."""
        return -self.cost > max(self.payments)

    @property
    def usual(self) -> tuple[int, ...]:
        """The amounts that could be what most periods ask, the likeliest first.

        The first and the last period may differ in any plan, so they count for less.
        """
        counted = Counter([*self.payments[1:-1], *self.payments])
        tried = 1 if self.single or self.periods > FEW else FEW
        return tuple(amount for amount, _ in counted.most_common(tried))
