"""逾期费用: what being late costs, and how it grows with the days."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Annotated

from calc.calculators.late_fee.terms import (
    GRACE_MODES,
    RATE_KINDS,
    ROUNDINGS,
    RateKind,
    Terms,
)
from calc.calculators.late_fee.words import tell
from calc.calculators.plan import BASES
from calc.maths.context import precise
from calc.maths.days import DayBasis, days_between
from calc.maths.penalty import GraceMode, Rounding
from calc.model.calculator import Told, calculator
from calc.model.fields import Choice, Day
from calc.model.numbers import Money, Rate, Whole
from calc.model.preset import StartFrom
from calc.model.record import Record
from calc.model.rows import Rows
from calc.money import ZERO
from calc.presets import OVERDUE

STAGES = (0, 1, 3, 7, 30, 90)


class Stage(Record):
    """What is due when it is paid after so many days."""

    days: Annotated[int, Whole("逾期天数", unit="")]
    date: Annotated[date, Day("还清日期")]
    charge: Annotated[Decimal, Money("逾期费用", lead=True)]
    total_due: Annotated[Decimal, Money("一共要还")]


class LateFee(Record):
    """The charge on the day it is paid, and on other days.

    Attributes:
        by_days: The charge before the least one of the whole delay.
        otherwise: The charge if it were rounded the other way.
    """

    overdue_days: Annotated[int, Whole("逾期天数", unit="天")]
    charge: Annotated[Decimal, Money("逾期费用")]
    total_due: Annotated[Decimal, Money("连同逾期金额一共要还")]
    rows: Annotated[tuple[Stage, ...], Rows("拖得越久要付多少", of=Stage)]
    terms: Terms
    due: date
    paid: date
    charged_days: int
    by_days: Decimal
    otherwise: Decimal

    @cached_property
    def told(self) -> Told:
        """The same in words."""
        return tell(self)


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
    preset: Annotated[
        str, StartFrom("我的分期是", presets=OVERDUE, advanced=True)
    ] = "own",
    overdue_amount: Annotated[
        Decimal,
        Money(
            "逾期金额",
            hint="到期没还上的那部分，照账单填",
            plan="overdue_amount payment",
        ),
    ] = Decimal("458.31"),
    due_date: Annotated[date, Day("还款日", past=True, plan="due_date")] = date(
        2026, 10, 10
    ),
    paid_date: Annotated[
        date, Day("哪天还清", after="due_date", hint="还没还就填打算还的那天")
    ] = date(2026, 10, 17),
    rate_kind: Annotated[
        RateKind, Choice("按什么收", options=RATE_KINDS, advanced=True)
    ] = (RateKind.DAILY),
    daily_rate: Annotated[
        Decimal,
        Rate(
            "每天的费率",
            example="0.05",
            hint="例如 0.05",
            when="rate_kind=daily",
            plan="daily_rate",
        ),
    ] = Decimal("0.05"),
    annual_rate: Annotated[
        Decimal, Rate("借款合同年利率", when="rate_kind=contract", plan="annual_rate")
    ] = Decimal(18),
    markup: Annotated[
        Decimal,
        Rate(
            "加收比例",
            example="50",
            advanced=True,
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
    minimum_per_day: Annotated[
        Decimal | None,
        Money("每天最低收费", low=Decimal(0), optional=True, advanced=True),
    ] = None,
    minimum_charge: Annotated[
        Decimal, Money("一共最低收费", low=Decimal(0), advanced=True)
    ] = Decimal("0.00"),
) -> LateFee:
    """Work out the charge for paying late."""
    terms = Terms(
        overdue_amount,
        rate_kind,
        daily_rate,
        annual_rate,
        markup,
        day_basis,
        grace_days,
        grace_mode,
        rounding,
        minimum_charge,
        minimum_per_day or ZERO,
    )
    days = max(days_between(due_date, paid_date), 0)
    charge = terms.charge(days)
    other = next(how for how in Rounding if how is not rounding)
    return LateFee(
        overdue_days=days,
        charge=charge,
        total_due=overdue_amount + charge,
        rows=tuple(_stage(terms, due_date, late) for late in sorted({*STAGES, days})),
        terms=terms,
        due=due_date,
        paid=paid_date,
        charged_days=terms.charged_days(days),
        by_days=terms.without_minimum(days),
        otherwise=terms.charge(days, other),
    )


def _stage(terms: Terms, due: date, days: int) -> Stage:
    charge = terms.charge(days)
    return Stage(days, due + timedelta(days=days), charge, terms.amount + charge)
