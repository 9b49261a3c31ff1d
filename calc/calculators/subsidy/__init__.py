"""财政贴息: what the state pays of a plan's interest, by period and by year."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import Annotated

from calc.calculators.annual import AnnualRates, annual_rates, compound, simple
from calc.calculators.from_bill import settled_plan
from calc.calculators.plan import (
    BY_RATE,
    CHARGED,
    KNOWN,
    ON_BALANCE,
    UNITS,
    Amount,
    BasisChoice,
    Known,
    Method,
    MethodChoice,
    PaymentStated,
    Periods,
    Plan,
    RateUnit,
    RemainderChoice,
)
from calc.calculators.subsidy.words import tell
from calc.maths.context import precise
from calc.maths.days import DayBasis, due_dates
from calc.maths.schedule import Row
from calc.model.calculator import Told, calculator
from calc.model.errors import InputErrors
from calc.model.fields import Choice, Day
from calc.model.numbers import Money, Rate, Whole
from calc.model.preset import StartFrom
from calc.model.record import Record
from calc.model.rows import Rows
from calc.money import ZERO, Remainder, half_up
from calc.presets import SUBSIDIES

HUNDRED = Decimal(100)


class Subsidised(Record):
    """A period: its interest, and what the state pays of it."""

    period: Annotated[int, Whole("期", unit="")]
    due_date: Annotated[date, Day("还款日")]
    interest: Annotated[Decimal, Money("利息", unit="")]
    subsidy: Annotated[Decimal, Money("贴息", unit="", lead=True)]


class Year(Record):
    """The periods due in a calendar year, added up."""

    year: int
    interest: Decimal
    subsidy: Decimal
    capped: bool

    @property
    @precise
    def borne(self) -> Decimal:
        """The interest that is left to the reader."""
        return self.interest - self.subsidy


class Terms(Record):
    """A subsidy: percentage points, percent of the contract rate, 元 a year, days."""

    points: Decimal
    share_cap: Decimal
    year_cap: Decimal
    first: date
    last: date

    @precise
    def granted(self, rate: Decimal) -> Decimal:
        """The points off a contract rate, both in percent a year."""
        return max(min(self.points, rate * self.share_cap / 100), Decimal(0))


class Subsidy(Record):
    """What the state pays, and what is left to the reader."""

    subsidy: Annotated[Decimal, Money("贴息一共", lead=True)]
    net_cost: Annotated[Decimal, Money("贴息以后，利息和手续费")]
    nominal_annual_rate: Annotated[
        Decimal, simple("贴息以后的年化（单利口径）", "贴息以后的年化")
    ]
    effective_annual_rate: Annotated[
        Decimal, compound("贴息以后的年化（复利口径，内部收益率法）")
    ]
    rows: Annotated[tuple[Subsidised, ...], Rows("逐期贴息", of=Subsidised)]
    plan: Plan
    known: Known
    terms: Terms
    contract_rate: Decimal
    granted: Decimal
    total_cost: Decimal
    years: Sequence[Year]
    rates: AnnualRates

    @cached_property
    def told(self) -> Told:
        """The same in words."""
        return tell(self)


@calculator(
    "subsidy",
    "财政贴息",
    "年贴息比例 1 个百分点，不超过合同利率的一半"
    "（《个人消费贷款财政贴息政策实施方案》，财金〔2025〕80号）",
    "信用卡账单分期纳入，每人在一家机构每年有上限，到 2026 年底（财金〔2026〕1号）",
    "一期的贴息 = 这期利息 × 贴息比例 ÷ 合同年利率，四舍五入到分",
)
@precise
def subsidy(
    *,
    preset: Annotated[
        str, StartFrom("按哪项政策", presets=SUBSIDIES, advanced=True)
    ] = "subsidy-2026",
    known: Annotated[
        Known,
        Choice(
            "你手上有什么？",
            options=KNOWN,
            advanced=True,
            when=CHARGED,
            plan="known",
        ),
    ] = Known.RATE,
    amount: Amount = Decimal("4999.00"),
    periods: Periods = 12,
    method: MethodChoice = Method.LEVEL_PAYMENT,
    rate: Annotated[
        Decimal,
        Rate(
            "合同利率",
            hint="不是年利率、只有账单的，看「更多条件」",
            when=BY_RATE,
            plan="rate",
        ),
    ] = Decimal(6),
    rate_unit: Annotated[
        RateUnit,
        Choice(
            "合同利率填的是",
            options=UNITS,
            advanced=True,
            when=BY_RATE,
            plan="rate_unit",
        ),
    ] = RateUnit.ANNUAL,
    payment: PaymentStated = None,
    first_due: Annotated[date, Day("第一期还款日", plan="first_due due_date")] = date(
        2026, 2, 10
    ),
    points: Annotated[
        Decimal,
        Rate("一年贴几个百分点", high=HUNDRED, example="1", advanced=True),
    ] = Decimal(1),
    share_cap: Annotated[
        Decimal,
        Rate("最多贴合同利率的", high=HUNDRED, example="50", advanced=True),
    ] = Decimal(50),
    year_cap: Annotated[
        Decimal,
        Money(
            "一年最多贴",
            example="3000",
            advanced=True,
            hint="同一家机构的几笔合起来算；别的几笔已经贴掉的，从这里减去",
        ),
    ] = Decimal("3000.00"),
    from_: Annotated[date, Day("贴息从哪天起", advanced=True)] = date(2025, 9, 1),
    until: Annotated[
        date,
        Day("贴息到哪天为止", after="from", advanced=True, hint="延长了就改成新的日子"),
    ] = date(2026, 12, 31),
    remainder: RemainderChoice = Remainder.LAST,
    day_basis: BasisChoice = DayBasis.D360,
) -> Subsidy:
    """Work out a plan's interest subsidy by period, and the annual rates after it.

    The machine interface calls `from_`, the first day that counts, `from`.

    Raises:
        InputErrors: At `until` before `from`, or at the plan's own fields.
    """
    if until < from_:
        raise InputErrors({"until": f"贴息到哪天为止不能早于 {from_}"})
    stated = Plan(amount, periods, method, rate, rate_unit, remainder, day_basis)
    plan = settled_plan(stated, known, payment)
    terms = Terms(points, share_cap, year_cap, from_, until)
    paid = plan.rows()
    days = due_dates(first_due, periods)
    rows = tuple(_subsidised(terms, _contract_rate(plan), paid, days))
    total = sum((row.subsidy for row in rows), ZERO)
    cost = sum((row.payment for row in paid), ZERO) - amount
    rates = annual_rates(
        amount, [p.payment - row.subsidy for p, row in zip(paid, rows, strict=True)]
    )
    return Subsidy(
        subsidy=total,
        net_cost=cost - total,
        nominal_annual_rate=rates.nominal,
        effective_annual_rate=rates.effective,
        rows=rows,
        plan=plan,
        known=known,
        terms=terms,
        contract_rate=_contract_rate(plan),
        granted=terms.granted(_contract_rate(plan)),
        total_cost=cost,
        years=tuple(_years(rows, year_cap)),
        rates=rates,
    )


def _contract_rate(plan: Plan) -> Decimal:
    """Percent a year on what is still owed; 0 for fees, which are no interest."""
    if plan.method not in ON_BALANCE:
        return Decimal(0)
    a_year = {RateUnit.ANNUAL: 1, RateUnit.MONTHLY: 12, RateUnit.DAILY: plan.day_basis}
    return plan.rate * a_year[plan.rate_unit]


def _subsidised(
    terms: Terms, rate: Decimal, paid: Sequence[Row], days: Sequence[date]
) -> Iterator[Subsidised]:
    """Each period's subsidy, while its day and what is left of the year allow."""
    granted, left = terms.granted(rate), {day.year: terms.year_cap for day in days}
    for row, day in zip(paid, days, strict=True):
        due = granted and terms.first <= day <= terms.last
        share = half_up(row.interest * granted / rate) if due else ZERO
        share = min(share, left[day.year])
        left[day.year] -= share
        yield Subsidised(row.period, day, row.interest, share)


def _years(rows: Sequence[Subsidised], cap: Decimal) -> Iterator[Year]:
    for year, due in groupby(rows, lambda row: row.due_date.year):
        part = list(due)
        total = sum((row.subsidy for row in part), ZERO)
        interest = sum((row.interest for row in part), ZERO)
        yield Year(year, interest, total, total == cap)
