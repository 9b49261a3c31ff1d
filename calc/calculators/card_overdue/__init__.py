"""信用卡逾期: interest and late fee when a card bill is not paid in full."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated

from calc.calculators.card_overdue.statement import INTEREST_ON, InterestOn, Statement
from calc.maths.context import precise
from calc.maths.days import days_between
from calc.model.calculator import Told, calculator
from calc.model.fields import Choice, Day
from calc.model.numbers import Money, Rate, Whole
from calc.model.picture import Line
from calc.model.preset import StartFrom
from calc.model.record import Record
from calc.model.rows import Rows
from calc.money import yuan
from calc.presets import CARDS

# beyond the next bills a bank compounds, and that is not worked out here
MILESTONES = (1, 3, 7, 15, 30)


class Settled(Record):
    """What is due when the rest is paid on a day."""

    days: Annotated[int, Whole("过了还款日", unit="天")]
    date: Annotated[date, Day("还清日期")]
    interest: Annotated[Decimal, Money("利息", unit="")]
    late_fee: Annotated[Decimal, Money("违约金", unit="")]
    total_due: Annotated[Decimal, Money("一共还要付", unit="")]


class CardOverdue(Record):
    """Interest and late fee on the day it is settled, and on other days."""

    interest: Annotated[Decimal, Money("利息")]
    late_fee: Annotated[Decimal, Money("违约金")]
    total_due: Annotated[Decimal, Money("连同没还的部分一共还要付")]
    rows: Annotated[tuple[Settled, ...], Rows("拖得越久要付多少", of=Settled)]
    told: Told


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
    preset: Annotated[str, StartFrom("我的信用卡是", presets=CARDS)] = "own",
    statement_amount: Annotated[
        Decimal, Money("账单金额", hint="这一期账单的应还总额")
    ] = Decimal("5000.00"),
    minimum_due: Annotated[
        Decimal, Money("最低还款额", low=Decimal(0), hint="账单上写着")
    ] = Decimal("500.00"),
    paid_amount: Annotated[
        Decimal, Money("到还款日已还", low=Decimal(0), hint="一分没还就填 0")
    ] = Decimal("200.00"),
    posting_date: Annotated[
        date, Day("记账日", past=True, hint="这笔消费入账的日子，账单明细里有")
    ] = date(2026, 9, 5),
    due_date: Annotated[date, Day("到期还款日", after="posting_date")] = date(
        2026, 9, 28
    ),
    settle_date: Annotated[
        date, Day("哪天还清", after="due_date", hint="还没还清就填打算还清的那天")
    ] = date(2026, 10, 8),
    daily_rate: Annotated[
        Decimal, Rate("日利率", example="0.05", hint="例如万分之五就填 0.05")
    ] = Decimal("0.05"),
    late_fee_percent: Annotated[
        Decimal,
        Rate("违约金比例", example="5", high=Decimal(100), hint="最低还款额没还部分的"),
    ] = Decimal(5),
    interest_on: Annotated[
        InterestOn, Choice("对什么计息", options=INTEREST_ON, hint="看领用合约")
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
        daily_rate,
        late_fee_percent,
        late_fee_floor,
        late_fee_cap,
        interest_on,
    )
    bill.check()
    late = days_between(due_date, settle_date)
    days = sorted({*MILESTONES, max(late, 1)})
    return CardOverdue(
        interest=bill.interest(settle_date),
        late_fee=bill.late_fee(settle_date),
        total_due=bill.total(settle_date),
        rows=tuple(_row(bill, number) for number in days),
        told=_told(bill, settle_date),
    )


def _row(bill: Statement, days: int) -> Settled:
    day = bill.due + timedelta(days=days)
    return Settled(days, day, bill.interest(day), bill.late_fee(day), bill.total(day))


def _told(bill: Statement, settled: date) -> Told:
    interest, fee = bill.interest(settled), bill.late_fee(settled)
    total = f"{yuan(bill.unpaid)} + {yuan(interest)} + {yuan(fee)}"
    if bill.segments(settled):
        sentence = (
            f"{settled} 还清，利息 {yuan(interest)} 元，违约金 {yuan(fee)} 元，"
            f"连同没还的部分一共还要付 {yuan(bill.total(settled))} 元。"
        )
    else:
        sentence = "到还款日已经全额还清，没有利息和违约金。"
    return Told(
        sentence,
        (
            f"没还的部分：{yuan(bill.amount)} − {yuan(bill.paid)} = {yuan(bill.unpaid)} 元。",
            _interest_step(bill, settled),
            _fee_step(bill, settled),
            f"一共还要付：{total} = {yuan(bill.total(settled))} 元。",
        ),
        (
            "账单只有这一笔，都在同一天记账；已还的部分在还款日还进去。",
            "没有计复利：跨过下一个账单日，有的银行把利息并进账单再计息，会再多一些。",
            "宽限天数和容差没有算进去；日利率、比例和上下限以领用合约为准。",
        ),
        (
            "利息从哪天算到哪天，按整张账单还是按没还的部分？",
            "违约金的比例、最低和最高各是多少？",
            "有没有宽限的天数和可以少还的零头？",
        ),
        (_growth(bill),),
    )


def _growth(bill: Statement) -> Line:
    """Interest and late fee as the days pass."""
    days = (0, *MILESTONES)
    costs = [
        bill.total(bill.due + timedelta(days=number)) - bill.unpaid for number in days
    ]
    points = tuple(zip(map(Decimal, days), costs, strict=True))
    return Line(
        "利息和违约金随天数增长",
        f"过了还款日第 1 天 {costs[1]} 元，第 {days[-1]} 天 {costs[-1]} 元。",
        "元",
        "天",
        points,
    )


def _interest_step(bill: Statement, settled: date) -> str:
    parts = " + ".join(
        f"{yuan(balance)} × {days} 天" for balance, days in bill.segments(settled)
    )
    if not parts:
        return "利息：到还款日全额还清，不计息。"
    return (
        f"利息（{INTEREST_ON[bill.interest_on]}）：({parts}) × {bill.daily_rate:f} %"
        f" = {yuan(bill.interest(settled))} 元。"
    )


def _fee_step(bill: Statement, settled: date) -> str:
    short = bill.minimum - bill.paid
    if short <= 0 or settled <= bill.due:
        return "违约金：到还款日还够了最低还款额，不收。"
    limits = f"，最低 {yuan(bill.fee_floor)} 元" if bill.fee_floor else ""
    if bill.fee_cap is not None:
        limits += f"，最高 {yuan(bill.fee_cap)} 元"
    return (
        f"违约金：({yuan(bill.minimum)} − {yuan(bill.paid)}) × {bill.fee_percent:f} %"
        f"{limits}，收 {yuan(bill.late_fee(settled))} 元。"
    )
