"""部分提前还款 in words and pictures."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from calc.calculators.partial_prepayment.continued import KEEP, Keep
from calc.calculators.plan import UNITS, Known, Method
from calc.calculators.sense import rate_question
from calc.maths.context import precise
from calc.model.calculator import Told
from calc.model.picture import Amounts
from calc.money import term, yuan

if TYPE_CHECKING:
    from calc.calculators.partial_prepayment import PartialPrepayment


@precise
def tell(part: "PartialPrepayment") -> Told:
    """What changes, and what each of the two ways saves."""
    cost, fee = part.courses[part.keep].cost, part.fee
    saved = (
        f"少付 {yuan(part.saving)}"
        if part.saving >= 0
        else f"多付 {yuan(-part.saving)}"
    )
    return Told(
        f"{_sentence(part)}利息和费用比不提前还{saved} 元。",
        (
            *_found(part),
            *(
                f"还完第 {each.after_period} 期以后，提前还 {yuan(each.amount)} 元。"
                for each in part.prepayments
            ),
            *(_way(part, keep) for keep in Keep),
            (
                f"少付：{yuan(part.cost_without)} − {term(cost)} − {term(fee)}"
                f" = {yuan(part.saving)} 元。"
            ),
        ),
        (
            "提前还的全部算本金，在那一期还款日还进去；以前各期都按计划还清。",
            (
                "按分期金额收的手续费：期数不变的，按剩下本金的比例减少；每期不变的，每期照收。"
                "合同可能照收不减，以合同为准。"
            ),
            "先息后本没有每期的本金，两种办法一样。",
        ),
        (
            "能不能只提前还一部分？最少还多少？",
            "提前还以后，是每期变少还是期数变少，由谁选？",
            "提前还要不要另收钱？没到期的手续费退不退？",
        ),
        (_saved(part),),
        dict(_questions(part)),
    )


def _sentence(part: "PartialPrepayment") -> str:
    if not part.periods_left:
        return "提前还的正好还清，以后不用再还。"
    return (
        f"提前还以后，每期 {yuan(part.payment_after)} 元，还要还 {part.periods_left} 期"
        f"，最后一期 {yuan(part.last_payment)} 元。"
    )


def _way(part: "PartialPrepayment", keep: Keep) -> str:
    course = part.courses[keep]
    left = course.left(part.after)
    each = f"每期 {yuan(left[0].payment)} 元，" if left else ""
    return (
        f"{KEEP[keep]}：{each}还要还 {len(left)} 期，"
        f"全部利息和手续费 {yuan(course.cost)} 元。"
    )


def _found(part: "PartialPrepayment") -> Iterator[str]:
    plan = part.plan
    if part.known is Known.PAYMENT and plan.method is not Method.INTEREST_FREE:
        yield f"从每期应还反推：{UNITS[plan.rate_unit]} {plan.rate:f} %。"


def _saved(part: "PartialPrepayment") -> Amounts:
    """What each of the two ways saves, less what is taken for it."""
    saved = tuple(
        (KEEP[keep].partition("，")[0], part.cost_without - course.cost - part.fee)
        for keep, course in part.courses.items()
    )
    said = "，".join(f"{name} {yuan(saving)} 元" for name, saving in saved)
    return Amounts(
        "比不提前还，少付多少",
        f"{said}。",
        "元",
        saved,
        KEEP[part.keep].partition("，")[0],
    )


def _questions(part: "PartialPrepayment") -> Iterator[tuple[str, str]]:
    if question := rate_question(part.plan):
        yield "payment" if part.known is Known.PAYMENT else "rate", question
    if part.saving < 0:
        yield "fee_percent", "另收的比省下的还多，提前还反而要多付，填对了吗？"
