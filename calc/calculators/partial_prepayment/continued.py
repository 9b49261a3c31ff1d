"""A schedule that goes on after part of the principal was paid early."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import chain, repeat

from calc.calculators.plan import ON_BALANCE, Method, Plan
from calc.maths.context import precise
from calc.maths.schedule import (
    Row,
    equal_principal_schedule,
    flat_fee_schedule,
    interest_only_schedule,
    level_payment_schedule,
)
from calc.model.record import Record
from calc.money import ZERO, Remainder, half_up


class Keep(StrEnum):
    """What stays as it was after a prepayment."""

    TERM = "term"
    PAYMENT = "payment"


KEEP: Mapping[Keep, str] = {
    Keep.TERM: "期数不变，每期变少",
    Keep.PAYMENT: "每期不变，期数变少",
}


class Course(Record):
    """The periods of a plan with its prepayments."""

    rows: Sequence[Row]

    @property
    def cost(self) -> Decimal:
        """Interest and fees of all periods."""
        return sum((row.interest + row.fee for row in self.rows), ZERO)

    def left(self, period: int) -> Sequence[Row]:
        """The periods behind one."""
        return [row for row in self.rows if row.period > period]


@precise
def prepaid_course(plan: Plan, prepaid: Mapping[int, Decimal], keep: Keep) -> Course:
    """The plan's periods when these amounts are paid after these periods, in order.

    Raises:
        ValueError: With the period after which more is paid than is still owed.
    """
    rows = plan.rows()
    for period, amount in sorted(prepaid.items()):
        done, left = rows[:period], rows[period:]
        owed = done[-1].balance if done else plan.amount
        if not left or amount > owed:
            raise ValueError(period)
        if done:
            done[-1] = done[-1]._replace(balance=owed - amount)
        rest = _continued(plan, owed - amount, left, keep)
        rows = [*done, *_renumbered(period, rest)]
    return Course(rows)


def other_course(plan: Plan, prepaid: Mapping[int, Decimal], keep: Keep) -> Course:
    """The same for the way that was not chosen: what is too much or too late is not paid."""
    taken: dict[int, Decimal] = {}
    for period, amount in sorted(prepaid.items()):
        rows = prepaid_course(plan, taken, keep).rows
        owed = rows[period - 1].balance if 0 < period < len(rows) else ZERO
        least = min(amount, owed if period else plan.amount)
        if least:
            taken[period] = least
    return prepaid_course(plan, taken, keep)


def _renumbered(period: int, rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows:
        yield row._replace(period=period + row.period)


def _continued(
    plan: Plan, balance: Decimal, left: Sequence[Row], keep: Keep
) -> Sequence[Row]:
    """The rest of the plan for a smaller balance.

    A fee on the original amount goes on in the share of the principal that is left,
    when the term stays; when the payment stays, it stays too.
    """
    if not balance:
        return []
    number = len(left)
    if plan.method is Method.INTEREST_ONLY:
        return interest_only_schedule(balance, number, plan.periodic)
    if keep is Keep.PAYMENT:
        return list(_until_cleared(plan, balance, left))
    if plan.method is Method.LEVEL_PAYMENT:
        return level_payment_schedule(balance, number, plan.periodic)
    if plan.method is Method.EQUAL_PRINCIPAL:
        return equal_principal_schedule(balance, number, plan.periodic, Remainder.LAST)
    owed = sum((row.principal for row in left), ZERO)
    fees = [half_up(row.fee * balance / owed) for row in left]
    return flat_fee_schedule(balance, number, fees, Remainder.LAST)


def _until_cleared(plan: Plan, balance: Decimal, left: Sequence[Row]) -> Iterator[Row]:
    """The periods of the usual payment until nothing is owed; the last may be less."""
    rate = plan.periodic if plan.method in ON_BALANCE else Decimal(0)
    usual = left[0]
    for period, fee in enumerate(chain((row.fee for row in left), repeat(ZERO)), 1):
        interest = half_up(balance * rate)
        level = plan.method is Method.LEVEL_PAYMENT
        principal = usual.payment - interest if level else usual.principal
        # a payment below the interest would never end: the balance is due at once
        principal = min(principal, balance) if principal > 0 else balance
        balance -= principal
        payment = principal + interest + fee
        yield Row(period, payment, principal, interest, fee, balance)
        if not balance:
            return
