"""提前结清: what settling now costs under each rule that providers use."""

from decimal import Decimal
from functools import cached_property
from typing import Annotated

from calc.calculators.early_payoff.settlement import POLICIES, Policy, Settlement
from calc.calculators.early_payoff.words import tell, terms
from calc.calculators.from_bill import settled_plan
from calc.calculators.plan import (
    BASES,
    Amount,
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
)
from calc.maths.context import precise
from calc.maths.days import DayBasis
from calc.model.calculator import Told, calculator
from calc.model.errors import InputErrors
from calc.model.fields import Choice, Text
from calc.model.numbers import Money, Rate, Whole
from calc.model.preset import StartFrom
from calc.model.record import Record
from calc.model.rows import Rows
from calc.money import MOST, Remainder
from calc.presets import SCHEDULES


class Outcome(Record):
    """What settling costs and saves under one rule."""

    policy: Annotated[Policy, Choice("规则", options=POLICIES)]
    terms: Annotated[str, Text("剩余本金以外要付")]
    payoff: Annotated[Decimal, Money("结清要付", unit="")]
    saving: Annotated[Decimal, Money("比照计划还少付", unit="", lead=True)]


class EarlyPayoff(Record):
    """The cost of settling now, under the chosen rule and under the others."""

    payoff: Annotated[Decimal, Money("现在结清要付")]
    remaining_payments: Annotated[Decimal, Money("照计划还，剩下各期合计")]
    saving: Annotated[Decimal, Money("现在结清少付")]
    rows: Annotated[tuple[Outcome, ...], Rows("六种规则各付多少", of=Outcome)]
    settlement: Settlement
    known: Known

    @cached_property
    def told(self) -> Told:
        """The same in words."""
        return tell(self)


@calculator(
    "early-payoff",
    "提前结清",
    "提前还款按实际借款的时间算利息，另有约定的除外（《民法典》第六百七十七条）",
    "结清要付 = 剩余本金 + 按约定另收的部分；少付 = 剩下各期合计 − 结清要付",
)
@precise
def early_payoff(
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
    paid_periods: Annotated[
        int,
        Whole(
            "已还期数",
            low=Decimal(0),
            high=Decimal(599),
            example="4",
            hint="已经出账的那期，先还掉再算",
            plan="paid_periods",
        ),
    ] = 4,
    policy: Annotated[
        Policy,
        Choice(
            "结清时另收什么",
            options=POLICIES,
            advanced=True,
            hint="看合同里提前还款那一条",
        ),
    ] = Policy.WAIVE_UNBILLED,
    policy_value: Annotated[
        Decimal | None,
        Rate(
            "收多少",
            unit="",
            also="% 元 块",
            high=MOST,
            example="3",
            optional=True,
            hint="按比例收填百分数，不填按 3；收固定的钱填元",
            advanced=True,
            when="policy=pct_of_principal|fixed_fee",
        ),
    ] = None,
    days_accrued: Annotated[
        int,
        Whole(
            "上个还款日到结清那天",
            unit="天",
            low=Decimal(0),
            high=Decimal(366),
            example="15",
            advanced=True,
            hint="只用在按天收的那种规则",
        ),
    ] = 15,
    remainder: RemainderChoice = Remainder.LAST,
    day_basis: Annotated[
        DayBasis,
        Choice(
            "日利率和年利率怎样换",
            options=BASES,
            advanced=True,
            hint="填日利率，或者按天收时用到",
            plan="day_basis",
        ),
    ] = DayBasis.D360,
) -> EarlyPayoff:
    """Work out what settling a plan now costs and saves."""
    stated = Plan(amount, periods, method, rate, rate_unit, remainder, day_basis)
    asked = paid_periods, policy, policy_value, days_accrued
    errors = Settlement(stated, *asked).wrong()
    try:
        settlement = Settlement(settled_plan(stated, known, payment), *asked)
    except InputErrors as wrong:
        raise InputErrors(wrong.errors | errors) from None
    if errors:
        raise InputErrors(errors)
    rows = tuple(_outcome(settlement, rule) for rule in Policy)
    chosen = next(row for row in rows if row.policy is policy)
    return EarlyPayoff(
        payoff=chosen.payoff,
        remaining_payments=settlement.remaining,
        saving=chosen.saving,
        rows=rows,
        settlement=settlement,
        known=known,
    )


def _outcome(settlement: Settlement, rule: Policy) -> Outcome:
    payoff = settlement.balance + settlement.charge(rule)
    saving = settlement.remaining - payoff
    return Outcome(rule, terms(settlement, rule), payoff, saving)
