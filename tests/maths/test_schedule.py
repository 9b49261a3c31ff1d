"""Schedules: published rows, and what holds for every row."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from calc.maths.annuity import level_payment
from calc.maths.schedule import (
    Row,
    equal_principal_schedule,
    flat_fee_schedule,
    interest_only_schedule,
    level_payment_schedule,
)
from calc.money import CENT, Remainder, half_up, split_evenly

type Method = Callable[[Decimal, int, Decimal, Remainder], list[Row]]


def flat_fee(amount: Decimal, periods: int, rate: Decimal, end: Remainder) -> list[Row]:
    fees = split_evenly(half_up(amount * rate * periods), periods, end)
    return flat_fee_schedule(amount, periods, fees, end)


def interest_only(amount: Decimal, periods: int, rate: Decimal, _: object) -> list[Row]:
    return interest_only_schedule(amount, periods, rate)


METHODS: dict[str, Method] = {
    "level payment": level_payment_schedule,
    "equal principal": equal_principal_schedule,
    "flat fee": flat_fee,
    "interest only": interest_only,
}
every_method = pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
amounts = st.decimals("0.01", 100_000_000, places=2)
terms = st.integers(1, 600)
rates = st.decimals(0, "0.84", places=6)  # up to 1000 % a year
ends = st.sampled_from(Remainder)


def cost(rows: list[Row]) -> Decimal:
    return sum((row.interest + row.fee for row in rows), Decimal(0))


def test_level_payment_of_4999_at_18_percent() -> None:
    rows = level_payment_schedule(Decimal(4999), 12, Decimal("0.015"))
    assert rows[0] == Row(
        1,
        payment=Decimal("458.31"),
        principal=Decimal("383.32"),
        interest=Decimal("74.99"),
        fee=Decimal(0),
        balance=Decimal("4615.68"),
    )
    assert [row.payment for row in rows] == [Decimal("458.31")] * 12
    assert cost(rows) == Decimal("500.72")


def test_level_payment_of_200000_at_12_percent() -> None:
    rows = level_payment_schedule(Decimal(200_000), 12, Decimal("0.01"))
    assert rows[0].payment == Decimal("17769.76")
    assert rows[0].payment * 12 - 200_000 == Decimal("13237.12")  # as published
    # The last payment gives back what rounding up took: 13237.09 when exact.
    assert abs(cost(rows) - Decimal("13237.09")) <= CENT


def test_equal_principal_of_4999_at_18_percent() -> None:
    rows = equal_principal_schedule(Decimal(4999), 12, Decimal("0.015"), Remainder.LAST)
    principals = [row.principal for row in rows]
    assert principals == [*[Decimal("416.58")] * 11, Decimal("416.62")]
    assert cost(rows) == Decimal("487.42")


@pytest.mark.parametrize(
    ("amount", "periods", "rate", "first", "later"),
    [
        pytest.param(6000, 12, "0.088", "544.00", "544.00", id="8.8 % in 12"),
        pytest.param(10_000, 3, "0.025", "3416.68", "3416.66", id="2.5 % in 3"),
        pytest.param(2999, 12, "0.075", "268.78", "268.65", id="7.5 % in 12"),
    ],
)
def test_published_flat_fees(
    amount: int, periods: int, rate: str, first: str, later: str
) -> None:
    total_fee = half_up(amount * Decimal(rate))
    fees = split_evenly(total_fee, periods, Remainder.FIRST)
    rows = flat_fee_schedule(Decimal(amount), periods, fees, Remainder.FIRST)
    assert rows[0].payment == Decimal(first)
    assert {row.payment for row in rows[1:]} == {Decimal(later)}
    assert cost(rows) == total_fee


def test_a_fee_charged_at_once() -> None:  # a bank's 4000 in 12 at 0.66 % a period
    fees = [Decimal("316.80"), *[Decimal(0)] * 11]
    rows = flat_fee_schedule(Decimal(4000), 12, fees, Remainder.LAST)
    assert rows[0].payment == Decimal("650.13")
    assert rows[1].payment == Decimal("333.33")


def test_a_fee_is_given_for_each_period() -> None:
    with pytest.raises(ValueError, match="shorter"):
        flat_fee_schedule(Decimal(100), 3, [Decimal(1)] * 2, Remainder.LAST)


def test_interest_only_repays_at_the_end() -> None:
    rows = interest_only_schedule(Decimal(10_000), 3, Decimal("0.01"))
    assert [row.payment for row in rows] == [100, 100, 10_100]
    assert [row.balance for row in rows] == [10_000, 10_000, 0]


def test_a_tiny_loan_is_paid_off_early() -> None:
    rows = level_payment_schedule(Decimal("0.05"), 9, Decimal("0.001"))
    assert [row.balance for row in rows] == [
        *map(Decimal, ["0.04", "0.03", "0.02", "0.01"]),
        *[0] * 5,
    ]
    assert [row.payment for row in rows[5:]] == [0] * 4


def test_a_payment_short_of_the_interest_repays_nothing() -> None:
    # Interest 0.005 rounds up to 0.01, the level payment just below it down to 0.
    rows = level_payment_schedule(Decimal("0.01"), 600, Decimal("0.5"))
    assert {row.principal for row in rows[:-1]} == {Decimal(0)}
    assert rows[-1].principal == Decimal("0.01")


@every_method
@given(amount=amounts, periods=terms, rate=rates, end=ends)
@example(amount=Decimal("0.01"), periods=600, rate=Decimal("0.5"), end=Remainder.LAST)
@settings(max_examples=40)
def test_every_row_adds_up(
    method: Method, amount: Decimal, periods: int, rate: Decimal, end: Remainder
) -> None:
    rows = method(amount, periods, rate, end)
    balance = amount
    for period, row in enumerate(rows, 1):
        assert row.period == period
        assert 0 <= row.principal <= balance
        assert row.interest >= 0
        assert row.fee >= 0
        assert row.payment == row.principal + row.interest + row.fee
        balance -= row.principal
        assert row.balance == balance
    assert len(rows) == periods
    assert balance == 0
    assert sum(row.payment for row in rows) == amount + cost(rows)
    assert all(row.payment == row.payment.quantize(CENT) for row in rows)


@pytest.mark.parametrize("method", [equal_principal_schedule, flat_fee, interest_only])
@given(amount=amounts, periods=terms, rate=rates, more=rates)
@settings(max_examples=40)
def test_a_higher_rate_never_costs_less(
    method: Method, amount: Decimal, periods: int, rate: Decimal, more: Decimal
) -> None:
    lower = cost(method(amount, periods, rate, Remainder.LAST))
    assert cost(method(amount, periods, rate + more, Remainder.LAST)) >= lower


@given(amounts, terms, st.decimals("0.0001", "0.84", places=6))
def test_level_payments_cost_what_the_formula_says(
    amount: Decimal, periods: int, rate: Decimal
) -> None:
    exact = level_payment(amount, rate, periods) * periods - amount
    rounded = cost(level_payment_schedule(amount, periods, rate))
    # Half a 分 of the payment and half of the interest go astray each period, and
    # what has gone astray bears interest.
    astray = ((1 + rate) ** periods - 1) / rate
    assert abs(rounded - exact) <= CENT * (periods + astray)


@every_method
@given(amount=amounts, periods=terms, end=ends)
@settings(max_examples=40)
def test_rate_zero_is_interest_free(
    method: Method, amount: Decimal, periods: int, end: Remainder
) -> None:
    rows = method(amount, periods, Decimal(0), end)
    assert cost(rows) == 0
    if method is not interest_only:
        free = flat_fee_schedule(amount, periods, [Decimal(0)] * periods, end)
        assert rows == free
