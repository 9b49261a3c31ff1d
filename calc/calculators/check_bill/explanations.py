"""Which plan a bill could come from: a search among the rates a provider would print."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from calc.calculators.check_bill.bill import Bill, Explanation, beside
from calc.calculators.plan import Method, Plan, RateUnit, annual_rates
from calc.maths.context import precise
from calc.maths.days import DayBasis
from calc.model.record import Record
from calc.money import CENT, ZERO, Remainder, split_evenly

HALF = CENT / 2
HIGHEST = Decimal(1000)  # percent, as in every question about a rate
TRIED = 6  # rates of the same number of decimals on either side of the likeliest
# How fees and rates are printed: unit, days a year, decimals; in this order.
FEES = (
    (RateUnit.TOTAL_FEE, DayBasis.D360, 4),
    (RateUnit.PER_PERIOD_FEE, DayBasis.D360, 4),
)
RATES = (
    (RateUnit.ANNUAL, DayBasis.D360, 2),
    (RateUnit.DAILY, DayBasis.D360, 4),
    (RateUnit.DAILY, DayBasis.D365, 4),
    (RateUnit.MONTHLY, DayBasis.D360, 4),
    (RateUnit.ANNUAL, DayBasis.D360, 3),
)


class Range(Record):
    """The rates, low ≤ rate < high in percent, that could give the bill."""

    low: Decimal
    near: Decimal
    high: Decimal

    def times(self, factor: Decimal) -> "Range":
        """The same rates in another unit."""
        return Range(self.low * factor, self.near * factor, self.high * factor)

    def printed(self, decimals: int) -> Iterator[tuple[Decimal, int]]:
        """Rates of at most so many decimals, the roundest first, and how many it has.

        The last is the nearest of all, whether it lies within the range or not.
        """
        for places in range(decimals + 1):
            step = Decimal(1).scaleb(-places)
            middle = round(self.near / step)
            for away in sorted(range(-TRIED, TRIED + 1), key=abs):
                rate = (middle + away) * step
                if self.low <= rate < self.high:
                    yield rate, places
        yield (middle * step).normalize(), decimals


class Search(Record):
    """Where to look for a rate."""

    method: Method
    remainder: Remainder
    unit: RateUnit
    day_basis: DayBasis
    decimals: int
    rates: Range

    def run(self, bill: Bill) -> Iterator[Explanation]:
        """Each rate's plan beside the bill."""
        month = _month(self.unit, self.day_basis, bill.periods)
        bullet = (
            self.method is Method.INTEREST_ONLY
        )  # without interest it is a plan too
        for rate, places in self.rates.printed(self.decimals):
            if (rate > 0 or (bullet and not rate)) and rate <= HIGHEST:
                plan = Plan(
                    bill.amount,
                    bill.periods,
                    self.method,
                    rate,
                    self.unit,
                    self.remainder,
                    self.day_basis,
                )
                rivals = month.scaleb(places)
                yield beside(bill, plan, self.rates.near, rivals)


@precise
def explanations(bill: Bill) -> list[Explanation]:
    """The best plan of each method and unit of rate, the best of all first."""
    best: dict[tuple[Method, RateUnit], Explanation] = {}
    for found in _candidates(bill):
        key = found.plan.method, found.plan.rate_unit
        if key not in best or found.rank < best[key].rank:
            best[key] = found
    return sorted(best.values(), key=lambda found: found.rank)


def _candidates(bill: Bill) -> Iterator[Explanation]:
    for remainder in Remainder:
        yield _interest_free(bill, remainder)
    for searches in _searches(bill):
        for found in (found for search in searches for found in search.run(bill)):
            yield found
            if found.exact:
                break


def _interest_free(bill: Bill, remainder: Remainder) -> Explanation:
    plan = Plan(
        bill.amount,
        bill.periods,
        Method.INTEREST_FREE,
        Decimal(0),
        RateUnit.TOTAL_FEE,
        remainder,
    )
    return beside(bill, plan, ZERO, ZERO)


def _searches(bill: Bill) -> Iterator[Sequence[Search]]:
    """Searches in groups; what fits exactly ends its group.

    One amount for every period leaves only the methods that ask the same each time.
    """
    near = annual_rates(bill.amount, list(bill.payments)).periodic
    if bill.usual:
        yield _on_balance(Method.LEVEL_PAYMENT, Remainder.LAST, _level(bill, near))
    for remainder in Remainder:
        yield from _fees(bill, Method.FLAT_FEE, remainder)
        if not bill.single:
            yield from _fees(bill, Method.UPFRONT_FEE, remainder)
            principal = split_evenly(bill.amount, bill.periods, remainder)[0]
            rates = _first_interest(bill, principal, near)
            yield _on_balance(Method.EQUAL_PRINCIPAL, remainder, rates)
    if not bill.single:
        principal = ZERO if bill.periods > 1 else bill.amount
        rates = _first_interest(bill, principal, near)
        yield _on_balance(Method.INTEREST_ONLY, Remainder.LAST, rates)


def _on_balance(
    method: Method, remainder: Remainder, monthly: Range
) -> Sequence[Search]:
    return [
        Search(
            method,
            remainder,
            unit,
            basis,
            decimals,
            monthly.times(_month(unit, basis, 1)),
        )
        for unit, basis, decimals in RATES
    ]


def _month(unit: RateUnit, basis: DayBasis, periods: int) -> Decimal:
    """What 1 % a month is in the unit, in percent."""
    match unit:
        case RateUnit.ANNUAL:
            return Decimal(12)
        case RateUnit.DAILY:
            return Decimal(12) / basis
        case RateUnit.TOTAL_FEE:
            return Decimal(periods)
        case _:
            return Decimal(1)


def _fees(
    bill: Bill, method: Method, remainder: Remainder
) -> Iterator[Sequence[Search]]:
    """One search for the whole fee, one for the fee of a period."""
    least, most = bill.cost
    whole = _share(least, most, bill.amount)
    each = (
        _share(least / bill.periods, least / bill.periods, bill.amount)
        if method is Method.FLAT_FEE
        else whole.times(Decimal(1) / bill.periods)
    )
    for (unit, basis, decimals), rates in zip(FEES, (whole, each), strict=True):
        yield [Search(method, remainder, unit, basis, decimals, rates)]


def _level(bill: Bill, near: Decimal) -> Range:
    """The monthly rates whose payment rounds to the usual amount."""
    low, high = (
        annual_rates(bill.amount, [bill.usual + off] * bill.periods).periodic
        for off in (-HALF, HALF)
    )
    return Range(low, min(max(near, low), high), high)


def _first_interest(bill: Bill, principal: Decimal, near: Decimal) -> Range:
    """The monthly rates whose interest in the first period rounds to what is billed."""
    interest = bill.payments[0] - principal
    rates = _share(interest, interest, bill.amount)
    return Range(rates.low, min(max(near, rates.low), rates.high), rates.high)


def _share(least: Decimal, most: Decimal, amount: Decimal) -> Range:
    """The percent of the amount that rounds to 分 between `least` and `most`."""
    middle = (least + most) / 2
    return Range(
        (least - HALF) / amount * 100,
        middle / amount * 100,
        (most + HALF) / amount * 100,
    )
