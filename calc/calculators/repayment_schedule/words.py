"""还款计划 in words and pictures."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from calc.calculators.annual import annual_steps, annually
from calc.calculators.plan import (
    ON_BALANCE,
    SHORT,
    UNITS,
    Known,
    Method,
    Plan,
    RateUnit,
)
from calc.calculators.sense import plan_questions
from calc.maths.context import precise
from calc.model.calculator import Told
from calc.model.picture import Bars, Series
from calc.money import term, yuan

if TYPE_CHECKING:
    from calc.calculators.repayment_schedule import RepaymentSchedule

MOST_BARS = 60


@precise
def tell(schedule: "RepaymentSchedule") -> Told:
    """What each period asks for, what it costs, and how that was worked out."""
    plan = schedule.plan
    return Told(
        f"{plan.periods} 期，每期 {yuan(schedule.payment)} 元{_uneven(schedule)}，"
        f"{_cost(schedule.total_cost)}，"
        f"{annually(schedule.nominal_annual_rate, schedule.effective_annual_rate)}。",
        (*_found(schedule), *_terms(schedule), *_annual(schedule)),
        (
            "一个月一期，第一期在放款一个月后还。",
            "每一笔都四舍五入到分；总额平均分时每份先舍去不足一分的零头。",
            "利率、期数和尾差的放法以支付页面、借款合同和账单为准。",
        ),
        pictures=(_each_period(schedule),),
        questions=plan_questions(plan, schedule.known),
    )


def _cost(cost: Decimal) -> str:
    return f"共多付 {yuan(cost)} 元" if cost >= 0 else f"共少付 {yuan(-cost)} 元"


def _uneven(schedule: "RepaymentSchedule") -> str:
    """Which instalments are not the regular one."""
    ends = {"首期": schedule.first_payment, "末期": schedule.last_payment}
    said = [f"{n} {yuan(p)} 元" for n, p in ends.items() if p != schedule.payment]
    return f"（{'、'.join(said)}）" if said else ""


def _each_period(schedule: "RepaymentSchedule") -> Bars:
    """What goes to principal and what to cost; long plans a year a bar."""
    rows = schedule.rows
    step = 1 if len(rows) <= MOST_BARS else 12
    cost = _summed([row.interest + row.fee for row in rows], step)
    principal = _summed([row.principal for row in rows], step)
    first, last = rows[0], rows[-1]
    return Bars(
        "每期还的钱里有多少本金",
        f"第 1 期本金 {first.principal} 元、利息和手续费 {first.interest + first.fee} 元；"
        f"末期本金 {last.principal} 元、利息和手续费 {last.interest + last.fee} 元。",
        "元",
        tuple(f"{row.period}" for row in rows[::step]),
        (Series("本金", principal), Series("利息和手续费", cost)),
    )


def _summed(amounts: list[Decimal], step: int) -> tuple[Decimal, ...]:
    """The amounts of so many periods at a time, added up."""
    if step == 1:
        return tuple(amounts)
    starts = range(0, len(amounts), step)
    return tuple(sum(amounts[at : at + step], Decimal(0)) for at in starts)


def _found(schedule: "RepaymentSchedule") -> Iterator[str]:
    """The rate that the bill led to."""
    plan = schedule.plan
    if schedule.known is Known.PAYMENT and plan.method is not Method.INTEREST_FREE:
        unit = UNITS[plan.rate_unit]
        yield f"从每期 {yuan(schedule.payment)} 元反推：{unit} {plan.rate:f} %。"


def _terms(schedule: "RepaymentSchedule") -> Iterator[str]:
    """How the first row came about."""
    plan, first = schedule.plan, schedule.rows[0]
    if plan.method is Method.INTEREST_FREE:
        yield f"本金均摊：{yuan(plan.amount)} ÷ {plan.periods}，不收利息和手续费。"
    elif plan.method in ON_BALANCE:
        yield (
            f"第 1 期利息：{yuan(plan.amount)} × {plan.factor}"
            f" = {yuan(first.interest)} 元。"
        )
        yield (
            f"第 1 期应还 {yuan(first.payment)} 元，其中本金 {yuan(first.payment)} − "
            f"{term(first.interest)} = {yuan(first.principal)} 元，"
            f"还剩 {yuan(plan.amount)} − {term(first.principal)} = {yuan(first.balance)} 元；"
            f"以后每期照此计算（{SHORT[plan.method]}）。"
        )
    else:
        yield _fees(plan, schedule.total_cost)
        yield (
            f"第 1 期应还：本金 {yuan(first.principal)} + 手续费 {term(first.fee)}"
            f" = {yuan(first.payment)} 元。"
        )


def _fees(plan: Plan, total: Decimal) -> str:
    """All the fees, added up as the plan charges them."""
    amount, periods = yuan(plan.amount), plan.periods
    if plan.rate_unit is RateUnit.TOTAL_FEE:
        return f"手续费合计：{amount} × {plan.rate:f} % = {yuan(total)} 元。"
    if plan.method is Method.UPFRONT_FEE:
        how = f"{amount} × {plan.factor} × {periods} 期"
        return f"手续费合计：{how} = {yuan(total)} 元。"
    each = yuan(plan.fees()[0])
    return (
        f"每期手续费：{amount} × {plan.factor} = {each} 元；"
        f"合计：{each} × {periods} 期 = {yuan(total)} 元。"
    )


def _annual(schedule: "RepaymentSchedule") -> tuple[str, ...]:
    """Both annual rates from the rate of return."""
    return (
        (
            f"把收到的 {yuan(schedule.plan.amount)} 元和 {len(schedule.rows)} 笔还款"
            f"放在一起，求出每月内部收益率 {schedule.rates.printed.digits:f} %。"
        ),
        *annual_steps(schedule.rates),
    )
