"""Rates as a provider prints them, and how many digits it takes to say one."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cache

from calc.calculators.plan import FEE_UNITS, RateUnit
from calc.maths.days import DayBasis
from calc.model.record import Record

DECIMALS = 4  # of a printed rate, at most
TRIED = 6  # rates of the same number of decimals on either side of the likeliest
HIGHEST = 10  # a year, as a fraction: 1000 %, as in every question about a rate
DIGIT = 1000  # costs are in thousandths of a decimal digit


class Unit(Record):
    """A way to print a rate; 1 % in this unit is `top` / `bottom` % a month."""

    unit: RateUnit
    basis: DayBasis
    decimals: int
    top: int
    bottom: int

    def cost(self, places: int) -> int:
        """The digits that tell one such rate among all up to 1 % a month."""
        return max(places * DIGIT + digits(self.bottom) - digits(self.top), DIGIT // 2)


class Stated(Record):
    """A rate as printed, in percent; as a fraction of a period it is top / bottom."""

    rate: Decimal
    unit: RateUnit
    basis: DayBasis
    top: int
    bottom: int
    cost: int


NO_FEE = Stated(Decimal(0), RateUnit.TOTAL_FEE, DayBasis.D360, 0, 1, 0)
NO_INTEREST = Stated(Decimal(0), RateUnit.ANNUAL, DayBasis.D360, 0, 1, 0)

# In the order in which equal rates are named.
RATES = (
    Unit(RateUnit.ANNUAL, DayBasis.D360, 2, 1, 12),
    Unit(RateUnit.DAILY, DayBasis.D360, 4, 360, 12),
    Unit(RateUnit.DAILY, DayBasis.D365, 4, 365, 12),
    Unit(RateUnit.MONTHLY, DayBasis.D360, 4, 1, 1),
    Unit(RateUnit.ANNUAL, DayBasis.D360, 3, 1, 12),
)


def fee_units(periods: int) -> tuple[Unit, ...]:
    """How fees are printed."""
    return (
        Unit(RateUnit.TOTAL_FEE, DayBasis.D360, 4, 1, periods),
        Unit(RateUnit.PER_PERIOD_FEE, DayBasis.D360, 4, 1, 1),
    )


@cache
def digits(number: int) -> int:
    """The decimal logarithm of a whole number, in thousandths."""
    return int(Decimal(number).log10() * DIGIT)


def printed(
    units: tuple[Unit, ...], low: Decimal, near: Decimal, high: Decimal
) -> list[Stated]:
    """Rates from `low` to `high`, fractions of a period, the easiest to say first.

    The nearest to `near` is always among them. Equal rates cost what the shortest does,
    and a trifle for each digit more. Interest is named in the first unit that can say
    it; a fee in each, for the whole and the fee of a period are rounded apart.
    """
    bottom = 12 * max(unit.bottom for unit in units) * 100 * 10**DECIMALS
    found: dict[tuple[int, RateUnit | None], tuple[Decimal, Unit, int]] = {}
    least: dict[int, int] = {}
    for unit in units:
        for rate, top, cost in _of(unit, bottom, low, near, high):
            kind = unit.unit if unit.unit in FEE_UNITS else None
            found.setdefault((top, kind), (rate, unit, cost))
            least[top] = min(cost, least.get(top, cost))
    stated = [
        Stated(rate, unit.unit, unit.basis, top, bottom, _shared(least[top], cost))
        for (top, _), (rate, unit, cost) in found.items()
    ]
    return sorted(stated, key=lambda stated: stated.cost)


def _shared(least: int, cost: int) -> int:
    return least + (cost - least) // 50


def _of(
    unit: Unit, bottom: int, low: Decimal, near: Decimal, high: Decimal
) -> Iterator[tuple[Decimal, int, int]]:
    """Rates of one unit: in percent, as a numerator over `bottom`, and their cost."""
    scale = Decimal(100 * unit.bottom) / unit.top
    least = bottom // (100 * 10**DECIMALS) * unit.top // unit.bottom
    for places in range(unit.decimals + 1):
        step = scale.scaleb(places)
        middle = int((near * step).to_integral_value())
        first = int((low * step).to_integral_value(ROUND_CEILING))
        last = int((high * step).to_integral_value(ROUND_FLOOR))
        inside = range(max(first, middle - TRIED), min(last, middle + TRIED) + 1)
        nearest = (middle,) if places == unit.decimals and not inside else ()
        for number in (*inside, *nearest):
            top = number * 10 ** (DECIMALS - places) * least
            if number > 0 and 12 * top <= HIGHEST * bottom:
                yield Decimal(number).scaleb(-places), top, unit.cost(places)
