"""多笔分期月历: what several orders ask for, month by month."""

from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated

from calc.calculators.monthly_load.orders import (
    Due,
    Month,
    Order,
    months,
    payments,
    total,
)
from calc.calculators.monthly_load.words import tell
from calc.calculators.plan import RemainderChoice
from calc.maths.context import precise
from calc.model.calculator import Told, calculator
from calc.model.fields import Day
from calc.model.numbers import Money
from calc.model.record import Record
from calc.model.rows import Rows
from calc.money import ZERO, Remainder

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
    """What is due from a day on, by month and by payment; what was due before, apart."""

    next_due: Annotated[date | None, Day("下一个还款日")]
    next_payment: Annotated[Decimal | None, Money("那天要还")]
    this_month: Annotated[Decimal | None, Money("这个月还要还")]
    remaining_total: Annotated[Decimal, Money("一共还要还")]
    rows: Annotated[tuple[Month, ...], Rows("逐月合计", of=Month)]
    upcoming: Annotated[tuple[Due, ...], Rows("接下来的每一笔", of=Due)]
    past: Annotated[tuple[Due, ...], Rows("已经过了还款日的", of=Due, dated=False)]
    orders: tuple[Order, ...]
    as_of: date | None
    income: Decimal | None

    @cached_property
    def told(self) -> Told:
        """The same in words."""
        return tell(self)


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
    as_of: Annotated[
        date | None,
        Day(
            "从哪天看起",
            optional=True,
            hint="多半填今天；这天以前的当作已经还了，不填就从头看",
        ),
    ] = None,
    remainder: RemainderChoice = Remainder.FIRST,
) -> MonthlyLoad:
    """Work out what is due in each month and what comes next."""
    every = payments(orders, remainder)
    past = [due for due in every if as_of and due.due_date < as_of]
    ahead = every[len(past) :]
    rows = months(ahead, income)
    first = [due for due in ahead if due.due_date == ahead[0].due_date]
    return MonthlyLoad(
        next_due=ahead[0].due_date if ahead else None,
        next_payment=total(first) if ahead else None,
        this_month=_in_month(as_of, rows) if as_of else None,
        remaining_total=total(ahead),
        rows=rows,
        upcoming=tuple(ahead),
        past=tuple(past),
        orders=tuple(orders),
        as_of=as_of,
        income=income,
    )


def _in_month(day: date, rows: tuple[Month, ...]) -> Decimal:
    """What is still due in the month of a day."""
    return next((row.total for row in rows if row.month == f"{day:%Y-%m}"), ZERO)
