"""Rounding, splitting, and one arithmetic whatever the caller's context."""

from decimal import ROUND_UP, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.maths.annuity import level_payment
from calc.maths.context import precise
from calc.maths.rates import effective_annual, periodic_rate
from calc.money import CENT, Remainder, half_up, spelled, split_evenly, term, yuan

money = st.decimals("0.01", 100_000_000, places=2)


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        ("224.925", "224.93"),  # 2999 at 7.5 %: half-even would give .92
        ("224.9249999", "224.92"),
        ("-0.005", "-0.01"),
        ("-0.004", "0.00"),
        ("7", "7.00"),
    ],
)
def test_a_tie_goes_away_from_zero(amount: str, rounded: str) -> None:
    assert str(half_up(Decimal(amount))) == rounded


@given(st.integers(0, 99_999), st.sampled_from([7, 11, 13, 17, 19, 23]))
def test_a_tie_survives_a_yearly_rate_divided_by_twelve(tie: int, rate: int) -> None:
    """600 · (2k + 1) 分 at r % a year is r · (k + ½) 分 a month, a tie for odd r."""
    balance = Decimal(6 * (2 * tie + 1))
    monthly = precise(lambda: Decimal(rate) / 100 / 12)()
    interest = precise(lambda: balance * monthly)()
    assert half_up(interest) * 200 == rate * (2 * tie + 1) + 1


@pytest.mark.parametrize(
    ("total", "parts", "share", "taker"),
    [
        ("2999", 12, "249.91", "249.99"),
        ("10000", 3, "3333.33", "3333.34"),
        ("250.00", 3, "83.33", "83.34"),
        ("6000", 12, "500.00", "500.00"),
        ("0.01", 600, "0.00", "0.01"),
        ("5", 1, None, "5"),
    ],
)
def test_published_splits(
    total: str, parts: int, share: str | None, taker: str
) -> None:
    shares = [] if share is None else [Decimal(share)] * (parts - 1)
    one = Decimal(taker)
    first = split_evenly(Decimal(total), parts, Remainder.FIRST)
    last = split_evenly(Decimal(total), parts, Remainder.LAST)
    assert first == [one, *shares]
    assert last == [*shares, one]


@given(money, st.integers(1, 600), st.sampled_from(Remainder))
def test_shares_add_up_and_stay_close(
    total: Decimal, parts: int, remainder: Remainder
) -> None:
    shares = split_evenly(total, parts, remainder)
    assert len(shares) == parts
    assert sum(shares) == total
    assert max(shares) - min(shares) < parts * CENT
    assert all(share == share.quantize(CENT) for share in shares)


def test_the_callers_context_changes_nothing() -> None:
    flows = [Decimal(10_000), *[Decimal("-893.33")] * 12]

    def answers() -> list[str]:
        periodic = periodic_rate(flows)
        return [
            str(half_up(Decimal("123456.785"))),
            str(split_evenly(Decimal(2999), 12, Remainder.FIRST)),
            str(level_payment(Decimal(4999), Decimal("0.015"), 12)),
            str(periodic),
            str(effective_annual(periodic)),
        ]

    ordinary = answers()
    with localcontext(prec=3, rounding=ROUND_UP):
        assert answers() == ordinary


@pytest.mark.parametrize(
    ("least", "printed"),
    [(0, ("33.333333", "=")), (8, ("33.33333333", "=")), (99, ("33.333333", "≈"))],
)
def test_a_rate_is_spelled_with_the_digits_that_hold(
    least: int, printed: tuple[str, str]
) -> None:
    def holds(digits: Decimal) -> bool:
        return len(str(digits).partition(".")[2]) >= least

    digits, equals = spelled(Decimal(100) / 3, holds)
    assert (str(digits), equals) == printed


@pytest.mark.parametrize(
    ("amount", "term_", "yuan_"),
    [
        ("1234.5", "1,234.50", "1,234.50"),
        ("-0.004", "0.00", "0.00"),
        ("-2", "(-2.00)", "-2.00"),
    ],
)
def test_amounts_as_people_read_them(amount: str, term_: str, yuan_: str) -> None:
    assert term(half_up(Decimal(amount))) == term_
    assert yuan(Decimal(amount)) == yuan_


def test_a_tie_that_forty_digits_just_miss_is_a_tie() -> None:
    assert half_up(Decimal("0.03" + "4" + "9" * 36)) == Decimal("0.04")
    assert half_up(Decimal("0.0349999999")) == Decimal("0.03")
