"""Tables and lines: blank rows are dropped, errors name row and column."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import pytest

from calc.model.errors import InputErrors, Wrong
from calc.model.fields import Day, Text
from calc.model.numbers import Money
from calc.model.record import Record
from calc.model.rows import Lines, Rows


class Order(Record):
    name: Annotated[str, Text("名称")]
    price: Annotated[Decimal, Money("价格")]


class Flow(Record):
    day: Annotated[date, Day("日期")]
    amount: Annotated[Decimal, Money("金额", low=Decimal(-100))]


class Due(Record):
    due: Annotated[date, Day("还款日")]


TABLE = Rows("订单", of=Order, most=3)
FLOWS = Lines("收付", of=Flow, most=3)


def test_a_table_drops_blank_rows() -> None:
    given = [{"name": "手机", "price": "4999"}, {"name": " ", "price": ""}, {}]
    assert TABLE.parse(given) == (Order("手机", Decimal("4999.00")),)


def test_a_table_comes_back() -> None:
    texts = [{"name": "手机", "price": "4999.00"}]
    assert TABLE.text(TABLE.parse(texts)) == texts
    assert TABLE.text(None) == []


@pytest.mark.parametrize("given", ["", None, 5, [], [{}], [{"name": "", "price": " "}]])
def test_a_table_wants_a_row(given: Any) -> None:
    with pytest.raises(Wrong, match="订单至少要填一行"):
        TABLE.parse(given)


def test_a_table_has_an_end() -> None:
    with pytest.raises(Wrong, match="订单最多 3 行，现在有 4 行"):
        TABLE.parse([{"name": "手机", "price": "1"}] * 4)


def test_a_table_names_each_wrong_cell() -> None:
    with pytest.raises(InputErrors) as caught:
        TABLE.parse([{"name": "手机", "price": "1"}, {"name": "", "price": "x"}])
    assert caught.value.errors == {
        "1.name": "第 2 行：填写名称",
        "1.price": "第 2 行：价格要填数字，例如 4999",
    }


@pytest.mark.parametrize(
    "line",
    ["2026-10-10 50", "2026年10月10日，50元", "2026/10/10\t50.00", "2026-10-10;50"],
)
def test_a_line_is_parted_by_blanks_or_commas(line: str) -> None:
    assert FLOWS.parse(line) == (Flow(date(2026, 10, 10), Decimal("50.00")),)


def test_lines_come_back() -> None:
    text = "2026-10-10 50.00\n2026-11-10 -50.00"
    assert FLOWS.text(FLOWS.parse(f"\n{text}\r\n\n")) == text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2026-10-10 50\n\n2026-11-10", "第 3 行：填写金额"),
        ("x 50\n2026-11-10", "收付第 1 行「x 50」没有看懂"),
        ("2026-13-10 5\n2026-11-10", "第 1 行：日期写错了，没有 13 月（另有 1 处）"),
    ],
)
def test_the_first_wrong_line_is_named(text: str, sentence: str) -> None:
    with pytest.raises(Wrong) as caught:
        FLOWS.parse(text)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ([5], "订单第 1 行不是一行数据"),
        ([{"name": "手机", "price": "1", "fee": "2"}], "订单第 1 行没有「fee」这一项"),
    ],
)
def test_nothing_in_a_table_is_dropped(given: Any, sentence: str) -> None:
    with pytest.raises(Wrong, match=sentence):
        TABLE.parse(given)


def test_days_in_a_table_are_reckoned_from_today() -> None:
    table = Rows("订单", of=Due)
    (row,) = table.parse([{"due": "10月20日"}], date(2026, 11, 1))
    assert row == Due(date(2027, 10, 20))


def test_lines_are_text() -> None:
    with pytest.raises(Wrong, match="收付至少要填一行"):
        FLOWS.parse(["2026-10-10 50"])
