"""Plans with a fee that a bill could come from: 等本等费, 首期一次收, 免息."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from calc.calculators.check_bill.bill import TO_CENTS, YUAN, Bill, Rounding, divide
from calc.calculators.check_bill.candidate import Candidate, Twist
from calc.calculators.check_bill.stated import NO_FEE, Stated, fee_units, printed
from calc.calculators.plan import Method, RateUnit
from calc.money import Remainder

FIRST = 30
UNUSUAL = 300  # the digits it takes to say that one part is not rounded as ours is
WHOLE = 1500  # the digits it takes to say that all is in whole 元
ROUNDED = {Rounding.HALF_UP: 0, Rounding.DOWN: 600, Rounding.UP: 700, Rounding.YUAN: 0}
PLACES = (Remainder.LAST, Remainder.FIRST, None)  # who takes what is over: or nobody


class Split(NamedTuple):
    """A total in equal shares."""

    first: int
    share: int
    last: int
    cut: Rounding
    place: Remainder | None


def split(total: int, parts: int, cut: Rounding, place: Remainder | None) -> Split:
    """Shares rounded one way; the first or last takes what is over, or nobody."""
    share = divide(total, parts, cut)
    rest = total - share * (parts - 1)
    first = rest if place is Remainder.FIRST else share
    last = rest if place is Remainder.LAST else share
    return Split(first, share, last, cut, place)


def listed(first: int, middle: int, last: int, periods: int) -> list[int]:
    """All the payments."""
    return [first, *[middle] * (periods - 2), last] if periods > 1 else [last]


def free_rates(_: Bill, __: int) -> list[Stated]:
    """Nothing."""
    return [NO_FEE]


def free_plans(bill: Bill, usual: int, stated: Stated) -> Iterator[Candidate]:
    """Splits of the amount."""
    for cut in Rounding:
        for place in PLACES[:1] if bill.single else PLACES:
            parts = split(bill.amount, bill.periods, cut, place)
            if parts.share == usual or cut is Rounding.DOWN:
                yield Candidate(
                    Method.INTEREST_FREE,
                    stated,
                    _named(cut, place),
                    place or Remainder.LAST,
                    listed(parts.first, parts.share, parts.last, bill.periods),
                    0,
                    _said(cut, place),
                    Twist.NONE if place else Twist.ALIKE,
                )


def flat_rates(bill: Bill, usual: int) -> list[Stated]:
    """Rates whose fee is what the usual amount has above an even share."""
    units, each = fee_units(bill.periods), usual - Decimal(bill.amount) / bill.periods
    found: list[Stated] = []
    for off in (2, YUAN // 2 + 1) if usual % YUAN == 0 else (2,):
        low, near, high = (fee / bill.amount for fee in (each - off, each, each + off))
        found += printed(units, low, near, high)
    return found


def flat_plans(bill: Bill, usual: int, stated: Stated) -> Iterator[Candidate]:
    """Those of one rate."""
    yield from _in_parts(bill, usual, stated)
    yield from _on_the_sum(bill, usual, stated)


def _in_parts(bill: Bill, usual: int, stated: Stated) -> Iterator[Candidate]:
    """Principal and fee rounded apart."""
    places = PLACES[:1] if bill.single else PLACES
    for cut in TO_CENTS:
        share = divide(bill.amount, bill.periods, cut)
        fees = [
            fee for fee in _fees(bill, stated, places) if share + fee.share == usual
        ]
        if not fees:
            continue
        for place in places:
            principal = split(bill.amount, bill.periods, cut, place)
            for fee in fees:
                yield _flat(bill, stated, principal, fee)


def _flat(bill: Bill, stated: Stated, principal: Split, fee: Split) -> Candidate:
    own = Rounding.DOWN if stated.unit is RateUnit.TOTAL_FEE else Rounding.HALF_UP
    alike = principal.place is None or (
        fee.place is None and stated.unit is RateUnit.TOTAL_FEE
    )
    apart = fee.place is not principal.place and stated.unit is RateUnit.TOTAL_FEE
    ours = principal.cut is Rounding.DOWN and fee.cut is own
    odd = (0 if ours else 1 if fee.cut is principal.cut else 2) + alike + apart
    rounding = (
        _named(fee.cut, principal.place)
        if fee.cut is principal.cut
        else (fee.cut if fee.cut is not own else Rounding.HALF_UP)
    )
    twist = Twist.ALIKE if alike else Twist.APART if apart or odd else Twist.NONE
    return Candidate(
        Method.FLAT_FEE,
        stated,
        rounding,
        principal.place or Remainder.LAST,
        listed(
            principal.first + fee.first,
            principal.share + fee.share,
            principal.last + fee.last,
            bill.periods,
        ),
        stated.cost,
        UNUSUAL * odd + (FIRST if principal.place is Remainder.FIRST else 0),
        twist,
    )


def _fees(
    bill: Bill, stated: Stated, places: tuple[Remainder | None, ...]
) -> Iterator[Split]:
    due, bottom, periods = bill.amount * stated.top, stated.bottom, bill.periods
    if stated.unit is RateUnit.PER_PERIOD_FEE:
        for cut in TO_CENTS:
            fee = divide(due, bottom, cut)
            yield Split(fee, fee, fee, cut, None)
        return
    total = divide(due * periods, bottom, Rounding.HALF_UP)
    for cut in TO_CENTS:
        for place in places:
            yield split(total, periods, cut, place)


def _on_the_sum(bill: Bill, usual: int, stated: Stated) -> Iterator[Candidate]:
    """Principal and fee added up, then rounded once."""
    due = bill.amount * (stated.bottom + bill.periods * stated.top)
    total = divide(due, stated.bottom, Rounding.HALF_UP)
    for cut in Rounding:
        if divide(total, bill.periods, cut) == usual:
            for place in PLACES[:1] if bill.single else PLACES:
                parts = split(total, bill.periods, cut, place)
                whole = cut is Rounding.YUAN
                twist = Twist.NONE if whole else Twist.ON_THE_SUM
                yield Candidate(
                    Method.FLAT_FEE,
                    stated,
                    cut,
                    place or Remainder.LAST,
                    listed(parts.first, parts.share, parts.last, bill.periods),
                    stated.cost + (WHOLE if whole else 0),
                    UNUSUAL * (1 + (cut is not Rounding.HALF_UP) + (place is None)),
                    twist if place else Twist.ALIKE,
                )


def upfront_rates(bill: Bill, usual: int) -> list[Stated]:
    """Rates of a fee that is all in the first period."""
    units, found = fee_units(bill.periods), list[Stated]()
    for parts in _principals(bill, usual):
        fee = Decimal(bill.payments[0] - parts.first)
        if fee > 0:
            whole = bill.amount * bill.periods
            found += printed(units, (fee - 1) / whole, fee / whole, (fee + 1) / whole)
    return found


def upfront_plans(bill: Bill, usual: int, stated: Stated) -> Iterator[Candidate]:
    """Those of one rate."""
    due = bill.amount * stated.top * bill.periods
    fee = divide(due, stated.bottom, Rounding.HALF_UP)
    for parts in _principals(bill, usual):
        payments = listed(parts.first, parts.share, parts.last, bill.periods)
        payments[0] += fee
        yield Candidate(
            Method.UPFRONT_FEE,
            stated,
            Rounding.HALF_UP,
            parts.place or Remainder.LAST,
            payments,
            stated.cost + UNUSUAL,
            _said(parts.cut, parts.place),
            Twist.NONE if parts.place else Twist.ALIKE,
        )


def _principals(bill: Bill, usual: int) -> Iterator[Split]:
    for cut in TO_CENTS:
        for place in PLACES:
            parts = split(bill.amount, bill.periods, cut, place)
            if parts.share == usual or cut is Rounding.DOWN:
                yield parts


def _named(cut: Rounding, place: Remainder | None) -> Rounding:
    """Shares rounded down whose rest is paid are our own half-up."""
    down = cut is Rounding.DOWN and place is not None
    return Rounding.HALF_UP if down else cut


def _said(cut: Rounding, place: Remainder | None) -> int:
    """The digits it takes to say how shares are rounded."""
    taken = {Remainder.LAST: 0, Remainder.FIRST: FIRST, None: UNUSUAL}[place]
    return (
        taken
        + (0 if cut is Rounding.DOWN and place else UNUSUAL)
        + (2 * UNUSUAL if cut is Rounding.YUAN else 0)
    )
