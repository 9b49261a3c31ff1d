"""A day is read in the ways people write it, or the sentence says what is wrong."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.reading.days import last_such_day, next_such_day, read_day
from calc.reading.plain import Unreadable


@pytest.mark.parametrize(
    "text",
    [
        *("2026-10-01", "2026/10/1", "2026.10.1", "20261001", "2026年10月1日"),
        *("2026年10月1号", "26年10月1日", "２０２６－１０－０１", "2026 年 10 月 1 日"),
        *("2026-10-01 00:00:00", "2026/10/1 9:30", "2026-10-01T08:00:00.000"),
    ],
)
def test_days(text: str) -> None:
    assert read_day(text) == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        *(
            (text, "")
            for text in ("", "2026", "202612", "2026112", "十月一日", "1/2/26")
        ),
        ("0000-01-01", ""),
        ("2026-02-30", "写错了，2 月没有 30 日"),
        ("2026-02-29", "写错了，2026 年 2 月没有 29 日"),
        ("2026-04-31", "写错了，4 月没有 31 日"),
        ("2026-13-01", "写错了，没有 13 月"),
        ("2026-00-10", "写错了，没有 0 月"),
        ("10月20日", "没有写是哪一年，例如写成 2026-10-10"),
        ("2月30日", "写错了，2 月没有 30 日"),
        ("明天", "要写成年月日，例如 2026-10-10"),
    ],
)
def test_not_days(text: str, clause: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_day(text)
    assert str(caught.value) == clause


@pytest.mark.parametrize(
    ("text", "following", "last"),
    [
        ("10月20日", date(2027, 10, 20), date(2026, 10, 20)),
        ("10/20", date(2027, 10, 20), date(2026, 10, 20)),
        ("11月1号", date(2026, 11, 1), date(2026, 11, 1)),
        ("12-05", date(2026, 12, 5), date(2025, 12, 5)),
        ("2月29日", date(2028, 2, 29), date(2024, 2, 29)),
        ("明天", date(2026, 11, 2), date(2026, 11, 2)),
        ("昨天", date(2026, 10, 31), date(2026, 10, 31)),
    ],
)
def test_a_day_without_a_year_is_the_nearest_on_its_side(
    text: str, following: date, last: date
) -> None:
    today = date(2026, 11, 1)
    assert next_such_day(text, today) == following
    assert last_such_day(text, today) == last


@pytest.mark.parametrize("text", ["", "2026-10-20", "13月1日", "2月30日", "后年"])
def test_other_texts_are_no_day_without_a_year(text: str) -> None:
    assert next_such_day(text, date(2026, 11, 1)) is None


@given(st.dates(date(1000, 1, 1), date(9990, 1, 1)), st.dates(date(1, 1, 1)))
def test_the_next_such_day_is_within_eight_years(today: date, day: date) -> None:
    found = next_such_day(f"{day.month}月{day.day}日", today)
    assert found is not None
    assert (found.month, found.day) == (day.month, day.day)
    assert 0 <= (found - today).days <= 8 * 366


@given(st.text(max_size=40) | st.text("0123456789-/.年月日号: T", max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(Unreadable):
        assert isinstance(read_day(text), date)
