"""Due dates keep their day; days are counted without the last."""

from calendar import monthrange
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.maths.days import add_months, days_between, due_dates


@pytest.mark.parametrize(
    ("first", "later"),
    [
        pytest.param(
            "2023-01-31",
            ["2023-02-28", "2023-03-31", "2023-04-30"],
            id="Stripe: billing cycle anchored to 31 January",
        ),
        pytest.param("2024-01-29", ["2024-02-29", "2024-03-29"], id="leap day"),
        pytest.param("2011-01-30", ["2011-02-28", "2011-03-30"], id="30th"),
        pytest.param(
            "2023-11-30",
            ["2023-12-30", "2024-01-30", "2024-02-29", "2024-03-30"],
            id="across a year and a leap February",
        ),
        pytest.param(
            "2020-10-01", ["2020-11-01", "2020-12-01", "2021-01-01"], id="1st"
        ),
    ],
)
def test_published_due_dates(first: str, later: list[str]) -> None:
    dates = due_dates(date.fromisoformat(first), len(later) + 1)
    assert [day.isoformat() for day in dates] == [first, *later]


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(1, 600))
def test_due_dates_never_drift(first: date, count: int) -> None:
    dates = due_dates(first, count)
    for day in dates:
        assert day.day == min(first.day, monthrange(day.year, day.month)[1])
    for earlier, later in pairwise(dates):
        assert 28 <= days_between(earlier, later) <= 31
        assert (later.month - earlier.month) % 12 == 1


def test_months_count_backwards_too() -> None:
    assert add_months(date(2026, 1, 31), -2) == date(2025, 11, 30)


@pytest.mark.parametrize(
    ("anchor", "months"), [(date(9999, 12, 31), 1), (date(1, 1, 1), -1)]
)
def test_a_date_beyond_the_calendar_is_refused(anchor: date, months: int) -> None:
    with pytest.raises(OverflowError, match="no date in the year"):
        add_months(anchor, months)


def test_the_last_month_of_the_calendar_is_reached() -> None:
    assert add_months(date(9999, 11, 30), 1) == date(9999, 12, 30)


@pytest.mark.parametrize(
    ("due", "paid", "days"),
    [
        ("2026-10-10", "2026-10-11", 1),
        ("2015-03-30", "2015-04-23", 24),  # a bank's worked example of card interest
        ("2024-02-28", "2024-03-01", 2),
        ("2026-10-10", "2026-10-10", 0),
        ("2026-10-10", "2026-10-09", -1),
    ],
)
def test_days_leave_out_the_last(due: str, paid: str, days: int) -> None:
    assert days_between(date.fromisoformat(due), date.fromisoformat(paid)) == days
