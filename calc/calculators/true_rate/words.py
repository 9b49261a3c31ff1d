"""真实年化 in words."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from calc.calculators.annual import annual_steps, annually
from calc.calculators.true_rate.deal import Deal
from calc.maths.context import precise
from calc.model.calculator import Told
from calc.money import spelled, yuan

if TYPE_CHECKING:
    from calc.calculators.true_rate import TrueRate

HIGH_ANNUAL = Decimal(100)


@precise
def tell(true: "TrueRate") -> Told:
    """What it costs a year, and how that was worked out."""
    return Told(
        (
            f"一共付 {yuan(true.total_paid)} 元，{_more(true.total_cost)}，"
            f"{annually(true.nominal_annual_rate, true.effective_annual_rate)}。"
        ),
        (*_amounts(true), _equation(true), *annual_steps(true.rates)),
        (
            "每期付的一样多，一个月一期。",
            "没有别的费用；担保费、保险费、会员费等要加进每期要付或先付的费用里。",
        ),
        questions=dict(_questions(true)),
    )


def _more(cost: Decimal) -> str:
    if cost < 0:
        return f"比到手的少 {yuan(-cost)} 元"
    return f"比到手的多 {yuan(cost)} 元"


def _amounts(true: "TrueRate") -> Iterator[str]:
    deal = true.deal
    paid = f"{yuan(deal.payment)} × {deal.periods} 期"
    if deal.upfront_fee:
        fee = yuan(deal.upfront_fee)
        yield f"实际拿到：{yuan(deal.received)} − {fee} = {yuan(deal.in_hand)} 元。"
        paid = f"先付 {fee} + {paid}"
    yield f"一共付出：{paid} = {yuan(true.total_paid)} 元。"
    yield (
        f"和到手的差：{yuan(true.total_paid)} − {yuan(deal.received)}"
        f" = {yuan(true.total_cost)} 元。"
    )


def _equation(true: "TrueRate") -> str:
    """The equation that the monthly rate solves."""
    deal = true.deal
    monthly, equals = spelled(true.rates.periodic, deal.balances)
    return (
        f"求每月利率 i，使 {yuan(deal.in_hand)} {equals} {_worth(deal)}"
        f"，得 i = {monthly:f} %。"
    )


def _worth(deal: Deal) -> str:
    each = yuan(deal.payment)
    first, last = (0, deal.periods - 1) if deal.at_once else (1, deal.periods)
    terms = [
        f"{each} ÷ (1 + i)^{time}" if time else each for time in sorted({first, last})
    ]
    return (" + … + " if last - first > 1 else " + ").join(terms)


def _questions(true: "TrueRate") -> Iterator[tuple[str, str]]:
    """What is possible, but unlikely."""
    deal = true.deal
    if true.nominal_annual_rate < 0:
        paid = f"先付和每期付的一共 {yuan(true.total_paid)} 元"
        yield (
            "payment",
            f"{paid}，比到手的 {yuan(deal.received)} 元还少，金额和期数填对了吗？",
        )
    elif true.nominal_annual_rate > HIGH_ANNUAL:
        yield "payment", "年化超过 100 %，每期要付、期数和到手金额填对了吗？"
    if deal.upfront_fee > deal.received / 2:
        yield "upfront_fee", "先付的费用超过到手金额的一半，单位是元，填对了吗？"
