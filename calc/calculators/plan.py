"""The plan that several calculators ask for: its questions, its rows, its cost."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from calc.maths.context import precise
from calc.maths.days import DayBasis
from calc.maths.schedule import (
    Row,
    equal_principal_schedule,
    flat_fee_schedule,
    interest_only_schedule,
    level_payment_schedule,
)
from calc.model.errors import InputErrors
from calc.model.fields import Choice
from calc.model.numbers import Money, Rate, Whole
from calc.model.record import Record
from calc.money import ZERO, Remainder, half_up, split_evenly


class Method(StrEnum):
    """How a plan is paid back."""

    LEVEL_PAYMENT = "level_payment"
    EQUAL_PRINCIPAL = "equal_principal"
    FLAT_FEE = "flat_fee"
    UPFRONT_FEE = "upfront_fee"
    INTEREST_ONLY = "interest_only"
    INTEREST_FREE = "interest_free"


class RateUnit(StrEnum):
    """What a stated rate is a rate of."""

    ANNUAL = "annual"
    MONTHLY = "monthly"
    DAILY = "daily"
    PER_PERIOD_FEE = "per_period_fee"
    TOTAL_FEE = "total_fee"


class Known(StrEnum):
    """What the reader knows of a plan besides its amount."""

    RATE = "rate"
    PAYMENT = "payment"


METHODS: Mapping[Method, str] = {
    Method.LEVEL_PAYMENT: "等额本息（每期一样多，按剩余本金计息）",
    Method.EQUAL_PRINCIPAL: "等额本金（本金均摊，利息逐期减少）",
    Method.FLAT_FEE: "等本等费（本金均摊，每期手续费不变）",
    Method.UPFRONT_FEE: "手续费在首期一次收",
    Method.INTEREST_ONLY: "先息后本（最后一期还本金）",
    Method.INTEREST_FREE: "免息",
}
UNITS: Mapping[RateUnit, str] = {
    RateUnit.ANNUAL: "年利率",
    RateUnit.MONTHLY: "月利率",
    RateUnit.DAILY: "日利率",
    RateUnit.PER_PERIOD_FEE: "每期手续费率",
    RateUnit.TOTAL_FEE: "总手续费率（全部期数）",
}
SHORT = {method: label.partition("（")[0] for method, label in METHODS.items()}
ON_BALANCE = (Method.LEVEL_PAYMENT, Method.EQUAL_PRINCIPAL, Method.INTEREST_ONLY)
FEE_UNITS = (RateUnit.PER_PERIOD_FEE, RateUnit.TOTAL_FEE)
BASES: Mapping[DayBasis, str] = {
    DayBasis.D360: "一年按 360 天",
    DayBasis.D365: "一年按 365 天",
}
REMAINDERS: Mapping[Remainder, str] = {
    Remainder.FIRST: "首期（花呗这样做）",
    Remainder.LAST: "末期（多数贷款这样做）",
}

KNOWN: Mapping[Known, str] = {
    Known.RATE: "合同：写着利率或手续费率",
    Known.PAYMENT: "账单：写着每期要还多少",
}

Amount = Annotated[
    Decimal, Money("分期金额", hint="实际分期的那部分，不含首付", plan="amount")
]
Periods = Annotated[
    int,
    Whole("期数", hint="一个月一期", low=Decimal(1), high=Decimal(600), plan="periods"),
]
MethodChoice = Annotated[
    Method, Choice("还款方式", options=METHODS, advanced=True, plan="method")
]
CHARGED = "method=" + "|".join(m for m in Method if m is not Method.INTEREST_FREE)
BY_RATE = f"{CHARGED}&known=rate"
KnownChoice = Annotated[
    Known, Choice("你手上有什么？", options=KNOWN, when=CHARGED, plan="known")
]
RateStated = Annotated[
    Decimal,
    Rate(
        "利率或手续费率",
        hint="不是年利率的，在「更多条件」里改",
        when=BY_RATE,
        plan="rate",
    ),
]
UnitChoice = Annotated[
    RateUnit,
    Choice("利率填的是", options=UNITS, advanced=True, when=BY_RATE, plan="rate_unit"),
]
PaymentStated = Annotated[
    Decimal | None,
    Money(
        "每期应还",
        optional=True,
        example="458.31",
        hint="等额本金、先息后本填第一期的",
        when=f"{CHARGED}&known=payment",
        plan="payment",
    ),
]
RemainderChoice = Annotated[
    Remainder,
    Choice(
        "除不尽的几分钱放在",
        options=REMAINDERS,
        advanced=True,
        hint="总额平均分到每期，余下的几分钱归这一期",
        plan="remainder",
    ),
]
BasisChoice = Annotated[
    DayBasis,
    Choice(
        "日利率怎样换成年利率",
        options=BASES,
        advanced=True,
        hint="只有填日利率时才用到",
        plan="day_basis",
    ),
]


class Plan(Record):
    """The terms of one plan; `rate` is in percent of what `rate_unit` says."""

    amount: Decimal
    periods: int
    method: Method
    rate: Decimal
    rate_unit: RateUnit
    remainder: Remainder = Remainder.LAST
    day_basis: DayBasis = DayBasis.D360

    @property
    @precise
    def periodic(self) -> Decimal:
        """The stated rate as a fraction of one period (a month)."""
        rate = self.rate / 100
        match self.rate_unit:
            case RateUnit.ANNUAL:
                return rate / 12
            case RateUnit.DAILY:
                return rate * self.day_basis / 12
            case RateUnit.TOTAL_FEE:
                return rate / self.periods
            case _:
                return rate

    @property
    def promised(self) -> Decimal:
        """What it returns in a period, but for rounding; 0 where a fee hides that."""
        return self.periodic if self.method in ON_BALANCE else ZERO

    @property
    def factor(self) -> str:
        """How the rate of a period follows from one that is no total fee."""
        rate = f"{self.rate:f} %" if self.rate >= 0 else f"({self.rate:f} %)"
        match self.rate_unit:
            case RateUnit.ANNUAL:
                return f"{rate} ÷ 12"
            case RateUnit.DAILY:
                return f"{rate} × {self.day_basis} ÷ 12"
            case _:
                return rate

    def check(self) -> None:
        """Refuse terms that contradict each other.

        Raises:
            InputErrors: At `rate_unit`.
        """
        if self.method is Method.INTEREST_FREE:
            return
        if self.method in ON_BALANCE and self.rate_unit in FEE_UNITS:
            raise InputErrors(
                {
                    "rate_unit": f"{SHORT[self.method]}按剩余本金计息，"
                    "要选年利率、月利率或日利率"
                }
            )

    @precise
    def fees(self) -> list[Decimal]:
        """The fee of each period, in 元 to the 分."""
        none = [ZERO] * self.periods
        if self.method is Method.INTEREST_FREE:
            return none
        total = half_up(self.amount * self.periodic * self.periods)
        if self.method is Method.UPFRONT_FEE:
            return [total, *none[1:]]
        if self.rate_unit is RateUnit.TOTAL_FEE:
            return split_evenly(total, self.periods, self.remainder)
        return [half_up(self.amount * self.periodic)] * self.periods

    def rows(self) -> list[Row]:
        """The schedule."""
        amount, periods, remainder = self.amount, self.periods, self.remainder
        match self.method:
            case Method.LEVEL_PAYMENT:
                return level_payment_schedule(amount, periods, self.periodic, remainder)
            case Method.EQUAL_PRINCIPAL:
                return equal_principal_schedule(
                    amount, periods, self.periodic, remainder
                )
            case Method.INTEREST_ONLY:
                return interest_only_schedule(amount, periods, self.periodic)
            case _:
                return flat_fee_schedule(amount, periods, self.fees(), remainder)


def regular_payment(plan: Plan, rows: list[Row]) -> Decimal:
    """The instalment a reader will see most: without a remainder or fee at the start."""
    opening = rows[0].payment
    if plan.method in ON_BALANCE or len(rows) == 1:
        return opening
    return min(opening, rows[1].payment)
