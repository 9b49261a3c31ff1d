"""Overdue charges: published examples, presets, grace and rounding."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from calc.calculators import ALL

CALCULATOR = ALL["late-fee"]
LOAN = {
    "overdue_amount": "500",
    "due_date": "2026-10-10",
    "paid_date": "2026-10-20",
    "rate_kind": "contract",
    "annual_rate": "18",
}


def outputs(**answers: str) -> dict[str, Any]:
    return CALCULATOR.answer(answers).outputs


@pytest.mark.parametrize(
    ("amount", "days", "charge"),
    [("5000", 1, "2.50"), ("12000", 33, "198.00"), ("900", 2, "0.90")],
)
def test_published_daily_charges(amount: str, days: int, charge: str) -> None:
    found = outputs(
        preset="huabei-overdue",
        overdue_amount=amount,
        due_date="2026-10-04",
        paid_date=str(date(2026, 10, 4) + timedelta(days=days)),
    )
    assert found["overdue_days"] == str(days)
    assert found["charge"] == charge


@pytest.mark.parametrize(("basis", "charge"), [("360", "3.75"), ("365", "3.70")])
def test_penalty_interest_on_a_loan(basis: str, charge: str) -> None:
    found = outputs(**LOAN, markup="50", day_basis=basis)
    assert found["charge"] == charge
    assert found["total_due"] == str(500 + Decimal(charge))


@pytest.mark.parametrize(
    ("amount", "rate", "days", "charge"),
    [
        ("3000", "8", "10", "6.58"),  # Shopee SLoan
        ("500000", "14.6", "10", "2000.00"),  # cretatsu
        ("10000", "18.25", "28", "140.00"),  # moneyyukti: 5 a day
    ],
)
def test_published_overdue_interest(
    amount: str, rate: str, days: str, charge: str
) -> None:
    found = outputs(
        overdue_amount=amount,
        due_date="2026-10-01",
        paid_date=f"2026-10-{1 + int(days):02}",
        rate_kind="contract",
        annual_rate=rate,
        markup="0",
        day_basis="365",
    )
    assert found["charge"] == charge


def test_where_it_is_rounded_shows() -> None:
    week = {"overdue_amount": "458.31", "daily_rate": "0.05"}
    assert outputs(**week, rounding="daily")["charge"] == "1.61"  # 7 x 0.23
    assert outputs(**week, rounding="total")["charge"] == "1.60"


@pytest.mark.parametrize(
    ("paid", "mode", "charge"),
    [
        ("2026-10-13", "retroactive", "0.00"),
        ("2026-10-13", "deduct", "0.00"),
        ("2026-10-14", "retroactive", "10.00"),
        ("2026-10-14", "deduct", "2.50"),
    ],
)
def test_grace_days(paid: str, mode: str, charge: str) -> None:
    found = outputs(
        overdue_amount="5000",
        due_date="2026-10-10",
        paid_date=paid,
        grace_days="3",
        grace_mode=mode,
    )
    assert found["charge"] == charge


def test_paid_on_time_costs_nothing_even_with_a_minimum() -> None:
    found = CALCULATOR.answer(
        {"due_date": "2026-10-10", "paid_date": "2026-10-10", "minimum_charge": "5"}
    )
    assert (found.result.overdue_days, found.result.charge) == (0, 0)
    assert "不算逾期" in found.told.sentence


def test_a_minimum_lifts_a_small_charge() -> None:
    assert outputs(overdue_amount="10", minimum_charge="5")["charge"] == "5.00"


def test_rows_grow_with_the_days_and_hold_the_day_asked_for() -> None:
    found = outputs(overdue_amount="5000", paid_date="2026-10-12")
    days = [int(row["days"]) for row in found["rows"]]
    charges = [Decimal(row["charge"]) for row in found["rows"]]
    assert 2 in days
    assert charges == sorted(charges)
    assert found["rows"][days.index(2)]["charge"] == found["charge"]


@pytest.mark.parametrize("rounding", ["daily", "total"])
def test_a_least_charge_a_day_counts_every_day(rounding: str) -> None:
    small = {"overdue_amount": "5", "minimum_per_day": "0.01", "rounding": rounding}
    assert outputs(**small)["charge"] == "0.07"
    assert outputs(**small, minimum_charge="1")["charge"] == "1.00"
    steps = CALCULATOR.answer(small).told.steps
    assert "不到每天最低 0.01 元" in steps[2]
    assert steps[3] == "0.01 × 7 天 = 0.07 元。"


def test_rows_are_the_stages_of_a_delay() -> None:
    rows = outputs()["rows"]
    assert [row["days"] for row in rows] == ["0", "1", "3", "7", "30", "90"]
    assert rows[0]["charge"] == "0.00"


def test_the_other_rounding_is_said_when_it_differs() -> None:
    told = CALCULATOR.answer({"rounding": "daily"}).told
    assert told.steps[-1].endswith("全部天数算完再四舍五入到分的，是 1.60 元。")
    same = CALCULATOR.answer({"overdue_amount": "5000"}).told
    assert same.steps[-1] == "四舍五入：全部天数算完再四舍五入到分。"


@pytest.mark.parametrize(
    ("field", "answers"),
    [
        ("daily_rate", {"daily_rate": "18"}),
        ("annual_rate", {"rate_kind": "contract", "annual_rate": "0.05"}),
        ("annual_rate", {"rate_kind": "contract", "annual_rate": "180"}),
        ("markup", {"rate_kind": "contract", "markup": "1.5"}),
        ("markup", {"rate_kind": "contract", "markup": "150"}),
        ("paid_date", {"paid_date": "2026-10-01"}),
        ("paid_date", {"paid_date": "2036-10-10"}),
        ("grace_days", {"grace_days": "30"}),
        ("minimum_charge", {"minimum_charge": "500"}),
        ("minimum_per_day", {"minimum_per_day": "500"}),
    ],
)
def test_what_is_unlikely_is_asked_and_still_answered(
    field: str, answers: dict[str, str]
) -> None:
    found = CALCULATOR.answer(answers)
    assert list(found.told.questions) == [field]
    assert "？" in found.told.questions[field]
    assert not CALCULATOR.answer({}).told.questions
