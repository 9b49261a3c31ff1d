"""The rate that discounts a plan's cash flows to zero (内部收益率)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Context, Decimal

from calc.maths.context import precise
from calc.maths.roots import continuous_rates

DAYS_A_YEAR = 365
SETTLED = Context(prec=25)  # the digits that hold, so that 0.1 comes back as 0.1
LIKELY = Decimal("1e-6"), Decimal(100)  # among several growth factors


class NoRate(ValueError):
    """The flows have no single rate."""


class OneSigned(NoRate):
    """All the money goes one way."""


class NoRoot(NoRate):
    """Money goes both ways, yet no rate balances it."""


class SeveralRates(NoRate):
    """More than one rate balances the flows; `rates` lists them, lowest first."""

    def __init__(self, rates: list[Decimal]) -> None:
        super().__init__(f"{len(rates)} rates balance the flows")
        self.rates = rates


@precise
def periodic_rate(flows: Sequence[Decimal], near: Decimal = Decimal(0)) -> Decimal:
    """Return the IRR per period, a fraction, of flows at 0, 1, 2, … periods.

    Received is positive and paid negative, or the other way round; where it is
    expected to be `near`, above -1, it is found sooner.
    Raise OneSigned, NoRoot or SeveralRates when there is no single rate. Of
    several, those with 1 + rate below 1e-6 or above 100 are left out.
    """
    return single(_rates(enumerate(flows), 1, (1 + near).ln()))


@precise
def dated_rate(flows: Sequence[tuple[date, Decimal]]) -> Decimal:
    """Return the effective annual rate, a fraction, of flows on days in any order.

    Years are days / 365, as in XIRR. Signs and errors as for `periodic_rate`;
    flows of a single day raise OneSigned.
    """
    return single(dated_rates(flows))


@precise
def dated_rates(flows: Sequence[tuple[date, Decimal]]) -> list[Decimal]:
    """Return every effective annual rate of flows on days, lowest first.

    Raise OneSigned or NoRoot when there is none.
    """
    return _rates(((day.toordinal(), flow) for day, flow in flows), DAYS_A_YEAR)


@precise
def nominal_annual(periodic: Decimal, per_year: int = 12) -> Decimal:
    """Return the annual rate without compounding (单利口径), a fraction."""
    return periodic * per_year


@precise
def effective_annual(periodic: Decimal, per_year: int = 12) -> Decimal:
    """Return the annual rate with compounding (复利口径), (1 + i)^n - 1."""
    return (1 + periodic) ** per_year - 1


def _rates(
    flows: Iterable[tuple[int, Decimal]], per_rate: int, near: Decimal = Decimal(0)
) -> list[Decimal]:
    """Return the rates over `per_rate` units of time, or say why there is none."""
    net: defaultdict[int, Decimal] = defaultdict(Decimal)
    for time, flow in flows:
        net[time] += flow
    ordered = sorted((time, flow) for time, flow in net.items() if flow)
    if len({flow > 0 for _, flow in ordered}) < 2:
        raise OneSigned("the money goes one way only")
    found = continuous_rates(ordered, near)
    rates = [SETTLED.plus((x * per_rate).exp() - 1) for x in found]
    if not rates:
        raise NoRoot("no rate balances the flows")
    return rates


def single(rates: list[Decimal]) -> Decimal:
    """Return the only likely one of several rates, or raise SeveralRates."""
    if len(rates) > 1:
        # A deposit or a cash-back adds a root such as a loss of 99.9999… % a year.
        low, high = LIKELY
        rates = [rate for rate in rates if low < 1 + rate < high] or rates
    if len(rates) > 1:
        raise SeveralRates(rates)
    return rates[0]
