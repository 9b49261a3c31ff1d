"""What people paste is read; what is not a number or a day is not."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.model.reading import plain, read_day, read_number

YUAN = "元 块"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4999", "4999"),
        ("４９９９", "4999"),
        ("4,999元", "4999"),
        ("4，999.50 元", "4999.50"),
        ("¥ 4 999", "4999"),
        ("￥4999", "4999"),
        ("1.2万", "12000"),
        ("1.2万元", "12000"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("+3", "3"),
        (".5", "0.5"),
        ("5.", "5"),
        ("-0", "0"),
        ("\u202e4999\u200b", "4999"),
    ],
)
def test_numbers(text: str, number: str) -> None:
    assert read_number(text, YUAN) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "元",
        "万",
        "1e3",
        "NaN",
        "Infinity",
        "0x10",
        "1_000",
        "1.2.3",
        "1-2",
        "١٢",
        "一千",
    ],
)
def test_not_numbers(text: str) -> None:
    assert read_number(text, YUAN) is None


def test_a_number_is_at_most_forty_characters() -> None:
    assert read_number("1" * 40, "") == Decimal("1" * 40)
    assert read_number("1" * 41, "") is None


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-01",
        "2026/10/1",
        "2026.10.1",
        "20261001",
        "2026年10月1日",
        "２０２６－１０－０１",
    ],
)
def test_days(text: str) -> None:
    assert read_day(text) == date(2026, 10, 1)


@pytest.mark.parametrize(
    "text",
    ["", "2026", "10-01", "2026-02-29", "2026-13-01", "2026-00-10", "0000-01-01"],
)
def test_not_days(text: str) -> None:
    assert read_day(text) is None


@given(st.text())
def test_plain_text_has_no_control_or_format_characters(text: str) -> None:
    clean = plain(text)
    assert not set(clean) & set("\x00\x07\r\n\u200b\u202a\u202e\u2066\ufeff\ud800")
    assert plain(clean) == clean


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    number = read_number(text, YUAN)
    assert number is None or number.is_finite()
    assert read_day(text) is None or read_number(text, YUAN) != Decimal("NaN")
