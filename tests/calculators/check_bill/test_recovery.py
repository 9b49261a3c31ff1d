"""Made-up bills of many kinds: the terms are found again, and nothing else is sworn to."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import pytest

from calc.calculators.check_bill import Billed, CheckBill, check_bill
from tests.calculators.check_bill.bills import (
    KINDS,
    OWN,
    Made,
    bills,
    days_from,
    down,
    falling,
    half_up,
    rebuild,
    shares,
)

EACH = 5
# what cannot be told from one or two amounts in whole 元, or from a fee in the rate
OPEN = {
    "level, whole yuan, last alike",
    "flat, whole yuan, last alike",
    "fixed fee, level",
    "real days, level",
}


def check(made: Made, payments: list[Fraction]) -> CheckBill:
    """Check a made-up bill."""
    billed = [Billed(Decimal(int(payment * 100)).scaleb(-2)) for payment in payments]
    amount = Decimal(int(made.amount * 100)).scaleb(-2)
    return check_bill(amount=amount, periods=made.periods, payments=billed)


def terms(made: Made, found: CheckBill) -> Made:
    """The bill as the answer has it."""
    return made._replace(
        method=str(found.method),
        rate=str(found.rate),
        unit=str(found.rate_unit),
        basis=int(found.day_basis),
    )


def right(made: Made, found: CheckBill) -> bool:
    """Whether the method and the rate are those it was made from."""
    again = terms(made, found)
    return made.method == again.method and made.periodic == again.periodic


def sworn(found: CheckBill) -> bool:
    """Whether the answer says that it is this and nothing else."""
    return "一分不差" in found.told.sentence


def every(kinds: Iterator[str] | set[str]) -> Iterator[tuple[str, Made, CheckBill]]:
    for kind in sorted(kinds):
        for made in bills(kind, EACH):
            yield kind, made, check(made, made.payments)


def test_our_own_rounding_is_found_again() -> None:
    hits = Counter(right(made, found) for _, made, found in every(OWN))
    assert hits[True] >= 0.98 * hits.total()


def test_other_roundings_are_found_again_and_hardly_ever_sworn_to_falsely() -> None:
    hits: Counter[bool] = Counter()
    false = 0
    for kind, made, found in every(KINDS.keys() - OWN):
        good = right(made, found)
        if kind not in OPEN:
            hits[good] += 1
        false += sworn(found) and not good
    assert hits[True] >= 0.88 * hits.total()
    assert false <= 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_answer_rebuilds_what_it_explains(kind: str) -> None:
    for made in bills(kind, 2, seed=7):
        if not made.single:
            found = check(made, made.payments)
            again = rebuild(
                terms(made, found), str(found.remainder), str(found.rounding)
            )
            assert again == [Fraction(row.explained) for row in found.rows]


def test_one_wrong_period_is_named() -> None:
    named: Counter[bool] = Counter()
    for place, kind in enumerate(sorted(KINDS)):
        for made in bills(kind, 2, seed=3):
            if made.single:
                continue
            wrong = (place * 5 + 1) % made.periods or 1
            payments = list(made.payments)
            payments[wrong] += Fraction(27)
            found = check(made, payments)
            odd = [(row.period, row.difference) for row in found.odd_periods]
            named[odd == [(wrong + 1, Decimal(27))]] += 1
    assert named[True] >= 0.95 * named.total()


@pytest.mark.parametrize(("periods", "times"), [(60, 1), (61, 0)])
def test_days_are_counted_for_five_years(periods: int, times: int) -> None:
    amount, daily = Fraction(12000), Fraction(12, 36500)
    rates = [daily * days for days in days_from(0, periods)]
    bill = falling(amount, shares(amount, periods, down, "last"), rates, half_up)
    made = Made("", amount, periods, bill, "equal_principal", "12", "annual", 365)
    assert check(made, bill).told.sentence.count("实际天数") == times
