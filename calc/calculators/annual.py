"""Both annual rates of payments a month apart, and how they follow from one rate."""

from decimal import Decimal
from functools import cached_property

from calc.maths.context import precise
from calc.maths.rates import effective_annual, nominal_annual, periodic_rate
from calc.model.numbers import Percent
from calc.model.record import Record
from calc.money import Printed, half_up, percent, spelled

EXACT = Decimal("1e30")  # percent; above, 40 digits do not reach the decimals


SIMPLE = "单利口径"
COMPOUND = "复利口径（内部收益率法）"
SIMPLE_MEANS = (
    "每个月的利率 × 12，不算利滚利。用这个口径要注明是单利（公告〔2021〕第3号）。"
)
COMPOUND_MEANS = "每个月的利率按利滚利算满一年：(1 + 月利率)^12 − 1，不会比单利口径小。"


def simple(label: str, plain: str = "年化", *, lead: bool = False) -> Percent:
    """An annual rate without compounding, in plain words with its term on tap."""
    return Percent(label, plain=plain, term=SIMPLE, means=SIMPLE_MEANS, lead=lead)


def compound(
    label: str, plain: str = "按复利算", means: str = COMPOUND_MEANS
) -> Percent:
    """An annual rate with compounding, in plain words with its term on tap."""
    return Percent(label, plain=plain, term=COMPOUND, means=means)


def annually(nominal: Decimal, effective: Decimal) -> str:
    """Both annual rates in plain words."""
    return f"年化 {percent(nominal)} %（按复利算 {percent(effective)} %）"


class AnnualRates(Record):
    """Both annual rates of the same payments, in percent, and their source.

    中国人民银行公告〔2021〕第3号: either is allowed, 单利 must be called so.
    """

    periodic: Decimal
    nominal: Decimal
    effective: Decimal

    @cached_property
    def printed(self) -> Printed:
        """The monthly rate with the digits that the annual ones follow from."""
        return spelled(self.periodic, self.follow)

    @precise
    def follow(self, monthly: Decimal) -> bool:
        """Whether both annual rates follow from this monthly one, to their decimals."""
        nominal = nominal_annual(monthly)
        effective = effective_annual(monthly / 100) * 100
        return (
            half_up(nominal) == half_up(self.nominal)
            and half_up(effective) == half_up(self.effective)
            and effective < EXACT
        )


@precise
def annual_rates(
    received: Decimal, payments: list[Decimal], near: Decimal = Decimal(0)
) -> AnnualRates:
    """The monthly rate of return of payments a month apart, and both annual rates.

    Where it is expected to be `near`, a fraction above -1, it is found sooner.
    """
    periodic = periodic_rate([received, *(-payment for payment in payments)], near)
    return AnnualRates(
        periodic * 100, nominal_annual(periodic) * 100, effective_annual(periodic) * 100
    )


def annual_steps(rates: AnnualRates) -> tuple[str, ...]:
    """How the annual rates follow from the monthly one, for the reader."""
    digits, equals = rates.printed
    monthly = f"{digits:f} %"
    return (
        f"单利口径：{monthly} × 12 {equals} {percent(rates.nominal)} %。",
        f"复利口径：(1 + {monthly})^12 − 1 {equals} {percent(rates.effective)} %。",
    )
