"""真实年化: what equal instalments cost a year, from the amounts alone."""

from decimal import Decimal
from functools import cached_property
from typing import Annotated

from calc.calculators.annual import AnnualRates, annual_rates, compound, simple
from calc.calculators.plan import Periods
from calc.calculators.true_rate.deal import FIRST_PAYMENTS, Deal, FirstPayment
from calc.calculators.true_rate.words import tell
from calc.maths.context import precise
from calc.model.calculator import Told, calculator
from calc.model.fields import Choice
from calc.model.numbers import Money, Percent
from calc.model.record import Record


class TrueRate(Record):
    """The rate of equal instalments, and what they cost in money."""

    nominal_annual_rate: Annotated[Decimal, simple("年化利率（单利口径）")]
    effective_annual_rate: Annotated[
        Decimal, compound("年化利率（复利口径，内部收益率法）")
    ]
    periodic_rate: Annotated[Decimal, Percent("每月利率（内部收益率）")]
    total_paid: Annotated[Decimal, Money("一共付出（连同先付的费用）")]
    total_cost: Annotated[Decimal, Money("比到手的多付", plan="total_cost")]
    deal: Deal
    rates: AnnualRates

    @cached_property
    def told(self) -> Told:
        """The same in words."""
        return tell(self)


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
        Decimal,
        Money(
            "到手金额",
            hint="借到的钱；买东西就填不分期一次付清的价",
            plan="amount",
        ),
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
        deal=deal,
        rates=rates,
    )
