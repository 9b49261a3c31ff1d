"""A number as people write it is read whole; what is not one number is refused."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.reading.numbers import read_number, read_percent
from calc.reading.plain import Unreadable

YUAN = "元 块 块钱 人民币 RMB CNY"
COMMA = "逗号要放在千位"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4999", "4999"),
        ("４９９９", "4999"),
        ("4,999元", "4999"),
        ("4，999.50 元", "4999.50"),
        ("1,234,567.89", "1234567.89"),
        ("1 234 567.89", "1234567.89"),
        ("¥ 4 999", "4999"),
        ("￥4999", "4999"),
        ("人民币4999元", "4999"),
        ("RMB 4999", "4999"),
        ("cny4,999.00", "4999"),
        ("4999元整", "4999"),
        ("4999圆整", "4999"),
        ("4999块钱", "4999"),
        ("1.2万", "12000"),
        ("1.2万元", "12000"),
        ("5千", "5000"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("-¥3", "-3"),
        ("¥-3", "-3"),
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
        *("", "元", "万", "整", "1e3", "NaN", "Infinity", "0x10", "1_000"),
        *("1.2.3", "1-2", "--3", "-¥-3", "١٢", "一千", "1 2", "12 3456", "4999元元"),
    ],
)
def test_not_numbers(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_number(text, YUAN)
    assert str(caught.value) == ""


@pytest.mark.parametrize(
    "text",
    ["4999,00", "447，82", "0,05", "12,34,567", "1020,1019.99", "4,99", "447、82"],
)
def test_a_comma_that_parts_no_thousands_is_named(text: str) -> None:
    with pytest.raises(Unreadable, match=COMMA):
        read_number(text, YUAN)


def test_a_number_is_at_most_forty_characters() -> None:
    assert read_number("1" * 40, "") == Decimal("1" * 40)
    with pytest.raises(Unreadable):
        read_number("1" * 41, "")


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("18", "18"),
        ("18％", "18"),
        ("0.05 %", "0.05"),
        ("5‰", "0.5"),
        ("0.5‰", "0.05"),
        ("万分之五", "0.05"),
        ("万分之 0.5", "0.005"),
        ("千分之一点五", "0.15"),
        ("百分之十八", "18"),
        ("百分之二十", "20"),
        ("百分之十", "10"),
    ],
)
def test_rates(text: str, percent: str) -> None:
    assert read_percent(text, "%") == Decimal(percent)


@pytest.mark.parametrize("text", ["万分之", "分之五", "万分之很多", "‰", "5‰%"])
def test_not_rates(text: str) -> None:
    with pytest.raises(Unreadable):
        read_percent(text, "%")


@given(st.text(max_size=60) | st.text("0123456789,.¥元万 -", max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(Unreadable):
        assert read_number(text, YUAN).is_finite()


@given(st.decimals(-(10**8), 10**8, places=2))
def test_every_way_to_write_an_amount_gives_it_back(amount: Decimal) -> None:
    for text in (f"{amount}", f"{amount:,}", f"¥{amount:,}元", f" {amount} 块钱"):
        assert read_number(text, YUAN) == amount
