"""A bill, and a plan that could explain it, side by side."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from calc.calculators.plan import Plan, regular_payment
from calc.model.record import Record
from calc.money import CENT, ZERO, Remainder, split_evenly


class Bill(Record):
    """What is billed; `single` when one amount stands for every period."""

    amount: Decimal
    payments: Sequence[Decimal]
    single: bool

    @property
    def periods(self) -> int:
        """How many there are."""
        return len(self.payments)

    @property
    def total(self) -> Decimal:
        """All that is billed."""
        return sum(self.payments, ZERO)

    @property
    def usual(self) -> Decimal:
        """The amount billed most often, the last left out: it settles the 分."""
        return Counter(self.payments[:-1] or self.payments).most_common(1)[0][0]

    @property
    def cost(self) -> tuple[Decimal, Decimal]:
        """The least and the most that interest and fees can come to.

        One amount for all says nothing of the 分 that do not divide evenly.
        """
        if not self.single:
            return self.total - self.amount, self.total - self.amount
        share = split_evenly(self.amount, self.periods, Remainder.LAST)[0]
        least = (self.usual - share) * self.periods
        return least, least + CENT * (self.periods - 1)


class Explanation(Record):
    """A plan beside the bill.

    Attributes:
        plan: The plan.
        near: Its rate before that was rounded to one a provider would print.
        rivals: How many rates are as round as its own, up to 1 % a month.
        payments: What it asks for.
        differences: What is billed above that.
    """

    plan: Plan
    near: Decimal
    rivals: Decimal
    payments: Sequence[Decimal]
    differences: Sequence[Decimal]

    @property
    def difference(self) -> Decimal:
        """The largest difference of any period."""
        return max(map(abs, self.differences))

    @property
    def exact(self) -> bool:
        """Every period agrees to the 分."""
        return not self.difference

    @property
    def remainder_only(self) -> bool:
        """Only 尾差 is at odds: a few 分 at the ends, at most one in between."""
        return self.difference <= CENT * len(self.differences) and all(
            abs(difference) <= CENT for difference in self.differences[1:-1]
        )

    @property
    def rank(self) -> tuple[int, Decimal, Decimal]:
        """Smaller is better: exact, then but for the 尾差, then the least difference."""
        if self.exact:
            return 0, self.rivals, ZERO
        if self.remainder_only:
            return 1, self.rivals, self.difference
        return 2, self.difference, self.rivals


def beside(bill: Bill, plan: Plan, near: Decimal, rivals: Decimal) -> Explanation:
    """The plan beside the bill."""
    rows = plan.rows()
    explained = (
        [regular_payment(plan, rows)] * bill.periods
        if bill.single
        else [row.payment for row in rows]
    )
    pairs = zip(bill.payments, explained, strict=True)
    return Explanation(plan, near, rivals, explained, [b - e for b, e in pairs])
