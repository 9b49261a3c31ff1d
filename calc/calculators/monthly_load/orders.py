"""Orders paid in instalments, and what they ask for day by day and month by month."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Annotated

from calc.maths.days import due_dates
from calc.model.fields import Day, Text
from calc.model.numbers import Money, Percent, Whole
from calc.model.record import Record
from calc.money import ZERO, Remainder, split_evenly, yuan


class Order(Record):
    """One order paid in instalments."""

    name: Annotated[str, Text("名称", plan="name lender")]
    amount: Annotated[Decimal, Money("分期金额", plan="amount")]
    periods: Annotated[
        int, Whole("期数", low=Decimal(1), high=Decimal(600), plan="periods")
    ]
    fee: Annotated[
        Decimal | None,
        Money(
            "手续费总额",
            low=Decimal(0),
            optional=True,
            hint="免息就不填",
            plan="total_cost",
        ),
    ]
    first_due: Annotated[date, Day("第一期还款日", plan="first_due")]


class Due(Record):
    """One payment of one order; `order` is its place among them, counted from 1."""

    due_date: Annotated[date, Day("还款日")]
    name: Annotated[str, Text("名称")]
    period: Annotated[int, Whole("第几期", unit="")]
    periods: Annotated[int, Whole("共几期", unit="")]
    payment: Annotated[Decimal, Money("应还", unit="", lead=True)]
    left: Annotated[Decimal, Money("连这期还剩", unit="")]
    together: Annotated[Decimal, Money("那天一共", unit="", advanced=True)]
    order: Annotated[int, Whole("第几笔", unit="", advanced=True)]


class Month(Record):
    """What is due in a month."""

    month: Annotated[str, Text("月份")]
    orders: Annotated[str, Text("要还的")]
    total: Annotated[Decimal, Money("合计", unit="", lead=True)]
    share: Annotated[Decimal | None, Percent("占每月收入", optional=True)]


def payments(orders: Sequence[Order], remainder: Remainder) -> list[Due]:
    """The payments of all orders, by day, on one day in the order of the orders."""
    shares = [_shares(order, remainder) for order in orders]
    together: defaultdict[date, Decimal] = defaultdict(lambda: ZERO)
    for day, payment in chain.from_iterable(shares):
        together[day] += payment
    every: list[Due] = []
    for number, (order, own) in enumerate(zip(orders, shares, strict=True), 1):
        left = sum((payment for _, payment in own), ZERO)
        for period, (day, payment) in enumerate(own, 1):
            of = (period, order.periods, payment, left, together[day], number)
            every.append(Due(day, order.name, *of))
            left -= payment
    return sorted(every, key=lambda due: due.due_date)


def _shares(order: Order, remainder: Remainder) -> list[tuple[date, Decimal]]:
    """When what is due of one order."""
    principals = split_evenly(order.amount, order.periods, remainder)
    fees = split_evenly(order.fee or ZERO, order.periods, remainder)
    days = due_dates(order.first_due, order.periods)
    return [(d, p + fee) for d, p, fee in zip(days, principals, fees, strict=True)]


def total(dues: Iterable[Due]) -> Decimal:
    """What the payments come to."""
    return sum((due.payment for due in dues), ZERO)


def months(dues: Sequence[Due], income: Decimal | None) -> tuple[Month, ...]:
    """A row for each month in which something is due."""
    by_month: defaultdict[str, list[Due]] = defaultdict(list)
    for due in dues:
        by_month[f"{due.due_date:%Y-%m}"].append(due)
    return tuple(_month(name, those, income) for name, those in by_month.items())


def _month(name: str, dues: Sequence[Due], income: Decimal | None) -> Month:
    paid = total(dues)
    return Month(
        name,
        "、".join(f"{due.name} {yuan(due.payment)}" for due in dues),
        paid,
        paid / income * 100 if income else None,
    )
