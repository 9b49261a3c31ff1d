"""Repayment schedules, row by row, in yuan rounded to 分."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from calc.maths.annuity import level_payment
from calc.maths.context import precise
from calc.money import ZERO, Remainder, half_up, split_evenly


class Row(NamedTuple):
    """One period: payment = principal + interest + fee; balance is what is left."""

    period: int
    payment: Decimal
    principal: Decimal
    interest: Decimal
    fee: Decimal
    balance: Decimal


@precise
def level_payment_schedule(
    amount: Decimal,
    periods: int,
    rate: Decimal,
    remainder: Remainder = Remainder.LAST,
) -> list[Row]:
    """Return the rows of 等额本息: a payment rounded half-up, the last row clears.

    `rate` is a fraction per period; at 0 the amount is split evenly and
    `remainder` says which period takes the 尾差.
    """
    if rate == 0:
        return flat_fee_schedule(amount, periods, [ZERO] * periods, remainder)
    payment = half_up(level_payment(amount, rate, periods))
    balance = amount
    rows = []
    for period in range(1, periods + 1):
        interest = half_up(balance * rate)
        # A payment rounded to 分 can pay a small balance early, or fall short
        # of the interest at a very high rate.
        principal = min(max(payment - interest, ZERO), balance)
        if period == periods:
            principal = balance
        balance -= principal
        row = Row(period, principal + interest, principal, interest, ZERO, balance)
        rows.append(row)
    return rows


@precise
def equal_principal_schedule(
    amount: Decimal, periods: int, rate: Decimal, remainder: Remainder
) -> list[Row]:
    """Return the rows of 等额本金: an even principal, interest on the balance.

    `rate` is a fraction per period.
    """
    principals = split_evenly(amount, periods, remainder)
    return _rows(amount, principals, rate, [ZERO] * periods)


@precise
def flat_fee_schedule(
    amount: Decimal, periods: int, fees: list[Decimal], remainder: Remainder
) -> list[Row]:
    """Return the rows of 等本等费: an even principal and each period's given fee.

    A fee charged at once is `[fee, 0, 0, …]`; an interest-free plan is all zeros.
    `fees` holds one amount a period, or ValueError is raised.
    """
    principals = split_evenly(amount, periods, remainder)
    return _rows(amount, principals, Decimal(0), fees)


@precise
def interest_only_schedule(amount: Decimal, periods: int, rate: Decimal) -> list[Row]:
    """Return the rows of 先息后本: interest each period, the principal at the end.

    `rate` is a fraction per period.
    """
    principals = [*[ZERO] * (periods - 1), amount]
    return _rows(amount, principals, rate, [ZERO] * periods)


def _rows(
    amount: Decimal,
    principals: Iterable[Decimal],
    rate: Decimal,
    fees: Iterable[Decimal],
) -> list[Row]:
    """Charge interest on each period's opening balance."""
    rows = []
    balance = amount
    for period, (principal, fee) in enumerate(zip(principals, fees, strict=True), 1):
        interest = half_up(balance * rate)
        balance -= principal
        payment = principal + interest + fee
        rows.append(Row(period, payment, principal, interest, fee, balance))
    return rows
