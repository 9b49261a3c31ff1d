"""我每月能还多少: the three belong together, and numpy-financial agrees."""

from decimal import Decimal

import numpy_financial as npf
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calc import what_fits
from calc.calculators.plan import RateUnit
from calc.calculators.what_fits import Solve
from calc.maths.annuity import level_payment
from calc.model.errors import InputErrors
from calc.money import CENT, half_up

AMOUNTS = st.decimals(100, 10**6, places=2)
RATES = st.decimals(0, 36, places=2)
ABOVE_ZERO = st.decimals("0.01", 36, places=2)
TERMS = st.integers(1, 120)


@given(AMOUNTS, TERMS, RATES)
def test_the_payment_clears_the_amount(amount: Decimal, n: int, rate: Decimal) -> None:
    fits = what_fits(solve=Solve.PAYMENT, amount=amount, periods=n, rate=rate)
    oracle = -npf.pmt(float(rate) / 1200, n, float(amount))
    assert n == 1 or abs(fits.payment - Decimal(oracle)) <= Decimal("0.0051")
    paid = fits.payment * (n - 1) + fits.last_payment
    assert abs(paid - amount - fits.total_cost) <= CENT * n


@given(AMOUNTS, st.integers(2, 120), RATES)
def test_the_term_comes_back_from_the_payment(
    amount: Decimal, n: int, rate: Decimal
) -> None:
    asked = what_fits(solve=Solve.PAYMENT, amount=amount, periods=n, rate=rate)
    # half a 分 of each payment and half of its interest, and what they bear until the end
    most = CENT * sum((1 + rate / 1200) ** k for k in range(n + 1))
    assume(asked.payment > most)
    back = what_fits(amount=amount, payment=asked.payment, rate=rate)
    assert back.periods in {n, n + 1}
    assert back.periods == n or back.last_payment <= most


@given(st.decimals(10, 10**4, places=2), TERMS, ABOVE_ZERO)
def test_the_amount_is_the_largest_that_fits(
    payment: Decimal, n: int, rate: Decimal
) -> None:
    fits = what_fits(solve=Solve.AMOUNT, payment=payment, periods=n, rate=rate)
    monthly = rate / 1200
    assert half_up(level_payment(fits.amount, monthly, n)) <= payment
    assert half_up(level_payment(fits.amount + CENT, monthly, n)) > payment
    oracle = -npf.pv(float(monthly), n, float(payment))
    assert abs(float(fits.amount) - oracle) <= 0.01 * n + 0.01


@pytest.mark.parametrize(
    ("payment", "words"),
    [
        ("74", "第一个月的利息就有 74.99 元，这样还永远还不完"),
        ("74.99", "永远还不完；每月至少还 75.00 元"),
    ],
)
def test_what_never_ends_says_the_least_that_does(payment: str, words: str) -> None:
    with pytest.raises(InputErrors) as caught:
        what_fits(amount=Decimal(4999), payment=Decimal(payment))
    assert words in caught.value.errors["payment"]
    assert what_fits(amount=Decimal(4999), payment=Decimal(75)).periods <= 600


def test_half_a_thousand_a_month() -> None:
    fits = what_fits()
    assert (fits.periods, fits.payment, fits.last_payment) == (
        11,
        Decimal("500.00"),
        Decimal("456.93"),
    )
    assert fits.told.sentence.startswith("4,999.00 元，每月还 500.00 元，11 期还清")


def test_a_monthly_rate() -> None:
    annual = what_fits(rate=Decimal(18))
    monthly = what_fits(rate=Decimal("1.5"), rate_unit=RateUnit.MONTHLY)
    assert (annual.periods, annual.total_cost) == (monthly.periods, monthly.total_cost)


def test_an_amount_above_the_most_is_refused() -> None:
    with pytest.raises(InputErrors) as caught:
        what_fits(solve=Solve.AMOUNT, payment=Decimal(100_000_000), periods=12)
    assert "100,000,000 元之间" in caught.value.errors["payment"]
