"""还款计划: what is due in each period, and what the plan costs a year."""

from datetime import date
from decimal import Decimal
from itertools import repeat
from typing import Annotated

from calc.calculators.plan import (
    FEE_UNITS,
    ON_BALANCE,
    SHORT,
    UNITS,
    Amount,
    AnnualRates,
    BasisChoice,
    Method,
    MethodChoice,
    Periods,
    Plan,
    RateStated,
    RateUnit,
    RemainderChoice,
    UnitChoice,
    annual_rates,
    annual_steps,
    regular_payment,
)
from calc.maths.context import precise
from calc.maths.days import DayBasis, due_dates
from calc.maths.schedule import Row
from calc.model.calculator import Told, calculator
from calc.model.fields import Day
from calc.model.numbers import Money, Percent, Whole
from calc.model.picture import Bars, Series
from calc.model.preset import StartFrom
from calc.model.record import Record
from calc.model.rows import Rows
from calc.money import Remainder, percent, yuan
from calc.presets import SCHEDULES

MOST_BARS = 60


class Instalment(Record):
    """One period, with the day it is due when the first is known."""

    period: Annotated[int, Whole("期", unit="")]
    due_date: Annotated[date | None, Day("还款日", optional=True)]
    payment: Annotated[Decimal, Money("应还", unit="")]
    principal: Annotated[Decimal, Money("本金", unit="")]
    interest: Annotated[Decimal, Money("利息", unit="", optional=True)]
    fee: Annotated[Decimal, Money("手续费", unit="", optional=True)]
    balance: Annotated[Decimal, Money("剩余本金", unit="")]


class RepaymentSchedule(Record):
    """The schedule and its cost."""

    payment: Annotated[Decimal, Money("每期应还")]
    first_payment: Annotated[Decimal, Money("首期应还")]
    last_payment: Annotated[Decimal, Money("末期应还")]
    total_cost: Annotated[Decimal, Money("利息和手续费合计")]
    total_paid: Annotated[Decimal, Money("一共要还")]
    nominal_annual_rate: Annotated[Decimal, Percent("年化利率（单利口径）")]
    effective_annual_rate: Annotated[
        Decimal, Percent("年化利率（复利口径，内部收益率法）")
    ]
    rows: Annotated[tuple[Instalment, ...], Rows("逐期明细", of=Instalment)]
    told: Told


@calculator(
    "repayment-schedule",
    "还款计划",
    "年化利率：中国人民银行公告〔2021〕第3号（单利、复利都可以，单利要注明）",
    "还款日：没有对应日的，用当月最后一天（《民法典》第二百零二条）",
)
@precise
def repayment_schedule(
    *,
    preset: Annotated[str, StartFrom("我的分期是", presets=SCHEDULES)] = "own",
    amount: Amount = Decimal("4999.00"),
    periods: Periods = 12,
    method: MethodChoice = Method.LEVEL_PAYMENT,
    rate: RateStated = Decimal(18),
    rate_unit: UnitChoice = RateUnit.ANNUAL,
    first_due: Annotated[
        date | None,
        Day(
            "第一期还款日",
            optional=True,
            hint="填了就能看到每一期的日期",
            plan="first_due",
        ),
    ] = None,
    remainder: RemainderChoice = Remainder.LAST,
    day_basis: BasisChoice = DayBasis.D360,
) -> RepaymentSchedule:
    """Work out a plan's payments, period by period, and both annual rates."""
    plan = Plan(amount, periods, method, rate, rate_unit, remainder, day_basis)
    plan.check()
    rows = plan.rows()
    paid = [row.payment for row in rows]
    rates = annual_rates(amount, paid)
    total = sum(paid, Decimal(0))
    days = due_dates(first_due, periods) if first_due else repeat(None, periods)
    return RepaymentSchedule(
        payment=regular_payment(plan, rows),
        first_payment=paid[0],
        last_payment=paid[-1],
        total_cost=total - amount,
        total_paid=total,
        nominal_annual_rate=rates.nominal,
        effective_annual_rate=rates.effective,
        rows=tuple(
            Instalment(row.period, day, *row[1:])
            for row, day in zip(rows, days, strict=True)
        ),
        told=_told(plan, rows, rates),
    )


def _told(plan: Plan, rows: list[Row], rates: AnnualRates) -> Told:
    paid = sum((row.payment for row in rows), Decimal(0))
    regular = regular_payment(plan, rows)
    sentence = (
        f"{plan.periods} 期，每期 {yuan(regular)} 元{_uneven(rows, regular)}，"
        f"共多付 {yuan(paid - plan.amount)} 元，"
        f"年化（单利口径）{percent(rates.nominal)} %。"
    )
    return Told(
        sentence,
        (*_terms(plan, rows), *_annual(plan, rows, rates)),
        (
            "一个月一期，第一期在放款一个月后还。",
            "每一笔都四舍五入到分；总额平均分时每份先舍去不足一分的零头。",
            "利率、期数和尾差的放法以支付页面、借款合同和账单为准。",
        ),
        pictures=(_each_period(rows),),
    )


def _uneven(rows: list[Row], regular: Decimal) -> str:
    """Which instalments are not the regular one."""
    ends = {"首期": rows[0].payment, "末期": rows[-1].payment}
    said = [f"{n} {yuan(p)} 元" for n, p in ends.items() if p != regular]
    return f"（{'、'.join(said)}）" if said else ""


def _each_period(rows: list[Row]) -> Bars:
    """What goes to principal and what to cost; long plans a year a bar."""
    step = 1 if len(rows) <= MOST_BARS else 12
    parts = [rows[at : at + step] for at in range(0, len(rows), step)]
    cost = [sum((r.interest + r.fee for r in part), Decimal(0)) for part in parts]
    principal = [sum((r.principal for r in part), Decimal(0)) for part in parts]
    return Bars(
        "每期还的钱里有多少本金",
        f"第 1 期本金 {rows[0].principal} 元、利息和手续费"
        f" {rows[0].interest + rows[0].fee} 元；末期本金 {rows[-1].principal} 元、"
        f"利息和手续费 {rows[-1].interest + rows[-1].fee} 元。",
        "元",
        tuple(f"{part[0].period}" for part in parts),
        (Series("本金", tuple(principal)), Series("利息和手续费", tuple(cost))),
    )


def _terms(plan: Plan, rows: list[Row]) -> tuple[str, ...]:
    """How the first row came about."""
    first = rows[0]
    periodic = f"{plan.periodic * 100:.6f} %"
    stated = f"{UNITS[plan.rate_unit]} {plan.rate:f} %"
    if plan.method is Method.INTEREST_FREE:
        return (f"本金均摊：{yuan(plan.amount)} ÷ {plan.periods}，不收利息和手续费。",)
    if plan.method in ON_BALANCE:
        return (
            f"{stated}，折成每期（一个月）{periodic}。",
            f"第 1 期利息：{yuan(plan.amount)} × {periodic} = {yuan(first.interest)} 元。",
            (
                f"第 1 期应还 {yuan(first.payment)} 元，其中本金 {yuan(first.principal)} 元，"
                f"还剩 {yuan(first.balance)} 元；以后每期照此计算（{SHORT[plan.method]}）。"
            ),
        )
    total = yuan(sum(plan.fees(), Decimal(0)))
    how = (
        f"{yuan(plan.amount)} × {plan.rate:f} %"
        if plan.rate_unit in FEE_UNITS[1:]
        else f"{yuan(plan.amount)} × 每期 {periodic}，共 {plan.periods} 期"
    )
    return (
        f"手续费合计：{how} = {total} 元。",
        (
            f"第 1 期应还：本金 {yuan(first.principal)} + 手续费 {yuan(first.fee)}"
            f" = {yuan(first.payment)} 元。"
        ),
    )


def _annual(plan: Plan, rows: list[Row], rates: AnnualRates) -> tuple[str, ...]:
    """Both annual rates from the rate of return."""
    return (
        (
            f"把收到的 {yuan(plan.amount)} 元和 {len(rows)} 笔还款放在一起，"
            f"求出每月内部收益率 {rates.periodic:.6f} %。"
        ),
        *annual_steps(rates),
    )
