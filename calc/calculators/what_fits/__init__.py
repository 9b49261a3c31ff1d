"""我每月能还多少: how long, how much or what each month, of 等额本息."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from calc.calculators.plan import UNITS, RateUnit
from calc.calculators.what_fits.words import tell
from calc.maths.annuity import level_payment
from calc.maths.context import precise
from calc.model.calculator import Told, calculator
from calc.model.errors import InputErrors
from calc.model.fields import Choice
from calc.model.numbers import Money, Rate, Whole
from calc.model.record import Record
from calc.money import CENT, MOST, ZERO, half_up, yuan

LONGEST = 600  # periods, as in every question about a term
HALF = CENT / 2


class Solve(StrEnum):
    """Which of the three follows from the other two."""

    PERIODS = "periods"
    AMOUNT = "amount"
    PAYMENT = "payment"


SOLVE: Mapping[Solve, str] = {
    Solve.PERIODS: "每月还这么多，要还几期",
    Solve.AMOUNT: "每月还这么多，最多能分多少",
    Solve.PAYMENT: "这么多钱分这么多期，每月还多少",
}
LOAN_UNITS = {unit: UNITS[unit] for unit in (RateUnit.ANNUAL, RateUnit.MONTHLY)}


class WhatFits(Record):
    """Amount, term and payment that belong together."""

    solve: Annotated[Solve, Choice("问的是", options=SOLVE)]
    amount: Annotated[Decimal, Money("分期金额")]
    periods: Annotated[int, Whole("期数")]
    payment: Annotated[Decimal, Money("每月还")]
    last_payment: Annotated[Decimal, Money("最后一期还")]
    total_cost: Annotated[Decimal, Money("利息合计")]
    rate: Decimal
    rate_unit: RateUnit
    monthly: Decimal

    @cached_property
    def told(self) -> Told:
        """The same in words."""
        return tell(self)


@calculator(
    "what-fits",
    "我每月能还多少",
    "等额本息：每月利息 = 剩余本金 × 月利率，四舍五入到分；最后一期还清剩下的",
    "月利率 = 年利率 ÷ 12",
)
@precise
def what_fits(
    *,
    solve: Annotated[Solve, Choice("想知道什么", options=SOLVE)] = Solve.PERIODS,
    amount: Annotated[
        Decimal,
        Money("分期金额", when="solve=periods|payment", plan="amount"),
    ] = Decimal("4999.00"),
    periods: Annotated[
        int,
        Whole(
            "期数",
            low=Decimal(1),
            high=Decimal(LONGEST),
            when="solve=amount|payment",
            plan="periods",
        ),
    ] = 12,
    payment: Annotated[
        Decimal,
        Money(
            "每月能还",
            when="solve=periods|amount",
            hint="留出房租和吃饭的钱以后",
            plan="payment",
        ),
    ] = Decimal("500.00"),
    rate: Annotated[
        Decimal, Rate("利率", hint="月利率在「更多条件」里改", plan="rate")
    ] = Decimal(18),
    rate_unit: Annotated[
        RateUnit,
        Choice("利率填的是", options=LOAN_UNITS, advanced=True, plan="rate_unit"),
    ] = RateUnit.ANNUAL,
) -> WhatFits:
    """Work out the term, the amount or the payment from the other two."""
    monthly = rate / 100 / (12 if rate_unit is RateUnit.ANNUAL else 1)
    match solve:
        case Solve.PERIODS:
            payments = _cleared(amount, payment, monthly)
        case Solve.AMOUNT:
            amount = _affordable(payment, periods, monthly)
            payments = _level(amount, periods, monthly)
        case Solve.PAYMENT:
            payments = _level(amount, periods, monthly)
    return WhatFits(
        solve=solve,
        amount=amount,
        periods=len(payments),
        payment=payments[0],
        last_payment=payments[-1],
        total_cost=sum(payments, ZERO) - amount,
        rate=rate,
        rate_unit=rate_unit,
        monthly=monthly * 100,
    )


def _cleared(amount: Decimal, payment: Decimal, monthly: Decimal) -> list[Decimal]:
    """The payments until nothing is owed; the last may be less.

    Raises:
        InputErrors: At `payment`, with the least one that ends.
    """
    if payments := _until_nothing(amount, payment, monthly):
        return payments
    interest = half_up(amount * monthly)
    least = half_up(level_payment(amount, monthly, LONGEST)) - 2 * CENT
    while not _until_nothing(amount, least, monthly):
        least += CENT
    why = (
        f"第一个月的利息就有 {yuan(interest)} 元，这样还永远还不完"
        if payment <= interest
        else f"这样还，{LONGEST} 期也还不完"
    )
    ending = f"{why}；每月至少还 {yuan(least)} 元，{LONGEST} 期以内才还得完"
    raise InputErrors({"payment": ending})


def _until_nothing(
    amount: Decimal, payment: Decimal, monthly: Decimal
) -> list[Decimal]:
    """The payments until nothing is owed; none when that takes too long."""
    payments: list[Decimal] = []
    balance = amount
    while balance:
        interest = half_up(balance * monthly)
        if payment <= interest or len(payments) == LONGEST:
            return []
        payments.append(min(payment, balance + interest))
        balance += interest - payments[-1]
    return payments


def _level(amount: Decimal, periods: int, monthly: Decimal) -> list[Decimal]:
    """Equal payments, rounded half-up; the last one clears what is left."""
    payment = half_up(level_payment(amount, monthly, periods))
    balance, payments = amount, []
    for _ in range(periods - 1):
        interest = half_up(balance * monthly)
        paid = min(payment, balance + interest)
        payments.append(paid)
        balance += interest - paid
    return [*payments, balance + half_up(balance * monthly)]


def _affordable(payment: Decimal, periods: int, monthly: Decimal) -> Decimal:
    """The largest amount whose level payment, rounded half-up, is not above this one.

    Raises:
        InputErrors: At `payment`: it buys less than a 分, or more than can be asked.
    """
    of_one = level_payment(Decimal(1), monthly, periods)
    amount = half_up((payment + HALF) / of_one)
    if half_up(level_payment(amount, monthly, periods)) > payment:
        amount -= CENT
    if not CENT <= amount <= MOST:
        raise InputErrors(
            {"payment": "按这个数，能分的金额要在 0.01 到 100,000,000 元之间"}
        )
    return amount
