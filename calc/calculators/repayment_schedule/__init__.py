"""还款计划: what is due in each period, and what the plan costs a year."""

from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import repeat
from typing import Annotated

from calc.calculators.annual import AnnualRates, annual_rates, compound, simple
from calc.calculators.from_bill import settled_plan
from calc.calculators.plan import (
    Amount,
    BasisChoice,
    Known,
    KnownChoice,
    Method,
    MethodChoice,
    PaymentStated,
    Periods,
    Plan,
    RateStated,
    RateUnit,
    RemainderChoice,
    UnitChoice,
    regular_payment,
)
from calc.calculators.repayment_schedule.words import tell
from calc.maths.context import precise
from calc.maths.days import DayBasis, due_dates
from calc.model.calculator import Told, calculator
from calc.model.fields import Day
from calc.model.numbers import Money, Whole
from calc.model.preset import StartFrom
from calc.model.record import Record
from calc.model.rows import Rows
from calc.money import Remainder
from calc.presets import SCHEDULES


class Instalment(Record):
    """One period, with the day it is due when the first is known."""

    period: Annotated[int, Whole("期", unit="")]
    due_date: Annotated[date | None, Day("还款日", optional=True)]
    payment: Annotated[Decimal, Money("应还", unit="", lead=True)]
    principal: Annotated[Decimal, Money("本金", unit="")]
    interest: Annotated[Decimal, Money("利息", unit="", optional=True)]
    fee: Annotated[Decimal, Money("手续费", unit="", optional=True)]
    balance: Annotated[Decimal, Money("剩余本金", unit="")]


class RepaymentSchedule(Record):
    """The schedule and its cost."""

    payment: Annotated[Decimal, Money("每期应还", plan="payment")]
    first_payment: Annotated[Decimal, Money("首期应还")]
    last_payment: Annotated[Decimal, Money("末期应还")]
    total_cost: Annotated[Decimal, Money("利息和手续费合计", plan="total_cost")]
    total_paid: Annotated[Decimal, Money("一共要还")]
    nominal_annual_rate: Annotated[Decimal, simple("年化利率（单利口径）")]
    effective_annual_rate: Annotated[
        Decimal, compound("年化利率（复利口径，内部收益率法）")
    ]
    rows: Annotated[tuple[Instalment, ...], Rows("逐期明细", of=Instalment)]
    plan: Plan
    known: Known
    rates: AnnualRates

    @cached_property
    def told(self) -> Told:
        """The same in words."""
        return tell(self)


@calculator(
    "repayment-schedule",
    "还款计划",
    "年化利率：中国人民银行公告〔2021〕第3号（单利、复利都可以，单利要注明）",
    "还款日：没有对应日的，用当月最后一天（《民法典》第二百零二条）",
)
@precise
def repayment_schedule(
    *,
    preset: Annotated[
        str, StartFrom("我的分期是", presets=SCHEDULES, advanced=True)
    ] = "own",
    known: KnownChoice = Known.RATE,
    amount: Amount = Decimal("4999.00"),
    periods: Periods = 12,
    method: MethodChoice = Method.LEVEL_PAYMENT,
    rate: RateStated = Decimal(18),
    rate_unit: UnitChoice = RateUnit.ANNUAL,
    payment: PaymentStated = None,
    first_due: Annotated[
        date | None,
        Day(
            "第一期还款日",
            optional=True,
            hint="填了就能看到每一期的日期",
            plan="first_due due_date",
        ),
    ] = None,
    remainder: RemainderChoice = Remainder.LAST,
    day_basis: BasisChoice = DayBasis.D360,
) -> RepaymentSchedule:
    """Work out a plan's payments, period by period, and both annual rates."""
    stated = Plan(amount, periods, method, rate, rate_unit, remainder, day_basis)
    plan = settled_plan(stated, known, payment)
    rows = plan.rows()
    paid = [row.payment for row in rows]
    rates = annual_rates(amount, paid, plan.promised)
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
        plan=plan,
        known=known,
        rates=rates,
    )
