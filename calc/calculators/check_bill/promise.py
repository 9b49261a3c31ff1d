"""What the contract says against what is billed."""

from collections.abc import Sequence
from decimal import Decimal

from calc.calculators.check_bill.bill import Bill
from calc.calculators.check_bill.candidate import Candidate
from calc.calculators.check_bill.search import regular
from calc.calculators.plan import (
    FEE_UNITS,
    ON_BALANCE,
    Method,
    Plan,
    RateUnit,
)
from calc.maths.days import DayBasis
from calc.model.record import Record
from calc.money import CENT


class Promise(Record):
    """A promised plan beside the bill, in 分; above 0 is billed too much."""

    plan: Plan
    asked: Sequence[int]
    differences: Sequence[int]

    @property
    def overcharge(self) -> int:
        """In all."""
        return sum(self.differences)

    @property
    def kept(self) -> bool:
        """Whether the bill asks what was promised, but for the rounding of 分."""
        return abs(self.overcharge) <= len(self.differences) and all(
            abs(off) <= len(self.differences) for off in self.differences
        )


def promise(bill: Bill, best: Candidate, rate: Decimal, unit: RateUnit) -> Promise:
    """The promised rate, paid back in the way of the bill.

    A promised daily rate is taken by the day basis that is nearer to the bill.
    """
    bases = DayBasis if unit is RateUnit.DAILY else [DayBasis.D360]
    plans = [_plan(bill, best, rate, unit, basis) for basis in bases]
    return min((_beside(bill, plan) for plan in plans), key=_apart)


def _plan(
    bill: Bill, best: Candidate, rate: Decimal, unit: RateUnit, basis: DayBasis
) -> Plan:
    if not rate:
        method = Method.INTEREST_FREE
    elif unit in FEE_UNITS:
        upfront = best.method is Method.UPFRONT_FEE
        method = Method.UPFRONT_FEE if upfront else Method.FLAT_FEE
    else:
        on_balance = best.method in ON_BALANCE
        method = best.method if on_balance else Method.LEVEL_PAYMENT
    amount = bill.amount * CENT
    return Plan(amount, bill.periods, method, rate, unit, best.remainder, basis)


def _beside(bill: Bill, plan: Plan) -> Promise:
    asked = [int(row.payment / CENT) for row in plan.rows()]
    if bill.single:
        asked = [regular(asked)] * bill.periods
    differences = [b - a for b, a in zip(bill.payments, asked, strict=True)]
    return Promise(plan, asked, differences)


def _apart(beside: Promise) -> int:
    return sum(map(abs, beside.differences))
