"""Pasted lines are read whole or refused with the line: nothing is dropped."""

import re
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.reading.plain import Unreadable, plain
from calc.reading.rows import Kind, rows

AMOUNT = (Kind.NUMBER,)
FLOW = (Kind.DAY, Kind.NUMBER)


def amounts(text: str) -> list[str]:
    return [cell for _, (cell,) in rows(text, AMOUNT)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,079.20\n" * 3, ["1,079.20"] * 3),
        ("1020,1019.99,1019.99", ["1020", "1019.99", "1019.99"]),
        ("1,079.20,1,079.20", ["1,079.20", "1,079.20"]),
        ("458.31、458.31 458.31;458.31\t458.31", ["458.31"] * 5),
        ("¥458.31 ¥458.31", ["¥458.31"] * 2),
        ("应还金额\n458.31\n458.30", ["458.31", "458.30"]),
        ("458.31元，458.30元", ["458.31", "458.30"]),
        ("1 1020", ["1020"]),
        ("1\t458.31\n2\t458.30", ["458.31", "458.30"]),
        ("1,458.31\n2,458.30", ["458.31", "458.30"]),
        ("1. 458.31\n\n2. 458.30", ["458.31", "458.30"]),
        ("1,458.31", ["1,458.31"]),
        ("第1期 458.31元\n第 2 期：458.30元", ["458.31", "458.30"]),
        ("第1/2期 458.31\n2期 458.30", ["458.31", "458.30"]),
        ("2026-10-10 1,020.00\n2026年11月10日 1,019.98", ["1,020.00", "1,019.98"]),
        ("2026-10-10 00:00:00\t458.31", ["458.31"]),
        ("1 2026-10-10 50\n2 2026-11-10 60", ["50", "60"]),
        ('期数,应还日,应还金额\n1,2026-10-10,"1,020.00"', ["1020.00"]),
        ("期数\t本期应还\t本金\n1\t458.31\t383.32", ["458.31"]),
        (",,\n1.5万\n", ["1.5万"]),
        ("", []),
    ],
)
def test_amounts(text: str, expected: list[str]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("458.31\nabc", "第 2 行「abc」没有看懂"),
        ("458.31\n合计 458.31", "第 2 行「合计 458.31」没有看懂"),
        ("458.31 x 12期", "第 1 行「x 12期」没有看懂"),
        ("447,82", "第 1 行「447,82」的逗号分不清是小数点还是分隔"),
        ("458.31 0079", "第 1 行「0079」没有看懂"),
        (
            "1 458.31 416.58\n2 458.31 416.58",
            "第 1 行「458.31 416.58」分不清哪一个是要填的数",
        ),
        ("2026-02-30 458.31", "第 1 行「2026-02-30」不是日期"),
        ("20269999 458.31", "第 1 行「20269999」不是日期"),
        ("第1期\n", "第 1 行「第1期」分不清哪一个是要填的数"),
        ("期数,应还金额\n1,1,020.00", "第 2 行「1,1,020.00」有 3 列，表头有 2 列"),
        ("一" * 30, f"第 1 行「{'一' * 20}…」没有看懂"),
    ],
)
def test_the_line_that_is_not_understood_is_named(text: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as caught:
        rows(text, AMOUNT)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-10-10,-1,020.00", ["2026-10-10", "-1,020.00"]),
        ("2026-02-09 00:00:00 -3000", ["2026-02-09 00:00:00", "-3000"]),
        ("50元 2026-10-10", ["2026-10-10", "50"]),
        ("日期,金额\n2026-10-10,-5", ["2026-10-10", "-5"]),
        ("2026-10-10", ["2026-10-10"]),
    ],
)
def test_flows(text: str, expected: list[str]) -> None:
    assert [cells for _, cells in rows(text, FLOW)] == [expected]


@pytest.mark.parametrize("text", ["2026-10-10 5 6", "5", "2026-10-10 2026-11-10"])
def test_a_flow_has_a_day_and_an_amount(text: str) -> None:
    with pytest.raises(Unreadable, match="要依次是日期、数"):
        rows(text, FLOW)


@given(st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=12), st.data())
def test_however_parted_all_amounts_come_back(
    values: list[Decimal], data: st.DataObject
) -> None:
    part = data.draw(st.sampled_from([" ", "\n", "、", "\t", "; ", "，", ", "]))
    written = part.join(f"{value:,}" for value in values)
    assert [Decimal(c.replace(",", "")) for c in amounts(written)] == values


@given(st.text("0123456789０１²,.、 \t¥元+-", max_size=30))
def test_no_digit_of_a_line_is_dropped(line: str) -> None:
    with suppress(Unreadable):
        cells = amounts(line)
        kept = re.sub(r"\D", "", "".join(cells))
        numbered = re.match(r"\D*0*1[,.、:) ]", plain(line))
        assert numbered or kept == re.sub(r"\D", "", plain(line))


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(Unreadable):
        for kinds in (AMOUNT, FLOW):
            assert all(len(cells) <= len(kinds) for _, cells in rows(text, kinds))
