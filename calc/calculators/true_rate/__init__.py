"""真实年化: what equal instalments cost a year, from the amounts alone."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from calc.calculators.plan import AnnualRates, Periods, annual_rates, annual_steps
from calc.maths.context import precise
from calc.model.calculator import Told, calculator
from calc.model.errors import InputErrors
from calc.model.fields import Choice
from calc.model.numbers import Money, Percent
from calc.model.record import Record
from calc.money import percent, yuan


class FirstPayment(StrEnum):
    """When the first instalment is paid."""

    AFTER_ONE_PERIOD = "after_one_period"
    AT_ONCE = "at_once"


FIRST_PAYMENTS = {
    FirstPayment.AFTER_ONE_PERIOD: "一个月后（多数分期）",
    FirstPayment.AT_ONCE: "下单当天就付",
}


class TrueRate(Record):
    """The rate of equal instalments, and what they cost in money."""

    nominal_annual_rate: Annotated[Decimal, Percent("年化利率（单利口径）")]
    effective_annual_rate: Annotated[
        Decimal, Percent("年化利率（复利口径，内部收益率法）")
    ]
    periodic_rate: Annotated[Decimal, Percent("每月利率（内部收益率）")]
    total_paid: Annotated[Decimal, Money("一共付出（连同先付的费用）")]
    total_cost: Annotated[Decimal, Money("比到手的多付")]
    told: Told


class Deal(Record):
    """What is received at the start, and what is paid for it."""

    received: Decimal
    periods: int
    payment: Decimal
    upfront_fee: Decimal
    at_once: bool

    @property
    def in_hand(self) -> Decimal:
        """What is left of the money when the fee is paid."""
        return self.received - self.upfront_fee

    @property
    def used(self) -> Decimal:
        """What is left after all that is paid on the first day."""
        return self.in_hand - self.payment if self.at_once else self.in_hand

    @property
    def later(self) -> Sequence[Decimal]:
        """The payments a month apart that follow."""
        return [self.payment] * (self.periods - self.at_once)

    @property
    def paid(self) -> Decimal:
        """All payments with the fee."""
        return self.upfront_fee + self.payment * self.periods

    def check(self) -> None:
        """Refuse a deal that leaves no money in hand, or nothing to pay later.

        Raises:
            InputErrors: At `upfront_fee`, `periods` or `payment`.
        """
        if self.in_hand <= 0:
            raise InputErrors({"upfront_fee": "先付的费用要比到手金额少"})
        if not self.later:
            raise InputErrors(
                {"periods": "只有一期又当天就付，没有借钱的时间，算不出年化"}
            )
        if self.used <= 0:
            raise InputErrors(
                {"payment": "当天付的这一期要比到手金额（减去先付的费用）少"}
            )


@calculator(
    "true-rate",
    "真实年化",
    "年化利率：中国人民银行公告〔2021〕第3号（单利、复利都可以，单利要注明）",
    "本金按实际拿到的算，先扣的费用要减掉（同一公告的附件示例）",
)
@precise
def true_rate(
    *,
    received: Annotated[
        Decimal, Money("到手金额", hint="借到的钱；买东西就填不分期一次付清的价")
    ] = Decimal("4999.00"),
    periods: Periods = 12,
    payment: Annotated[
        Decimal, Money("每期要付", example="447.82", plan="payment")
    ] = Decimal("447.82"),
    upfront_fee: Annotated[
        Decimal,
        Money("先付的费用", low=Decimal(0), hint="放款或下单当天就收的；没有就填 0"),
    ] = Decimal("0.00"),
    first_payment: Annotated[
        FirstPayment, Choice("第一期什么时候付", options=FIRST_PAYMENTS, advanced=True)
    ] = FirstPayment.AFTER_ONE_PERIOD,
) -> TrueRate:
    """Work out both annual rates of equal monthly payments."""
    at_once = first_payment is FirstPayment.AT_ONCE
    deal = Deal(received, periods, payment, upfront_fee, at_once)
    deal.check()
    rates = annual_rates(deal.used, list(deal.later))
    return TrueRate(
        nominal_annual_rate=rates.nominal,
        effective_annual_rate=rates.effective,
        periodic_rate=rates.periodic,
        total_paid=deal.paid,
        total_cost=deal.paid - received,
        told=_told(deal, rates),
    )


def _told(deal: Deal, rates: AnnualRates) -> Told:
    cost = deal.paid - deal.received
    more = (
        f"比到手的多 {yuan(cost)} 元" if cost >= 0 else f"比到手的少 {yuan(-cost)} 元"
    )
    return Told(
        (
            f"一共付 {yuan(deal.paid)} 元，{more}，"
            f"年化（单利口径）{percent(rates.nominal)} %。"
        ),
        (*_amounts(deal), _equation(deal, rates), *annual_steps(rates)),
        (
            "每期付的一样多，一个月一期。",
            "没有别的费用；担保费、保险费、会员费等要加进每期要付或先付的费用里。",
        ),
    )


def _amounts(deal: Deal) -> tuple[str, ...]:
    paid = f"{yuan(deal.payment)} × {deal.periods} 期"
    cost = (
        f" = {yuan(deal.paid)} 元，减去到手的 {yuan(deal.received)} 元，"
        f"差 {yuan(deal.paid - deal.received)} 元。"
    )
    if not deal.upfront_fee:
        return (f"一共付出：{paid}{cost}",)
    fee = yuan(deal.upfront_fee)
    return (
        f"实际拿到：{yuan(deal.received)} − {fee} = {yuan(deal.in_hand)} 元。",
        f"一共付出：先付 {fee} + {paid}{cost}",
    )


def _equation(deal: Deal, rates: AnnualRates) -> str:
    """The equation that the monthly rate solves."""
    each = yuan(deal.payment)
    first, last = (0, deal.periods - 1) if deal.at_once else (1, deal.periods)
    terms = [
        f"{each} ÷ (1 + i)^{time}" if time else each for time in sorted({first, last})
    ]
    return (
        f"求每月利率 i，使 {yuan(deal.in_hand)} = {' + … + '.join(terms)}"
        f"，得 i = {rates.periodic:.6f} %。"
    )
