"""多笔分期月历: what several orders ask for, month by month."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated

from calc.calculators.plan import RemainderChoice
from calc.maths.context import precise
from calc.maths.days import due_dates
from calc.model.calculator import Told, calculator
from calc.model.fields import Day, Text
from calc.model.numbers import Money, Percent, Whole
from calc.model.picture import Bars, Series
from calc.model.record import Record
from calc.model.rows import Rows
from calc.money import ZERO, Remainder, percent, split_evenly, yuan


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


class Month(Record):
    """What is due in a month."""

    month: Annotated[str, Text("月份")]
    orders: Annotated[str, Text("要还的")]
    total: Annotated[Decimal, Money("合计", unit="")]
    share: Annotated[Decimal | None, Percent("占每月收入", optional=True)]


class Due(Record):
    """One payment of one order."""

    due_date: Annotated[date, Day("还款日")]
    name: Annotated[str, Text("名称")]
    period: Annotated[int, Whole("第几期", unit="")]
    periods: Annotated[int, Whole("共几期", unit="")]
    payment: Annotated[Decimal, Money("应还", unit="")]


EXAMPLE = (
    Order(
        name="手机",
        amount=Decimal("4999.00"),
        periods=12,
        fee=Decimal("374.93"),
        first_due=date(2026, 12, 10),
    ),
    Order(
        name="耳机",
        amount=Decimal("699.00"),
        periods=3,
        fee=Decimal("0.00"),
        first_due=date(2026, 12, 20),
    ),
    Order(
        name="平板",
        amount=Decimal("2299.00"),
        periods=6,
        fee=Decimal("103.46"),
        first_due=date(2027, 1, 31),
    ),
)


class MonthlyLoad(Record):
    """What is due, month by month and payment by payment."""

    next_due: Annotated[date | None, Day("下一个还款日")]
    next_payment: Annotated[Decimal | None, Money("那天要还")]
    this_month: Annotated[Decimal | None, Money("这个月还要还")]
    total_remaining: Annotated[Decimal, Money("一共还要还")]
    rows: Annotated[tuple[Month, ...], Rows("逐月合计", of=Month)]
    upcoming: Annotated[tuple[Due, ...], Rows("接下来的每一笔", of=Due)]
    told: Told


@calculator(
    "monthly-load",
    "多笔分期月历",
    "还款日：没有对应日的，用当月最后一天（《民法典》第二百零二条）",
    "每期应还 = 分期金额 ÷ 期数 + 手续费 ÷ 期数，每份先舍去不足一分的零头",
)
@precise
def monthly_load(
    *,
    orders: Annotated[
        tuple[Order, ...],
        Rows("我的分期", of=Order, most=20, hint="一笔一行，照账单填"),
    ] = EXAMPLE,
    income: Annotated[
        Decimal | None,
        Money("每月收入", optional=True, hint="填了就看到每个月占多少"),
    ] = None,
    from_date: Annotated[
        date | None,
        Day("从哪天看起", optional=True, hint="这天以前的当作已经还了；不填就从头看"),
    ] = None,
    remainder: RemainderChoice = Remainder.FIRST,
) -> MonthlyLoad:
    """Work out what is due in each month and what comes next."""
    every = [due for order in orders for due in _payments(order, remainder)]
    ahead = sorted(
        (due for due in every if from_date is None or due.due_date >= from_date),
        key=lambda due: due.due_date,
    )
    next_due = ahead[0].due_date if ahead else None
    following = [due.payment for due in ahead if due.due_date == next_due]
    months = _months(ahead, income)
    return MonthlyLoad(
        next_due=next_due,
        next_payment=sum(following, ZERO) if ahead else None,
        this_month=_month_of(from_date, months) if from_date else None,
        total_remaining=sum((due.payment for due in ahead), ZERO),
        rows=months,
        upcoming=tuple(ahead),
        told=_told(ahead, months, [order.name for order in orders]),
    )


def _payments(order: Order, remainder: Remainder) -> list[Due]:
    """The payments of one order."""
    periods = order.periods
    principals = split_evenly(order.amount, periods, remainder)
    fees = split_evenly(order.fee or ZERO, periods, remainder)
    days = due_dates(order.first_due, periods)
    return [
        Due(day, order.name, period, periods, principal + fee)
        for period, (day, principal, fee) in enumerate(
            zip(days, principals, fees, strict=True), 1
        )
    ]


def _months(ahead: Sequence[Due], income: Decimal | None) -> tuple[Month, ...]:
    """A row for each month in which something is due."""
    months: defaultdict[str, list[Due]] = defaultdict(list)
    for due in ahead:
        months[f"{due.due_date:%Y-%m}"].append(due)
    return tuple(_month(month, dues, income) for month, dues in months.items())


def _month(month: str, dues: Sequence[Due], income: Decimal | None) -> Month:
    total = sum((due.payment for due in dues), ZERO)
    return Month(
        month,
        "、".join(f"{due.name} {yuan(due.payment)}" for due in dues),
        total,
        total / income * 100 if income else None,
    )


def _month_of(day: date, months: Sequence[Month]) -> Decimal:
    """What is still due in the month of a day."""
    return next((m.total for m in months if m.month == f"{day:%Y-%m}"), ZERO)


def _told(ahead: Sequence[Due], months: Sequence[Month], names: Sequence[str]) -> Told:
    return Told(
        _sentence(ahead, months),
        tuple(
            f"「{due.name}」下一笔：{due.due_date}，第 {due.period}/{due.periods} 期，"
            f"{yuan(due.payment)} 元。"
            for due in _first_each(ahead, names)
        ),
        (
            (
                "本金和手续费都平均分到每期；按剩余本金计息的分期，"
                "每期不一样，把利息合计当手续费填，只能看个大概。"
            ),
            "一个月一期，还款日每月同一天，遇到短的月份用当月最后一天；不因周末、节假日改动。",
            "没有要还的月份不列出来。",
        ),
        pictures=(_stacked(ahead, months),) if ahead else (),
    )


def _stacked(ahead: Sequence[Due], months: Sequence[Month]) -> Bars:
    """Each month's payments, one upon another; a picture has three colours."""
    names = list(dict.fromkeys(due.name for due in ahead))
    own = names if len(names) <= 3 else names[:2]
    paid: defaultdict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for due in ahead:
        name = due.name if due.name in own else "其余"
        paid[name, f"{due.due_date:%Y-%m}"] += due.payment
    labels = [month.month for month in months]
    series = dict.fromkeys(name for name, _ in paid)
    return Bars(
        "每个月要还多少",
        f"{labels[0]} 到 {labels[-1]}，{_sentence(ahead, months)}",
        "元",
        tuple(label[2:] for label in labels),
        tuple(Series(n, tuple(paid[n, label] for label in labels)) for n in series),
    )


def _sentence(ahead: Sequence[Due], months: Sequence[Month]) -> str:
    if not ahead:
        return "从这天起没有要还的了。"
    most = max(months, key=lambda month: month.total)
    share = "" if most.share is None else f"，占收入 {percent(most.share)} %"
    total = sum((due.payment for due in ahead), ZERO)
    return (
        f"下一个还款日是 {ahead[0].due_date}；一共还要还 {yuan(total)} 元，"
        f"最多的一个月是 {most.month}，{yuan(most.total)} 元{share}。"
    )


def _first_each(ahead: Sequence[Due], names: Sequence[str]) -> list[Due]:
    """The next payment of each order, in the order they were asked for."""
    first = {due.name: due for due in reversed(ahead)}
    return [first[name] for name in dict.fromkeys(names) if name in first]
