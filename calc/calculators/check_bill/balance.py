"""Plans with interest on what is left: 等额本金, 先息后本."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from calc.calculators.check_bill.bill import TO_CENTS, YUAN, Bill, Rounding, divide
from calc.calculators.check_bill.candidate import Candidate, Twist
from calc.calculators.check_bill.fees import (
    FIRST,
    PLACES,
    ROUNDED,
    UNUSUAL,
    WHOLE,
    listed,
    split,
)
from calc.calculators.check_bill.stated import NO_INTEREST, RATES, Stated, printed
from calc.calculators.plan import Method
from calc.money import Remainder

SLACK = Decimal(2)  # 分: the share and the interest are each rounded
OTHER = 300  # the digits it takes to say that a plan is of a rarer method


class Agreed(NamedTuple):
    """A stretch of rates, and for how many periods they come out."""

    low: Decimal
    near: Decimal
    high: Decimal
    periods: int


def agreed(
    interests: Iterable[Decimal], bases: Iterable[int], slack: Decimal
) -> Agreed:
    """The rates at which most periods' interest comes out.

    Each period allows a range; the most of them overlap in a stretch. One that bears
    interest on less than a 分 says nothing.
    """
    ends: list[tuple[Decimal, int]] = []
    for interest, base in zip(interests, bases, strict=True):
        if base:
            ends += ((interest - slack) / base, -1), ((interest + slack) / base, 1)
    ends.sort()
    depth = most = 0
    low = high = Decimal(0)
    for number, (rate, kind) in enumerate(ends):
        depth -= kind
        if depth > most:
            most, low, high = depth, rate, ends[number + 1][0]
    return Agreed(low, (low + high) / 2, high, most)


def falling_rates(bill: Bill, _: int) -> list[Stated]:
    """Rates of 等额本金 that suit most periods; the nearest, when few agree."""
    amount, periods = bill.amount, bill.periods
    share = Decimal(amount) / periods
    interests = [payment - share for payment in bill.payments]
    bases = [amount * (periods - period) // periods for period in range(periods)]
    found: list[Stated] = []
    for slack in (SLACK, Decimal(YUAN // 2)) if _whole(bill) else (SLACK,):
        low, near, high, most = agreed(interests, bases, slack)
        if most * 2 < periods:
            low = high = near
        found += printed(RATES, low, near, high)
    return found


def _whole(bill: Bill) -> bool:
    """Whether most of what is billed is in whole 元."""
    return sum(payment % YUAN == 0 for payment in bill.payments) > bill.periods // 2


def falling_plans(bill: Bill, _: int, stated: Stated) -> Iterator[Candidate]:
    """Those of one rate."""
    yield from _falling(bill, stated)
    yield from _falling_sums(bill, stated)


def _falling(bill: Bill, stated: Stated) -> Iterator[Candidate]:
    """Principal and interest rounded apart."""
    for cut in (Rounding.DOWN, Rounding.HALF_UP, Rounding.UP):
        for place in PLACES:
            parts = split(bill.amount, bill.periods, cut, place)
            principals = listed(parts.first, parts.share, parts.last, bill.periods)
            balances = _balances(bill.amount, principals)
            odd = (cut is not Rounding.DOWN) + (place is None)
            for interest in TO_CENTS:
                yield Candidate(
                    Method.EQUAL_PRINCIPAL,
                    stated,
                    interest,
                    place or Remainder.LAST,
                    [
                        principal
                        + divide(balance * stated.top, stated.bottom, interest)
                        for principal, balance in zip(principals, balances, strict=True)
                    ],
                    stated.cost + OTHER,
                    ROUNDED[interest]
                    + UNUSUAL * odd
                    + (FIRST if place is Remainder.FIRST else 0),
                    Twist.ALIKE
                    if place is None
                    else Twist.APART
                    if odd
                    else Twist.NONE,
                )


def _falling_sums(bill: Bill, stated: Stated) -> Iterator[Candidate]:
    """Principal and interest added up, then rounded once; nothing is carried on."""
    amount, periods = bill.amount, bill.periods
    for rounding in Rounding if _whole(bill) else TO_CENTS:
        payments = [
            divide(
                amount * (stated.bottom + (periods - period) * stated.top),
                periods * stated.bottom,
                rounding,
            )
            for period in range(periods)
        ]
        yield Candidate(
            Method.EQUAL_PRINCIPAL,
            stated,
            rounding,
            Remainder.LAST,
            payments,
            stated.cost + OTHER + (WHOLE if rounding is Rounding.YUAN else 0),
            ROUNDED[rounding] + UNUSUAL,
            Twist.ON_THE_SUM,
        )


def interest_only_rates(bill: Bill, usual: int) -> list[Stated]:
    """Rates of 先息后本 whose interest is the usual amount."""
    if bill.periods == 1 or usual == 0:
        return []
    low, near, high = (Decimal(usual + off) / bill.amount for off in (-1, 0, 1))
    return printed(RATES, low, near, high)


def bullet_rates(bill: Bill, _: int) -> list[Stated]:
    """Nothing, when all is paid back at the end without interest."""
    return [] if any(bill.payments[:-1]) else [NO_INTEREST]


def interest_only_plans(bill: Bill, _: int, stated: Stated) -> Iterator[Candidate]:
    """Those of one rate."""
    for rounding in TO_CENTS:
        interest = divide(bill.amount * stated.top, stated.bottom, rounding)
        yield Candidate(
            Method.INTEREST_ONLY,
            stated,
            rounding,
            Remainder.LAST,
            [*[interest] * (bill.periods - 1), bill.amount + interest],
            stated.cost + OTHER,
            ROUNDED[rounding],
        )


def _balances(amount: int, principals: list[int]) -> list[int]:
    return list(accumulate(principals[:-1], int.__sub__, initial=amount))
