"""Both annual rates of payments a month apart, and how they follow from one rate."""

from decimal import Decimal
from functools import cached_property

from calc.maths.context import precise
from calc.maths.rates import effective_annual, nominal_annual, periodic_rate
from calc.model.record import Record
from calc.money import Printed, half_up, percent, spelled

EXACT = Decimal("1e30")  # percent; above, 40 digits do not reach the decimals


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
def annual_rates(received: Decimal, payments: list[Decimal]) -> AnnualRates:
    """The monthly rate of return of payments a month apart, and both annual rates."""
    periodic = periodic_rate([received, *(-payment for payment in payments)])
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
