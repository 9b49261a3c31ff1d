"""Fields: each sentence about a wrong answer, made from label and bounds."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from calc.model.errors import Wrong
from calc.model.fields import Choice, Day, Field, Text
from calc.model.numbers import Money, Number, Percent, Rate, Whole

PRICE = Money("价格")
RATE = Rate("年利率")
TERM = Whole("期数", low=Decimal(1), high=Decimal(600))
DAY = Day("还款日")
NAME = Text("名称", longest=5)
WAY = Choice("方式", options={"a": "甲（一）", "b": "乙"})


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (PRICE, "4,999元", Decimal("4999.00")),
        (PRICE, "4999", Decimal("4999.00")),
        (PRICE, "1.2万", Decimal("12000.00")),
        (PRICE, "4999块钱", Decimal("4999.00")),
        (PRICE, "100000000", Decimal("100000000.00")),
        (RATE, "0.05%", Decimal("0.05")),
        (RATE, "１８％", Decimal(18)),
        (TERM, "12期", 12),
        (TERM, "12个月", 12),
        (TERM, "12.0", 12),
        (DAY, "2026年10月10日", date(2026, 10, 10)),
        (NAME, " 手\u202e机\x00 ", "手机"),
        (WAY, "a", "a"),
        (WAY, "甲(一)", "a"),
        (WAY, "乙", "b"),
    ],
)
def test_reads_what_people_write(field: Field, text: str, value: object) -> None:
    assert field.parse(text) == value


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        (PRICE, "", "填写价格"),
        (PRICE, " \u200b ", "填写价格"),
        (PRICE, "五千", "价格要填数字，例如 4999"),
        (PRICE, "NaN", "价格要填数字，例如 4999"),
        (PRICE, "Infinity", "价格要填数字，例如 4999"),
        (PRICE, "1e400", "价格要填数字，例如 4999"),
        (PRICE, "9" * 100_000, "价格要填数字，例如 4999"),
        (PRICE, "0", "价格要在 0.01 到 100,000,000 元之间"),
        (PRICE, "-5", "价格要在 0.01 到 100,000,000 元之间"),
        (PRICE, "1亿零一", "价格要填数字，例如 4999"),
        (PRICE, "100000000.01", "价格要在 0.01 到 100,000,000 元之间"),
        (PRICE, "0.014", "价格最多写到分（两位小数）"),
        (RATE, "1000.01", "年利率要在 0 到 1,000 %之间"),
        (TERM, "0", "期数要在 1 到 600 期之间"),
        (TERM, "1.5", "期数要填整数，例如 12"),
        (DAY, "下个月", "还款日要填日期，例如 2026-10-10"),
        (DAY, "10月20日", "还款日没有写是哪一年，例如写成 2026-10-10"),
        (DAY, "2026-02-30", "还款日写错了，2 月没有 30 日"),
        (PRICE, "4999,00", "价格的逗号要放在千位，例如 4,999；小数点写成「.」"),
        (DAY, "1969-12-31", "还款日要在 1970-01-01 到 2199-12-31 之间"),
        (NAME, "一二三四五六", "名称最多 5 个字"),
        (WAY, "丙", "方式要从这些里选一项：甲（一）、乙"),
    ],
)
def test_says_what_is_wrong(field: Field, text: str, sentence: str) -> None:
    with pytest.raises(Wrong) as caught:
        field.parse(text)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("given", [None, 12, 1.5, True, [], {}, b"12"])
def test_only_text_is_an_answer(given: Any) -> None:
    with pytest.raises(Wrong, match="填写价格"):
        PRICE.parse(given)
    assert Money("收入", optional=True).parse(given) is None


def test_optional_may_be_blank() -> None:
    assert Money("收入", optional=True).parse("  ") is None


@pytest.mark.parametrize(
    ("field", "value", "text", "shown"),
    [
        (PRICE, Decimal("1234.5"), "1234.50", "1,234.50"),
        (PRICE, Decimal("-0.005"), "-0.01", "-0.01"),
        (PRICE, Decimal("1E+3"), "1000.00", "1,000.00"),
        (PRICE, None, "", ""),
        (RATE, Decimal("0.050"), "0.050", "0.050"),
        (RATE, Decimal("1E+2"), "100", "100"),
        (RATE, None, "", ""),
        (Percent("年化"), Decimal("13.0342242811081"), "13.0342242811", "13.03"),
        (Percent("年化"), Decimal("0.005"), "0.0050000000", "0.01"),
        (Percent("年化"), None, "", ""),
        (TERM, 1200, "1200", "1,200"),
        (TERM, None, "", ""),
        (DAY, date(2026, 10, 10), "2026-10-10", "2026-10-10"),
        (DAY, None, "", ""),
        (WAY, "a", "a", "甲（一）"),
        (Number("倍数"), Decimal("1.5"), "1.5", "1.5"),
    ],
)
def test_writes(field: Field, value: Any, text: str, shown: str) -> None:
    assert field.text(value) == text
    assert field.show(value) == shown


def test_the_base_reads_nothing() -> None:
    with pytest.raises(NotImplementedError):
        Field("空").parse("x")


@pytest.mark.parametrize(
    ("field", "day"),
    [(DAY, date(2027, 10, 20)), (Day("还款日", past=True), date(2026, 10, 20))],
)
def test_a_day_without_a_year_is_reckoned_from_today(field: Day, day: date) -> None:
    assert field.parse("10月20日", date(2026, 11, 1)) == day
