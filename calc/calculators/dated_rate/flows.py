"""Money on days, and the annual rate at which it balances."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated

from calc.maths.context import precise
from calc.maths.days import days_between
from calc.maths.rates import DAYS_A_YEAR, dated_rates, single
from calc.model.fields import Day
from calc.model.numbers import Number
from calc.model.record import Record
from calc.money import CENT, MOST, Printed, half_up, spelled

GHOST = Decimal("-0.5")  # a year; nobody lends to lose half
USUAL = Decimal("-0.1"), Decimal("0.6")  # what may stand when ghosts are left out
SHOWN = 12  # flows worked out one by one
HALF_CENT = CENT / 2
LONG = Decimal("1e15")  # of 元; beyond it an amount is shown by its first digits


class Flow(Record):
    """Money on a day: received is positive, paid is negative."""

    day: Annotated[date, Day("日期", low=date(1900, 1, 1))]
    amount: Annotated[
        Decimal, Number("金额", low=-MOST, unit="元", also="块 块钱", example="-3000")
    ]


class Solved(Record):
    """The flows that count, in order of time, and their rates as fractions.

    Attributes:
        flows: Without those of nothing.
        rate: The one that holds.
        left_out: Others that balance the flows too.
    """

    flows: Sequence[Flow]
    rate: Decimal
    left_out: Sequence[Decimal]

    @cached_property
    def printed(self) -> Printed:
        """The rate in percent, with the digits that what is printed follows from."""
        return spelled(self.rate * 100, self.follow)

    @precise
    def follow(self, percent: Decimal) -> bool:
        """Whether the worth of what is shown follows from this rate, to the 分."""
        return all(
            exact >= LONG or abs(printed - half_up(exact)) <= HALF_CENT
            for exact, printed in zip(
                self.worths, self._worths(percent / 100), strict=True
            )
        )

    @cached_property
    def worths(self) -> Sequence[Decimal]:
        """What the flows that are shown are worth on the day of the first."""
        return self._worths(self.rate)

    @precise
    def _worths(self, rate: Decimal) -> Sequence[Decimal]:
        """The worths without their signs."""
        growth = 1 + rate
        return [
            abs(flow.amount) / growth ** (Decimal(self.days(flow)) / DAYS_A_YEAR)
            for flow in self.flows[:SHOWN]
        ]

    def days(self, flow: Flow) -> int:
        """The days since the first flow."""
        return days_between(self.flows[0].day, flow.day)


@precise
def solve(flows: Sequence[Flow]) -> Solved:
    """The rate of flows, and those that are left out.

    Raises:
        NoRate: None, or several that could be meant.
    """
    rates = dated_rates([(flow.day, flow.amount) for flow in flows])
    listed = sorted((f for f in flows if f.amount), key=lambda flow: flow.day)
    rate = _meant(rates) if len(rates) > 1 else rates[0]
    return Solved(listed, rate, [other for other in rates if other != rate])


def _meant(rates: list[Decimal]) -> Decimal:
    """The only one of several rates that is not a ghost, if it is a usual one.

    Money that comes back after the last payment, or goes out before the first, adds a
    rate such as a loss of 94 % a year, which balances the flows and means nothing.
    """
    kept = [rate for rate in rates if rate > GHOST]
    low, high = USUAL
    return kept[0] if len(kept) == 1 and low < kept[0] < high else single(rates)
