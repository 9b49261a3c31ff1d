"""方案比较: several ways to pay for one thing, side by side."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import Annotated

from calc.calculators.annual import annual_rates, compound, simple
from calc.calculators.compare_plans.words import tell
from calc.calculators.plan import (
    METHODS,
    ON_BALANCE,
    UNITS,
    Method,
    Plan,
    RateUnit,
    regular_payment,
)
from calc.maths.context import precise
from calc.model.calculator import Told, calculator
from calc.model.errors import InputErrors
from calc.model.fields import Choice, Text
from calc.model.numbers import Money, Rate, Whole
from calc.model.record import Record
from calc.model.rows import Rows
from calc.money import ZERO


class Offer(Record):
    """A way to pay, as a page or a shop states it."""

    name: Annotated[str, Text("名称")]
    price: Annotated[Decimal, Money("价格", hint="分期的总价，不含手续费")]
    fee: Annotated[
        Decimal | None,
        Money(
            "手续费总额",
            low=Decimal(0),
            optional=True,
            hint="页面直接写了多少元就填；填了就不看费率",
        ),
    ]
    rate: Annotated[Decimal | None, Rate("利率或手续费率", optional=True)]
    rate_unit: Annotated[
        RateUnit | None,
        Choice(
            "这个数是",
            options=UNITS,
            optional=True,
            hint="不选：按剩余本金计息的当年利率，收手续费的当总手续费率",
        ),
    ]
    method: Annotated[Method, Choice("还款方式", options=METHODS)]
    periods: Annotated[int, Whole("期数", low=Decimal(1), high=Decimal(600))]


class Cost(Record):
    """What an offer asks for, and what that costs a year."""

    name: Annotated[str, Text("方案")]
    monthly: Annotated[Decimal, Money("每期", unit="")]
    total: Annotated[Decimal, Money("一共要还", unit="", lead=True)]
    cost: Annotated[Decimal, Money("多付", unit="")]
    nominal_annual_rate: Annotated[Decimal, simple("年化（单利口径）")]
    effective_annual_rate: Annotated[Decimal, compound("年化（复利口径）")]


EXAMPLE = (
    Offer(
        name="商家免息 12 期",
        price=Decimal("4999.00"),
        fee=None,
        rate=None,
        rate_unit=None,
        method=Method.INTEREST_FREE,
        periods=12,
    ),
    Offer(
        name="优惠价加手续费 7.5 %",
        price=Decimal("4799.00"),
        fee=None,
        rate=Decimal("7.5"),
        rate_unit=RateUnit.TOTAL_FEE,
        method=Method.FLAT_FEE,
        periods=12,
    ),
    Offer(
        name="优惠价加年利率 18 %",
        price=Decimal("4799.00"),
        fee=None,
        rate=Decimal(18),
        rate_unit=RateUnit.ANNUAL,
        method=Method.LEVEL_PAYMENT,
        periods=6,
    ),
)


class ComparePlans(Record):
    """A row a plan, and the plan that asks for the least money in all."""

    cheapest: Annotated[str, Text("一共付得最少")]
    rows: Annotated[tuple[Cost, ...], Rows("逐个比较", of=Cost)]
    plans: tuple[Plan, ...]
    cash_price: Decimal | None
    spread: Decimal

    @cached_property
    def told(self) -> Told:
        """The same in words."""
        return tell(self)


@calculator(
    "compare-plans",
    "方案比较",
    "年化利率：中国人民银行公告〔2021〕第3号（单利、复利都可以，单利要注明）",
    "「免息」要和现在付清的价格比：差价也是成本",
)
@precise
def compare_plans(
    *,
    plans: Annotated[
        tuple[Offer, ...],
        Rows("要比的方案", of=Offer, most=10, hint="一个方案一行"),
    ] = EXAMPLE,
    cash_price: Annotated[
        Decimal | None,
        Money(
            "现在付清的价格",
            optional=True,
            hint="不分期时最低能多少钱买到；填了就按它算多付和年化",
        ),
    ] = None,
) -> ComparePlans:
    """Work out each plan's cost and both annual rates."""
    asked = _plans(plans)
    rows = tuple(_cost(offer.name, plan, cash_price) for offer, plan in asked)
    totals = [row.total for row in rows]
    return ComparePlans(
        cheapest="、".join(row.name for row in rows if row.total == min(totals)),
        rows=rows,
        plans=tuple(plan for _, plan in asked),
        cash_price=cash_price,
        spread=max(totals) - min(totals),
    )


def _plans(offers: Sequence[Offer]) -> list[tuple[Offer, Plan]]:
    """Each offer with its plan.

    Raises:
        InputErrors: With `plans.row.column` keys, rows counted from 0.
    """
    plans: list[tuple[Offer, Plan]] = []
    errors: dict[str, str] = {}
    for number, offer in enumerate(offers):
        try:
            plan = _plan(offer)
            plan.check()
            plans.append((offer, plan))
        except InputErrors as wrong:
            errors |= {
                f"plans.{number}.{key}": f"第 {number + 1} 行：{text}"
                for key, text in wrong.errors.items()
            }
    if errors:
        raise InputErrors(errors)
    return plans


def _plan(offer: Offer) -> Plan:
    price, periods, method = offer.price, offer.periods, offer.method
    if offer.fee is not None:
        method = method if method is Method.UPFRONT_FEE else Method.FLAT_FEE
        rate = offer.fee / price * 100
        return Plan(price, periods, method, rate, RateUnit.TOTAL_FEE)
    if method is Method.INTEREST_FREE:
        return Plan(price, periods, method, ZERO, RateUnit.TOTAL_FEE)
    if offer.rate is None:
        raise InputErrors({"rate": "手续费总额和利率，至少填一个"})
    usual = RateUnit.ANNUAL if method in ON_BALANCE else RateUnit.TOTAL_FEE
    return Plan(price, periods, method, offer.rate, offer.rate_unit or usual)


def _cost(name: str, plan: Plan, cash_price: Decimal | None) -> Cost:
    rows = plan.rows()
    paid = [row.payment for row in rows]
    received = cash_price or plan.amount
    rates = annual_rates(received, paid)
    total = sum(paid, ZERO)
    return Cost(
        name,
        regular_payment(plan, rows),
        total,
        total - received,
        rates.nominal,
        rates.effective,
    )
