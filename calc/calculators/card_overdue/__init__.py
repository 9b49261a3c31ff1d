"""信用卡逾期: interest and late fee when a card bill is not paid in full."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Annotated

from calc.calculators.card_overdue.statement import INTEREST_ON, InterestOn, Statement
from calc.calculators.card_overdue.words import tell
from calc.maths.context import precise
from calc.maths.days import days_between
from calc.model.calculator import Told, calculator
from calc.model.errors import InputErrors
from calc.model.fields import Choice, Day
from calc.model.numbers import Money, Rate, Whole
from calc.model.preset import StartFrom
from calc.model.record import Record
from calc.model.rows import Rows
from calc.money import half_up
from calc.presets import CARDS

# beyond the next bills a bank compounds, and that is not worked out here
MILESTONES = (1, 3, 7, 15, 30)


class Settled(Record):
    """What is due when the rest is paid on a day."""

    days: Annotated[int, Whole("过了还款日", unit="天")]
    date: Annotated[date, Day("还清日期")]
    interest: Annotated[Decimal, Money("利息", unit="")]
    late_fee: Annotated[Decimal, Money("违约金", unit="")]
    total_due: Annotated[Decimal, Money("一共还要付", unit="", lead=True)]


class CardOverdue(Record):
    """Interest and late fee on the day it is settled, and on other days.

    Attributes:
        fee_by_percent: The late fee before its floor and its cap.
        growth: Days after the due date, and the interest and fee by then.
    """

    interest: Annotated[Decimal, Money("利息")]
    late_fee: Annotated[Decimal, Money("违约金")]
    total_due: Annotated[Decimal, Money("连同没还的部分一共还要付", lead=True)]
    rows: Annotated[tuple[Settled, ...], Rows("拖得越久要付多少", of=Settled)]
    statement: Statement
    settled: date
    fee_by_percent: Decimal
    growth: tuple[tuple[int, Decimal], ...]

    @cached_property
    def told(self) -> Told:
        """The same in words."""
        return tell(self)


@calculator(
    "card-overdue",
    "信用卡逾期",
    "没有全额还清，从记账日起按天计息，全额还是只对没还的部分计，各行不同，以领用合约为准",
    "违约金：最低还款额没还部分的约定比例，不再生息（《中国人民银行关于信用卡业务有关事项的通知》，"
    "银发〔2016〕111号）",
    "透支利率由银行和持卡人约定，不再设上下限（2021-01-01 起）",
)
@precise
def card_overdue(
    *,
    preset: Annotated[
        str, StartFrom("我的信用卡是", presets=CARDS, advanced=True)
    ] = "own",
    statement_amount: Annotated[
        Decimal, Money("账单金额", hint="这一期账单的应还总额", plan="payment")
    ] = Decimal("5000.00"),
    minimum_due: Annotated[
        Decimal,
        Money("最低还款额", low=Decimal(0), advanced=True, hint="账单上写着"),
    ] = Decimal("500.00"),
    paid_amount: Annotated[
        Decimal, Money("到还款日已还", low=Decimal(0), hint="一分没还就填 0")
    ] = Decimal("200.00"),
    posting_date: Annotated[
        date,
        Day(
            "记账日",
            past=True,
            advanced=True,
            hint="这笔消费入账的日子，账单明细里有",
        ),
    ] = date(2026, 9, 5),
    due_date: Annotated[
        date, Day("还款日", after="posting_date", plan="due_date")
    ] = date(2026, 9, 28),
    minimum_paid_date: Annotated[
        date | None,
        Day(
            "最低还款额哪天还的",
            after="posting_date",
            optional=True,
            advanced=True,
            hint="还款日之后才还够的也填；不填按还款日",
        ),
    ] = None,
    settle_date: Annotated[
        date, Day("哪天还清", after="due_date", hint="还没还清就填打算还清的那天")
    ] = date(2026, 10, 8),
    daily_rate: Annotated[
        Decimal,
        Rate(
            "日利率",
            example="0.05",
            advanced=True,
            hint="例如万分之五就填 0.05",
        ),
    ] = Decimal("0.05"),
    late_fee_percent: Annotated[
        Decimal,
        Rate(
            "违约金比例",
            example="5",
            high=Decimal(100),
            advanced=True,
            hint="最低还款额没还部分的",
        ),
    ] = Decimal(5),
    interest_on: Annotated[
        InterestOn,
        Choice("对什么计息", options=INTEREST_ON, advanced=True, hint="看领用合约"),
    ] = InterestOn.FULL,
    late_fee_floor: Annotated[
        Decimal,
        Money("违约金最低", low=Decimal(0), advanced=True, hint="没有就填 0"),
    ] = Decimal("0.00"),
    late_fee_cap: Annotated[
        Decimal | None,
        Money("违约金最高", low=Decimal(0), optional=True, advanced=True),
    ] = None,
) -> CardOverdue:
    """Work out what a card bill costs when it was not paid in full."""
    bill = Statement(
        statement_amount,
        minimum_due,
        paid_amount,
        posting_date,
        due_date,
        minimum_paid_date,
        daily_rate,
        late_fee_percent,
        late_fee_floor,
        late_fee_cap,
        interest_on,
    )
    if errors := bill.wrong(settle_date):
        raise InputErrors(errors)
    late = max(days_between(due_date, settle_date), 1)
    rows = {days: _row(bill, days) for days in sorted({0, *MILESTONES, late})}
    return CardOverdue(
        interest=bill.interest(settle_date),
        late_fee=bill.late_fee(settle_date),
        total_due=bill.total(settle_date),
        rows=tuple(row for days, row in rows.items() if days),
        statement=bill,
        settled=settle_date,
        fee_by_percent=half_up(bill.short * late_fee_percent / 100),
        growth=tuple((days, row.interest + row.late_fee) for days, row in rows.items()),
    )


def _row(bill: Statement, days: int) -> Settled:
    day = bill.due + timedelta(days=days)
    return Settled(days, day, bill.interest(day), bill.late_fee(day), bill.total(day))
