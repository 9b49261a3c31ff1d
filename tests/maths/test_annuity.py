"""The level payment against published figures and the field's identities."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.maths.annuity import level_payment
from calc.money import half_up

money = st.decimals("0.01", 100_000_000, places=2)
rates = st.decimals(0, "0.84", places=6)  # up to 1000 % a year
terms = st.integers(1, 600)


@pytest.mark.parametrize(
    ("principal", "rate", "periods", "payment"),
    [
        pytest.param("1200000", "0.1/12", 12, "105499.06", id="1.2 million at 10 %"),
        pytest.param("200000", "0.12/12", 12, "17769.76", id="200000 at 12 %"),
        pytest.param("10000", "0.006/1", 12, "866.19", id="0.6 % a month"),
        pytest.param("4999", "0.18/12", 12, "458.31", id="4999 at 18 %"),
        pytest.param("1200", "0/12", 12, "100.00", id="free of interest"),
        pytest.param("1000", "0.05/1", 1, "1050.00", id="one period"),
    ],
)
def test_published_payments(
    principal: str, rate: str, periods: int, payment: str
) -> None:
    annual, per_year = (Decimal(part) for part in rate.split("/"))
    exact = level_payment(Decimal(principal), annual / per_year, periods)
    assert half_up(exact) == Decimal(payment)


@given(money, rates, terms)
def test_payments_repay_the_principal_with_interest(
    principal: Decimal, rate: Decimal, periods: int
) -> None:
    payment = level_payment(principal, rate, periods)
    balance = principal
    for _ in range(periods):
        balance += balance * rate - payment
    # An error in the 28th digit of the payment grows with the balance it leaves.
    assert abs(balance) <= payment * periods * (1 + rate) ** periods * Decimal("1e-25")


@given(money, rates, st.decimals("0.000001", "0.1", places=6), terms)
def test_a_higher_rate_never_costs_less(
    principal: Decimal, rate: Decimal, more: Decimal, periods: int
) -> None:
    lower = level_payment(principal, rate, periods)
    higher = level_payment(principal, rate + more, periods)
    assert higher * (1 + Decimal("1e-27")) >= lower


@given(money, terms)
def test_a_rate_near_zero_meets_the_even_split(principal: Decimal, terms: int) -> None:
    payment = level_payment(principal, Decimal("1e-50"), terms)
    assert abs(payment * terms - principal) <= principal * Decimal("1e-25")
