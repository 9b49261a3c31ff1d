"""逾期费用: what being late costs, and how it grows with the days."""

from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from calc.calculators.plan import BASES
from calc.maths.context import precise
from calc.maths.days import DayBasis, days_between
from calc.maths.penalty import (
    GraceMode,
    Rounding,
    charged_days,
    overdue_charge,
    penalty_daily_rate,
)
from calc.model.calculator import Told, calculator
from calc.model.fields import Choice, Day
from calc.model.numbers import Money, Rate, Whole
from calc.model.picture import Line
from calc.model.preset import StartFrom
from calc.model.record import Record
from calc.model.rows import Rows
from calc.money import yuan
from calc.presets import OVERDUE

MILESTONES = (1, 3, 7, 15, 30, 60, 90, 180, 365)


class RateKind(StrEnum):
    """Which rate the provider states for late days."""

    DAILY = "daily"
    CONTRACT = "contract"


RATE_KINDS = {
    RateKind.DAILY: "每天收逾期金额的百分之几",
    RateKind.CONTRACT: "借款合同年利率，再加收一定比例（罚息）",
}
ROUNDINGS = {
    Rounding.TOTAL: "全部天数算完再四舍五入到分",
    Rounding.DAILY: "每天先四舍五入到分，再乘天数",
}
GRACE_MODES = {
    GraceMode.RETROACTIVE: "宽限期内还清不收；过了就从第 1 天算起",
    GraceMode.DEDUCT: "宽限期那几天总是不收",
}


class Stage(Record):
    """What is due when it is paid after so many days."""

    days: Annotated[int, Whole("逾期天数", unit="")]
    date: Annotated[date, Day("还清日期")]
    charge: Annotated[Decimal, Money("逾期费用")]
    total_due: Annotated[Decimal, Money("一共要还")]


class LateFee(Record):
    """The charge on the day it is paid, and on other days."""

    overdue_days: Annotated[int, Whole("逾期天数", unit="天")]
    charge: Annotated[Decimal, Money("逾期费用")]
    total_due: Annotated[Decimal, Money("连同逾期金额一共要还")]
    rows: Annotated[tuple[Stage, ...], Rows("拖得越久要付多少", of=Stage)]
    told: Told


class Terms(Record):
    """What the provider charges for being late; `daily` is a fraction a day."""

    amount: Decimal
    daily: Decimal
    grace_days: int
    grace_mode: GraceMode
    rounding: Rounding
    minimum: Decimal

    def charge(self, overdue_days: int) -> Decimal:
        """The charge after so many days."""
        days = charged_days(overdue_days, self.grace_days, self.grace_mode)
        return overdue_charge(
            self.amount, self.daily, days, self.rounding, self.minimum
        )


@calculator(
    "late-fee",
    "逾期费用",
    "逾期天数：从到期日次日算起，还清当天也算（期间开始的当日不计入，《民法典》第二百零一条）",
    "贷款罚息：在合同利率上加收 30 %–50 %（银发〔2003〕251号）",
    "日利率 = 年利率 ÷ 360（也有按 365 的，以合同为准）",
)
@precise
def late_fee(
    *,
    preset: Annotated[str, StartFrom("我的分期是", presets=OVERDUE)] = "own",
    overdue_amount: Annotated[
        Decimal,
        Money(
            "逾期金额",
            hint="到期没还上的那部分，照账单填",
            plan="overdue_amount payment",
        ),
    ] = Decimal("458.31"),
    due_date: Annotated[date, Day("到期还款日", past=True)] = date(2026, 10, 10),
    paid_date: Annotated[
        date, Day("哪天还清", after="due_date", hint="还没还就填打算还的那天")
    ] = date(2026, 10, 17),
    rate_kind: Annotated[RateKind, Choice("按什么收", options=RATE_KINDS)] = (
        RateKind.DAILY
    ),
    daily_rate: Annotated[
        Decimal,
        Rate("每天的费率", example="0.05", hint="例如 0.05", when="rate_kind=daily"),
    ] = Decimal("0.05"),
    annual_rate: Annotated[
        Decimal, Rate("借款合同年利率", when="rate_kind=contract")
    ] = Decimal(18),
    markup: Annotated[
        Decimal,
        Rate(
            "加收比例",
            example="50",
            hint="例如加收 50 %，就是原利率的 1.5 倍",
            when="rate_kind=contract",
        ),
    ] = Decimal(50),
    day_basis: Annotated[
        DayBasis,
        Choice(
            "年利率怎样换成日利率",
            options=BASES,
            advanced=True,
            when="rate_kind=contract",
        ),
    ] = DayBasis.D360,
    grace_days: Annotated[
        int,
        Whole(
            "宽限期",
            unit="天",
            high=Decimal(365),
            advanced=True,
            hint="各家说法不一，没有写进合同就填 0",
        ),
    ] = 0,
    grace_mode: Annotated[
        GraceMode, Choice("宽限期怎么算", options=GRACE_MODES, advanced=True)
    ] = GraceMode.RETROACTIVE,
    rounding: Annotated[
        Rounding, Choice("怎样四舍五入", options=ROUNDINGS, advanced=True)
    ] = Rounding.TOTAL,
    minimum_charge: Annotated[
        Decimal, Money("最低收费", low=Decimal(0), advanced=True)
    ] = Decimal("0.00"),
) -> LateFee:
    """Work out the charge for paying late."""
    contract = rate_kind is RateKind.CONTRACT
    daily = (
        penalty_daily_rate(annual_rate / 100, markup / 100, day_basis)
        if contract
        else daily_rate / 100
    )
    terms = Terms(
        overdue_amount, daily, grace_days, grace_mode, rounding, minimum_charge
    )
    days = max(days_between(due_date, paid_date), 0)
    charge = terms.charge(days)
    stated = (
        f"每天的费率：{annual_rate:f} % ÷ {day_basis} × (1 + {markup:f} %)"
        f" = {daily * 100:.6f} %。"
        if contract
        else f"每天的费率：{daily_rate:f} %。"
    )
    return LateFee(
        overdue_days=days,
        charge=charge,
        total_due=overdue_amount + charge,
        rows=tuple(
            Stage(
                late,
                due_date + timedelta(days=late),
                terms.charge(late),
                overdue_amount + terms.charge(late),
            )
            for late in sorted({*MILESTONES, days} - {0})
        ),
        told=_told(terms, due_date, paid_date, stated),
    )


def _told(terms: Terms, due: date, paid: date, stated: str) -> Told:
    days = max(days_between(due, paid), 0)
    charged = charged_days(days, terms.grace_days, terms.grace_mode)
    charge = terms.charge(days)
    if not days:
        sentence = f"{paid} 还清不算逾期，没有逾期费用。"
    elif not charged:
        sentence = f"晚了 {days} 天，在宽限期内，按这个条件没有逾期费用。"
    else:
        sentence = (
            f"逾期 {days} 天，费用 {yuan(charge)} 元，"
            f"连同逾期金额一共要还 {yuan(terms.amount + charge)} 元。"
        )
    daily = yuan(terms.amount * terms.daily)
    how = (
        f"每天 {yuan(terms.amount)} × {terms.daily * 100:.6f} % = {daily} 元，"
        f"乘 {charged} 天 = {yuan(charge)} 元。"
        if terms.rounding is Rounding.DAILY
        else f"{yuan(terms.amount)} × {terms.daily * 100:.6f} % × {charged} 天"
        f" = {yuan(charge)} 元。"
    )
    return Told(
        sentence,
        (
            (
                f"逾期天数：{due} 到 {paid}，到期当天不算，还清当天算，共 {days} 天，"
                f"计费 {charged} 天。"
            ),
            stated,
            how,
            *_minimum(terms),
        ),
        pictures=(_growth(terms),),
        assumed=(
            "只算这一笔逾期金额；期间没有再还过，也没有新的到期金额。",
            "不计利息的复利；合同写了按罚息利率计收复利的，会再多一些。",
            "费率、基数、宽限期和进位以借款合同和账单为准。",
        ),
    )


def _growth(terms: Terms) -> Line:
    """The charge as the days pass."""
    points = tuple((Decimal(day), terms.charge(day)) for day in (0, *MILESTONES[:7]))
    day, charge = points[-1]
    return Line(
        "逾期费用随天数增长",
        f"第 1 天 {points[1][1]} 元，第 {day} 天 {charge} 元。",
        "元",
        "天",
        points,
    )


def _minimum(terms: Terms) -> tuple[str, ...]:
    if not terms.minimum:
        return ()
    return (f"不足 {yuan(terms.minimum)} 元的，按最低收费。",)
