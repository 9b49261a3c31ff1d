"""What being late costs: overdue charges on loans and bills, and on a card."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from calc.maths.context import precise
from calc.maths.days import DayBasis
from calc.money import ZERO, half_up


class Rounding(StrEnum):
    """Where a contract rounds the charge to 分."""

    DAILY = "daily"
    TOTAL = "total"


class GraceMode(StrEnum):
    """What becomes of the grace days once they have passed."""

    RETROACTIVE = "retroactive"
    DEDUCT = "deduct"


def charged_days(overdue_days: int, grace_days: int, mode: GraceMode) -> int:
    """Return the days that are charged; none when paid within the grace days.

    After them, RETROACTIVE charges from the first day overdue and DEDUCT charges
    only the days after the grace days.
    """
    if overdue_days <= grace_days:
        return 0
    return overdue_days if mode == GraceMode.RETROACTIVE else overdue_days - grace_days


@precise
def penalty_interest(
    amount: Decimal,
    daily_rate: Decimal,
    days: int,
    rounding: Rounding,
    minimum: Decimal = ZERO,
) -> Decimal:
    """Return the charge on `amount` yuan at a daily fraction, half-up to 分.

    DAILY rounds the charge of a day and then multiplies; TOTAL rounds once.
    `minimum` is the least charge for the whole delay; nothing overdue costs nothing.
    """
    if days <= 0 or amount <= 0:
        return ZERO
    a_day = amount * daily_rate
    charge = half_up(a_day) * days if rounding == Rounding.DAILY else a_day * days
    return half_up(max(charge, minimum))


@precise
def penalty_daily_rate(
    annual_rate: Decimal, markup: Decimal, day_basis: DayBasis
) -> Decimal:
    """Return the daily rate of 罚息 as a fraction, unrounded.

    The contract's annual rate raised by `markup` (fractions: 0.5 is half as much
    again), over a year of 360 or 365 days; 银发〔2003〕251号.
    """
    return annual_rate * (1 + markup) / day_basis


@precise
def card_interest(
    segments: Sequence[tuple[Decimal, int]], daily_rate: Decimal
) -> Decimal:
    """Return 循环利息 on (balance, days) segments, rounded once, half-up to 分.

    `daily_rate` is a fraction; balances are in yuan.
    """
    balance_days = sum((balance * days for balance, days in segments), ZERO)
    return half_up(balance_days * daily_rate)


@precise
def late_charge(
    unpaid_minimum: Decimal, rate: Decimal, floor: Decimal, cap: Decimal | None
) -> Decimal:
    """Return a card's 违约金 on the unpaid part of the minimum payment, half-up to 分.

    `rate` is a fraction (0.05 for 5 %); `floor` and `cap` are in yuan and
    `cap` may be None. Nothing unpaid, no fee.
    """
    if unpaid_minimum <= 0:
        return ZERO
    fee = max(half_up(unpaid_minimum * rate), floor)
    return fee if cap is None else min(fee, cap)
