"""A plan that could explain a bill, with what it would ask for."""

from enum import StrEnum
from typing import NamedTuple

from calc.calculators.check_bill.bill import Rounding
from calc.calculators.check_bill.stated import Stated
from calc.calculators.plan import Method
from calc.money import Remainder


class Twist(StrEnum):
    """What sets a plan apart from the usual one of its method and rounding."""

    NONE = ""
    ALIKE = "alike"
    APART = "apart"
    ON_THE_SUM = "on_the_sum"
    UNROUNDED = "unrounded"
    BY_DAYS = "by_days"
    FREE_FIRST = "free_first"
    FIXED_FEE = "fixed_fee"


class Candidate(NamedTuple):
    """A plan, its payments in 分, and the digits it takes to say it.

    Attributes:
        method: How it is paid back.
        stated: Its rate.
        rounding: How it is rounded.
        remainder: Where the 尾差 goes.
        payments: What it asks for.
        cost: Of saying its rate and method, in thousandths of a decimal digit.
        odd: Of saying how it departs from our own rounding.
        twist: What is unusual about it.
        extent: Of the twist: periods, 分, or the day basis.
        days: Of each period, when interest runs by days.
    """

    method: Method
    stated: Stated
    rounding: Rounding
    remainder: Remainder
    payments: list[int]
    cost: int
    odd: int = 0
    twist: Twist = Twist.NONE
    extent: int = 0
    days: tuple[int, ...] = ()

    @property
    def ordinary(self) -> bool:
        """Whether it is rounded as our own plans are."""
        return self.rounding is Rounding.HALF_UP and not self.twist

    def same_as(self, other: "Candidate") -> bool:
        """Whether method and rate are the same, whatever the rate's unit."""
        one, two = self.stated, other.stated
        return self.method is other.method and (
            one.top * two.bottom == two.top * one.bottom
        )
