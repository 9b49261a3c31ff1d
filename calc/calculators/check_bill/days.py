"""Plans whose interest runs by the days of each month."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import product
from typing import NamedTuple

from calc.calculators.check_bill.balance import OTHER, Agreed, agreed
from calc.calculators.check_bill.bill import Bill, Rounding, divide
from calc.calculators.check_bill.candidate import Candidate, Twist
from calc.calculators.check_bill.fees import listed, split
from calc.calculators.check_bill.level import level_payment, level_rates
from calc.calculators.check_bill.stated import DIGIT, Stated, Unit, printed
from calc.calculators.plan import Method, RateUnit
from calc.maths.days import DayBasis
from calc.money import Remainder

MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LEAP_DAY = 29
STARTS = 3  # months it may have started in that are looked at with leap years
LONGEST = 60  # periods; by then the months have come round many times
BASES = (DayBasis.D360, DayBasis.D365)
BY_DAYS = 1700  # the digits it takes to say so, and in which month it starts
MONTH = 1500  # a daily rate is so much smaller than a monthly one
SLACK = Decimal(2)


type Days = tuple[int, ...]


class ByDays(NamedTuple):
    """A rate for each day of these periods: top / bottom."""

    method: Method
    stated: Stated
    days: Days
    basis: DayBasis
    top: int
    bottom: int


@cache
def calendars(periods: int) -> tuple[Days, ...]:
    """The days of so many months in a row, from every month."""
    starts = (MONTHS[start:] + MONTHS[:start] for start in range(len(MONTHS)))
    rounds = -(-periods // len(MONTHS))
    return tuple(dict.fromkeys((start * rounds)[:periods] for start in starts))


def leap_years(days: Days) -> Iterator[Days]:
    """The same months in ordinary years, and with each February a leap year's."""
    yield days
    for place, length in enumerate(days):
        if length == MONTHS[1]:
            yield (*days[:place], LEAP_DAY, *days[place + 1 :])


def day_rates(bill: Bill, usual: int) -> list[ByDays]:
    """Rates by the day that suit most periods of a bill."""
    if not 3 <= bill.periods <= LONGEST:
        return []
    found = [*_falling(bill), *_bullet(bill), *_level(bill, usual)]
    return sorted(found, key=lambda by_days: by_days.stated.cost)


def _falling(bill: Bill) -> Iterator[ByDays]:
    amount, periods = bill.amount, bill.periods
    share = Decimal(amount) / periods
    interests = [payment - share for payment in bill.payments]
    owed = [amount * (periods - period) // periods for period in range(periods)]
    return _suiting(Method.EQUAL_PRINCIPAL, bill, interests, owed)


def _bullet(bill: Bill) -> Iterator[ByDays]:
    interests = [Decimal(payment) for payment in bill.payments]
    interests[-1] -= bill.amount
    return _suiting(Method.INTEREST_ONLY, bill, interests, [bill.amount] * bill.periods)


def _suiting(
    method: Method, bill: Bill, interests: Sequence[Decimal], owed: Sequence[int]
) -> Iterator[ByDays]:
    """The calendars that suit the most periods."""

    def suits(days: Days) -> tuple[int, Agreed, Days]:
        bases = [left * length for left, length in zip(owed, days, strict=True)]
        stretch = agreed(interests, bases, SLACK)
        return stretch.periods, stretch, days

    plain = sorted(map(suits, calendars(bill.periods)), reverse=True)[:STARTS]
    suited = [suits(leap) for *_, days in plain for leap in leap_years(days)]
    most = max(periods for periods, *_ in suited)
    if most * 3 < bill.periods * 2:
        return
    for periods, stretch, days in suited:
        if periods == most:
            for basis in BASES:
                for stated in printed(_units(basis), *stretch[:3]):
                    yield ByDays(method, stated, days, basis, stated.top, stated.bottom)


def _units(basis: DayBasis) -> tuple[Unit, ...]:
    """A daily rate is the same whatever the basis, so it is named with one of them."""
    annual = Unit(RateUnit.ANNUAL, basis, 2, 1, int(basis))
    daily = Unit(RateUnit.DAILY, basis, 4, 1, 1)
    return (annual, daily) if basis is BASES[0] else (annual,)


def _level(bill: Bill, usual: int) -> Iterator[ByDays]:
    """The usual amount is that of equal months; the last period takes what is over."""
    for stated in level_rates(bill, usual):
        if stated.unit is RateUnit.ANNUAL:
            payment = level_payment(bill.amount, bill.periods, stated)
            if round(payment) == usual:
                for days in calendars(bill.periods):
                    for leap, basis in product(leap_years(days), BASES):
                        yield ByDays(
                            Method.LEVEL_PAYMENT,
                            stated,
                            leap,
                            basis,
                            stated.top * 12,
                            stated.bottom * int(basis),
                        )


def day_plans(bill: Bill, usual: int, by_days: ByDays) -> Iterator[Candidate]:
    """Those of one rate and calendar."""
    method, stated = by_days.method, by_days.stated
    daily = 0 if method is Method.LEVEL_PAYMENT else MONTH
    yield Candidate(
        method,
        stated,
        Rounding.HALF_UP,
        Remainder.LAST,
        _payments(bill, usual, by_days),
        max(stated.cost - daily, DIGIT // 2) + OTHER,
        BY_DAYS,
        Twist.BY_DAYS,
        int(by_days.basis),
        by_days.days,
    )


def _payments(bill: Bill, usual: int, by_days: ByDays) -> list[int]:
    """What is asked: given principals, or the usual amount until the last."""
    principals = _principals(bill, by_days.method)
    balance, payments = bill.amount, []
    for number, length in enumerate(by_days.days, 1):
        due = balance * by_days.top * length
        interest = divide(due, by_days.bottom, Rounding.HALF_UP)
        principal = principals[number - 1] if principals else usual - interest
        if number == bill.periods:
            principal = balance
        payments.append(principal + interest)
        balance = max(balance - principal, 0)
    return payments


def _principals(bill: Bill, method: Method) -> list[int]:
    """Those that do not depend on the interest."""
    if method is Method.LEVEL_PAYMENT:
        return []
    if method is Method.INTEREST_ONLY:
        return [*[0] * (bill.periods - 1), bill.amount]
    parts = split(bill.amount, bill.periods, Rounding.DOWN, Remainder.LAST)
    return listed(parts.first, parts.share, parts.last, bill.periods)
