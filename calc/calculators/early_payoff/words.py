"""提前结清 in words and pictures."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from calc.calculators.early_payoff.settlement import POLICIES, Policy, Settlement
from calc.calculators.plan import UNITS, Known, Method
from calc.calculators.sense import plan_questions
from calc.maths.context import precise
from calc.model.calculator import Told
from calc.model.picture import Amounts
from calc.money import term, yuan

if TYPE_CHECKING:
    from calc.calculators.early_payoff import EarlyPayoff

BRIEF: Mapping[Policy, str] = {
    Policy.WAIVE_UNBILLED: "不另收",
    Policy.NEXT_PERIOD_FEE: "下一期",
    Policy.ALL_REMAINING_FEE: "剩下各期",
    Policy.PCT_OF_PRINCIPAL: "按比例",
    Policy.FIXED_FEE: "固定",
    Policy.ACCRUED_DAILY: "按天",
}
HIGH_PERCENT, LONG_MONTH = Decimal(10), 31


def terms(settlement: Settlement, policy: Policy) -> str:
    """What a rule takes besides the balance."""
    charge, stated = settlement.charge(policy), settlement.stated(policy)
    example = "" if stated == settlement.value else "（举例）"
    match policy:
        case Policy.WAIVE_UNBILLED:
            return "不另收"
        case Policy.NEXT_PERIOD_FEE:
            return f"下一期 {yuan(charge)}"
        case Policy.ALL_REMAINING_FEE:
            return f"{len(settlement.left)} 期共 {yuan(charge)}"
        case Policy.PCT_OF_PRINCIPAL:
            share = f"{yuan(settlement.balance)} × {stated:f} % = {yuan(charge)}"
            return f"{share}{example}"
        case Policy.FIXED_FEE:
            return f"{yuan(charge)}{example}"
        case Policy.ACCRUED_DAILY:
            return f"{settlement.days} 天 {yuan(charge)}"


@precise
def tell(early: "EarlyPayoff") -> Told:
    """What settling costs and saves, and how that was worked out."""
    settlement, saving = early.settlement, early.saving
    balance, left = settlement.balance, len(settlement.left)
    more = f"多付 {yuan(-saving)}" if saving < 0 else f"少付 {yuan(saving)}"
    chosen = next(row for row in early.rows if row.policy is settlement.policy)
    charge = settlement.charge(settlement.policy)
    remaining, payoff = yuan(early.remaining_payments), yuan(early.payoff)
    return Told(
        f"还了 {settlement.paid} 期后结清，要付 {payoff} 元；"
        f"照计划还，剩下 {left} 期共 {remaining} 元。现在结清{more} 元。",
        (
            *_found(early),
            (
                f"剩余本金：{settlement.plan.periods} 期里还有 {left} 期没还，"
                f"本金合计 {yuan(balance)} 元。"
            ),
            f"照计划还：剩下 {left} 期本金、利息、手续费合计 {remaining} 元。",
            f"另收的部分（{POLICIES[settlement.policy]}）：{chosen.terms}。",
            f"结清要付：{yuan(balance)} + {term(charge)} = {payoff} 元。",
            f"少付：{remaining} − {term(early.payoff)} = {yuan(saving)} 元。",
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
        (_saved(early),),
        dict(_questions(early)),
    )


def _found(early: "EarlyPayoff") -> Iterator[str]:
    """The rate that the bill led to."""
    plan = early.settlement.plan
    if early.known is Known.PAYMENT and plan.method is not Method.INTEREST_FREE:
        yield f"从每期应还反推：{UNITS[plan.rate_unit]} {plan.rate:f} %。"


def _saved(early: "EarlyPayoff") -> Amounts:
    """What each rule leaves of the saving: the totals themselves barely differ."""
    saved = tuple((BRIEF[row.policy], row.saving) for row in early.rows)
    said = "、".join(f"{name} {saving} 元" for name, saving in saved)
    return Amounts(
        "现在结清，各种收法少付多少",
        f"比照计划还少付：{said}。",
        "元",
        saved,
        BRIEF[early.settlement.policy],
    )


def _questions(early: "EarlyPayoff") -> Iterator[tuple[str, str]]:
    """What is possible, but unlikely."""
    settlement = early.settlement
    yield from plan_questions(settlement.plan, early.known).items()
    value = settlement.value or 0
    if settlement.policy is Policy.PCT_OF_PRINCIPAL and value > HIGH_PERCENT:
        yield "policy_value", f"收剩余本金的 {value:f} % 很少见，合同里是这样写的吗？"
    if settlement.policy is Policy.FIXED_FEE and value > settlement.balance:
        yield "policy_value", "收的比剩余本金还多，单位是元，填对了吗？"
    if settlement.policy is Policy.ACCRUED_DAILY and settlement.days > LONG_MONTH:
        yield "days_accrued", f"{settlement.days} 天比一个月还长，上个还款日填对了吗？"
