"""Orders paid in instalments, and what they ask for day by day and month by month."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated

from calc.maths.days import due_dates
from calc.model.fields import Day, Text
from calc.model.numbers import Money, Percent, Whole
from calc.model.record import Record
from calc.money import ZERO, Remainder, split_evenly, yuan


class Order(Record):
    """One order paid in instalments."""

    name: Annotated[str, Text("名称")]
    amount: Annotated[Decimal, Money("分期金额")]
    periods: Annotated[int, Whole("期数", low=Decimal(1), high=Decimal(600))]
    fee: Annotated[
        Decimal | None,
        Money("手续费总额", low=Decimal(0), optional=True, hint="免息就不填"),
    ]
    first_due: Annotated[date, Day("第一期还款日")]


class Due(Record):
    """One payment of one order; `order` is its place among them, counted from 0."""

    due_date: Annotated[date, Day("还款日")]
    name: Annotated[str, Text("名称")]
    period: Annotated[int, Whole("第几期", unit="")]
    periods: Annotated[int, Whole("共几期", unit="")]
    payment: Annotated[Decimal, Money("应还", unit="", lead=True)]
    order: int


class Month(Record):
    """What is due in a month."""

    month: Annotated[str, Text("月份")]
    orders: Annotated[str, Text("要还的")]
    total: Annotated[Decimal, Money("合计", unit="", lead=True)]
    share: Annotated[Decimal | None, Percent("占每月收入", optional=True)]


def payments(orders: Sequence[Order], remainder: Remainder) -> list[Due]:
    """The payments of all orders, by day, on one day in the order of the orders."""
    every = [
        due for n, order in enumerate(orders) for due in _of_one(n, order, remainder)
    ]
    return sorted(every, key=lambda due: due.due_date)


def _of_one(number: int, order: Order, remainder: Remainder) -> Iterable[Due]:
    principals = split_evenly(order.amount, order.periods, remainder)
    fees = split_evenly(order.fee or ZERO, order.periods, remainder)
    days = due_dates(order.first_due, order.periods)
    for period, (day, *parts) in enumerate(zip(days, principals, fees, strict=True), 1):
        yield Due(day, order.name, period, order.periods, sum(parts, ZERO), number)


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
