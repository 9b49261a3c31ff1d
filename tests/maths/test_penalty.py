"""Overdue charges against the published examples."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.maths.days import DayBasis
from calc.maths.penalty import (
    GraceMode,
    Rounding,
    card_interest,
    charged_days,
    late_charge,
    penalty_daily_rate,
    penalty_interest,
)

HALF_PER_MILLE = Decimal("0.0005")


@pytest.mark.parametrize(
    ("overdue", "grace", "retroactive", "deducted"),
    [
        (-2, 0, 0, 0),
        (0, 0, 0, 0),
        (1, 0, 1, 1),
        (3, 3, 0, 0),
        (4, 3, 4, 1),  # due on the 10th, grace 11-13: counted from the 14th
        (-1, 3, 0, 0),
    ],
)
def test_grace_days(overdue: int, grace: int, retroactive: int, deducted: int) -> None:
    assert charged_days(overdue, grace, GraceMode.RETROACTIVE) == retroactive
    assert charged_days(overdue, grace, GraceMode.DEDUCT) == deducted


@pytest.mark.parametrize(
    ("amount", "days", "charge"),
    [
        pytest.param("5000", 1, "2.50", id="花呗 5000, one day"),
        pytest.param("12000", 33, "198.00", id="花呗 12000, 33 days"),
        pytest.param("900", 2, "0.90", id="白条 1000 less 100, two days"),
    ],
)
@pytest.mark.parametrize("rounding", Rounding)
def test_published_daily_charges(
    amount: str, days: int, charge: str, rounding: Rounding
) -> None:
    owed = penalty_interest(Decimal(amount), HALF_PER_MILLE, days, rounding)
    assert str(owed) == charge


@pytest.mark.parametrize(
    ("amount", "annual", "days", "charge"),
    [
        pytest.param("3000", "0.08", 10, "6.58", id="Shopee SLoan"),
        pytest.param("500000", "0.146", 10, "2000.00", id="Cretatsu"),
        pytest.param("10000", "0.1825", 120, "600.00", id="MoneyYukti"),
    ],
)
def test_published_annual_penalties(
    amount: str, annual: str, days: int, charge: str
) -> None:
    daily = penalty_daily_rate(Decimal(annual), Decimal(0), DayBasis.D365)
    assert penalty_interest(Decimal(amount), daily, days, Rounding.TOTAL) == Decimal(
        charge
    )


@pytest.mark.parametrize(
    ("day_basis", "charge"), [(DayBasis.D360, "3.75"), (DayBasis.D365, "3.70")]
)
def test_half_as_much_again_on_a_loan(day_basis: DayBasis, charge: str) -> None:
    daily = penalty_daily_rate(Decimal("0.18"), Decimal("0.5"), day_basis)
    owed = penalty_interest(Decimal(500), daily, 10, Rounding.TOTAL)
    assert owed == Decimal(charge)


def test_rounding_each_day_differs_from_rounding_once() -> None:
    amount = Decimal(1234)  # 0.617 a day
    daily = penalty_interest(amount, HALF_PER_MILLE, 10, Rounding.DAILY)
    total = penalty_interest(amount, HALF_PER_MILLE, 10, Rounding.TOTAL)
    assert (daily, total) == (Decimal("6.20"), Decimal("6.17"))


@pytest.mark.parametrize(
    ("amount", "days", "charge"),
    [("100", 1, "10.00"), ("100", 0, "0.00"), ("100", -3, "0.00"), ("0", 5, "0.00")],
)
def test_a_minimum_needs_something_overdue(amount: str, days: int, charge: str) -> None:
    owed = penalty_interest(
        Decimal(amount), HALF_PER_MILLE, days, Rounding.TOTAL, Decimal(10)
    )
    assert owed == Decimal(charge)


@given(
    st.decimals("0.01", 1_000_000, places=2),
    st.decimals(0, "0.01", places=6),
    st.integers(0, 1000),
    st.sampled_from(Rounding),
)
def test_a_longer_delay_never_costs_less(
    amount: Decimal, rate: Decimal, days: int, rounding: Rounding
) -> None:
    owed = penalty_interest(amount, rate, days, rounding)
    assert penalty_interest(amount, rate, days + 1, rounding) >= owed >= 0


@pytest.mark.parametrize(
    ("segments", "interest"),
    [
        pytest.param([(1000, 32), (900, 10)], "20.50", id="中信 1000, 100 paid late"),
        pytest.param([(1000, 24), (900, 13)], "17.85", id="招行 1000, 100 paid"),
        pytest.param([], "0.00", id="nothing owed"),
    ],
)
def test_published_card_interest(
    segments: list[tuple[int, int]], interest: str
) -> None:
    owed = [(Decimal(balance), days) for balance, days in segments]
    assert card_interest(owed, HALF_PER_MILLE) == Decimal(interest)


@pytest.mark.parametrize(
    ("unpaid", "floor", "cap", "fee"),
    [
        pytest.param(700, 0, None, "35.00", id="minimum 1000, paid 300"),
        pytest.param(300, 0, None, "15.00", id="minimum 500, paid 200"),
        pytest.param(100, 0, None, "5.00", id="minimum 200, paid 100"),
        pytest.param(1000, 10, None, "50.00", id="above the floor"),
        pytest.param(100, 10, None, "10.00", id="招行 floor of 10"),
        pytest.param(20_000, 0, 500, "500.00", id="工行 cap of 500"),
        pytest.param(20_000, 0, 2000, "1000.00", id="below the cap"),
        pytest.param(0, 10, None, "0.00", id="the minimum was paid"),
        pytest.param(-50, 10, None, "0.00", id="more than the minimum was paid"),
    ],
)
def test_late_fees(unpaid: int, floor: int, cap: int | None, fee: str) -> None:
    most = None if cap is None else Decimal(cap)
    charged = late_charge(Decimal(unpaid), Decimal("0.05"), Decimal(floor), most)
    assert charged == Decimal(fee)


def test_a_late_charge_is_rounded_half_up() -> None:
    charged = late_charge(Decimal("333.30"), Decimal("0.05"), Decimal(0), None)
    assert charged == Decimal("16.67")  # 16.665
