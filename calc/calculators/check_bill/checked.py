"""All that checking a bill found, for the words about it."""

from collections.abc import Sequence

from calc.calculators.annual import AnnualRates
from calc.calculators.check_bill.bill import Bill
from calc.calculators.check_bill.promise import Promise
from calc.calculators.check_bill.search import Findings
from calc.calculators.plan import Plan
from calc.model.record import Record


class Checked(Record):
    """What was found of a bill; amounts in 分.

    Attributes:
        bill: The bill.
        found: Its explanations.
        plan: The best as any calculator takes it.
        planned: What that plan asks for.
        odd: The periods that do not fit when the others do.
        promised: The contract beside the bill.
        rates: Both annual rates of the bill.
    """

    bill: Bill
    found: Findings
    plan: Plan
    planned: Sequence[int]
    odd: Sequence[int]
    promised: Promise | None
    rates: AnnualRates

    @property
    def below(self) -> bool:
        """Whether the bill does not even cover the amount."""
        return self.bill.cost < -self.bill.periods

    @property
    def agrees(self) -> bool:
        """Whether every period is as planned, but for the rounding of 分."""
        off = self.found.best.differences
        ends = off[:1] + off[-1:]
        return all(abs(d) <= len(off) for d in ends) and all(
            abs(d) <= 1 for d in off[1:-1]
        )

    @property
    def exact(self) -> bool:
        """Whether the plan as named asks just this."""
        return tuple(self.planned) == tuple(self.bill.payments)
