"""提前结清: what settling now costs under each rule that providers use."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from calc.calculators.early_payoff.settlement import POLICIES, Policy, Settlement
from calc.calculators.plan import (
    BASES,
    Amount,
    Method,
    MethodChoice,
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
from calc.model.fields import Choice, Text
from calc.model.numbers import Money, Rate, Whole
from calc.model.picture import Bars, Series
from calc.model.preset import StartFrom
from calc.model.record import Record
from calc.model.rows import Rows
from calc.money import MOST, ZERO, Remainder, yuan
from calc.presets import SCHEDULES

BRIEF: Mapping[Policy, str] = {
    Policy.WAIVE_UNBILLED: "不另收",
    Policy.NEXT_PERIOD_FEE: "下一期",
    Policy.ALL_REMAINING_FEE: "剩下各期",
    Policy.PCT_OF_PRINCIPAL: "按比例",
    Policy.FIXED_FEE: "固定",
    Policy.ACCRUED_DAILY: "按天",
}


class Outcome(Record):
    """What settling costs and saves under one rule."""

    policy: Annotated[Policy, Choice("规矩", options=POLICIES)]
    terms: Annotated[str, Text("剩余本金以外要付")]
    payoff: Annotated[Decimal, Money("结清要付", unit="")]
    saving: Annotated[Decimal, Money("比照计划还少付", unit="")]


class EarlyPayoff(Record):
    """The cost of settling now, under the chosen rule and under the others."""

    payoff: Annotated[Decimal, Money("现在结清要付")]
    remaining_payments: Annotated[Decimal, Money("照计划还，剩下各期合计")]
    saving: Annotated[Decimal, Money("现在结清少付")]
    rows: Annotated[tuple[Outcome, ...], Rows("六种规矩各付多少", of=Outcome)]
    told: Told


@calculator(
    "early-payoff",
    "提前结清",
    "提前还款按实际借款的时间算利息，另有约定的除外（《民法典》第六百七十七条）",
    "结清要付 = 剩余本金 + 按约定另收的部分；少付 = 剩下各期合计 − 结清要付",
)
@precise
def early_payoff(
    *,
    preset: Annotated[str, StartFrom("我的分期是", presets=SCHEDULES)] = "own",
    amount: Amount = Decimal("4999.00"),
    periods: Periods = 12,
    method: MethodChoice = Method.LEVEL_PAYMENT,
    rate: RateStated = Decimal(18),
    rate_unit: UnitChoice = RateUnit.ANNUAL,
    paid_periods: Annotated[
        int,
        Whole(
            "已还期数",
            low=Decimal(0),
            high=Decimal(599),
            example="4",
            hint="已经出账的那期，先还掉再算",
        ),
    ] = 4,
    policy: Annotated[
        Policy,
        Choice("结清时另收什么", options=POLICIES, hint="看合同里提前还款那一条"),
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
            hint="只用在按天收的那种规矩",
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
    plan = Plan(amount, periods, method, rate, rate_unit, remainder, day_basis)
    settlement = Settlement(plan, paid_periods, policy, policy_value, days_accrued)
    settlement.check()
    balance = settlement.balance
    remaining = sum((row.payment for row in settlement.left), ZERO)
    charges = settlement.charges()
    payoff = balance + charges[policy][0]
    return EarlyPayoff(
        payoff=payoff,
        remaining_payments=remaining,
        saving=remaining - payoff,
        rows=tuple(
            Outcome(rule, terms, balance + charge, remaining - balance - charge)
            for rule, (charge, terms) in charges.items()
        ),
        told=_told(settlement, remaining, charges),
    )


def _told(
    settlement: Settlement,
    remaining: Decimal,
    charges: Mapping[Policy, tuple[Decimal, str]],
) -> Told:
    balance, left = settlement.balance, len(settlement.left)
    charge, terms = charges[settlement.policy]
    payoff = balance + charge
    saving = remaining - payoff
    more = f"多付 {yuan(-saving)}" if saving < 0 else f"少付 {yuan(saving)}"
    return Told(
        f"还了 {settlement.paid} 期后结清，要付 {yuan(payoff)} 元；"
        f"照计划还，剩下 {left} 期共 {yuan(remaining)} 元。现在结清{more} 元。",
        (
            (
                f"剩余本金：{settlement.plan.periods} 期里还有 {left} 期没还，"
                f"本金合计 {yuan(balance)} 元。"
            ),
            f"照计划还：剩下 {left} 期本金、利息、手续费合计 {yuan(remaining)} 元。",
            f"另收的部分（{POLICIES[settlement.policy]}）：{terms}。",
            f"结清要付：{yuan(balance)} + {yuan(charge)} = {yuan(payoff)} 元。",
            f"少付：{yuan(remaining)} − {yuan(payoff)} = {yuan(saving)} 元。",
        ),
        (
            "已还的各期都按计划还清，没有逾期，已收的不退。",
            "首期一次收的手续费，还过第 1 期就算收完。",
            "标「举例」的一行不是你的合同：比例按 3 %，固定的钱按 0 元。",
        ),
        (
            "现在结清一共要付多少？其中本金、手续费、违约金各多少？",
            "没到期的利息、手续费还收不收？写在合同哪一条？",
            "结清后到还款日还会不会扣款？怎样开结清证明？",
        ),
        (_side_by_side(balance, charges),),
    )


def _side_by_side(
    balance: Decimal, charges: Mapping[Policy, tuple[Decimal, str]]
) -> Bars:
    """What settling costs under each rule: the balance, and what is taken besides."""
    taken = {BRIEF[policy]: charge for policy, (charge, _) in charges.items()}
    said = "、".join(f"{name} {charge} 元" for name, charge in taken.items())
    return Bars(
        "六种规矩下结清要付多少",
        f"剩余本金都是 {balance} 元，另收的：{said}。",
        "元",
        tuple(taken),
        (
            Series("剩余本金", (balance,) * len(taken)),
            Series("另收的", tuple(taken.values())),
        ),
    )
