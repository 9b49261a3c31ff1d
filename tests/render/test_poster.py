"""The picture to keep: well formed, nothing beyond its edges, light, and whose it is."""

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from calc.calculators import ALL
from calc.render.drawing import WIDTH, room
from calc.render.poster import WHOSE, poster
from calc.render.sheet import ACROSS, EDGE, SIZES, STYLE, Sheet, lines
from publish.scripts import WEB

SVG = "{http://www.w3.org/2000/svg}"


def words(svg: str) -> list[str]:
    return [text.text or "" for text in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314  # ours


@pytest.mark.parametrize("name", ALL)
def test_it_says_the_answer_the_conditions_the_day_and_whose_it_is(name: str) -> None:
    answered = ALL[name].answer({})
    said = words(poster(answered, "2026-11-27"))
    assert said[:2] == ["分期还款手册", ALL[name].title]
    whole = "".join(said)
    assert answered.told.sentence.replace(" ", "") in whole.replace(" ", "")
    assert f"2026-11-27 算出。{WHOSE}" in whole
    assert "你的条件" in said
    assert "算出" not in "".join(words(poster(answered))[-2:])


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_written_beyond_its_edges(name: str) -> None:
    root = ET.fromstring(poster(ALL[name].answer({})))  # noqa: S314  # ours
    tall = Decimal(root.get("height", "0"))
    for text in root.findall(f"{SVG}text"):
        size = SIZES.get((text.get("class") or "").split()[0], Decimal(17))
        wide = room((text.text or "").rstrip("，。；：、！？）」』》%"), size)
        x = Decimal(text.get("x", "0"))
        left = x - wide if text.get("text-anchor") == "end" else x
        assert 0 <= left <= left + wide <= ACROSS
        assert 0 < Decimal(text.get("y", "0")) < tall
    assert tall < 5000


def test_names_of_others_stay_text() -> None:
    order = {"name": "<b>&", "amount": "100", "periods": "2", "first_due": "2026-12-10"}
    assert "<b>&" in " ".join(
        words(poster(ALL["monthly-load"].answer({"orders": [order]})))
    )


def test_a_long_table_ends_with_how_much_is_left_out() -> None:
    said = words(poster(ALL["repayment-schedule"].answer({"periods": "60"})))
    assert "还有 36 行，看网页里的表。" in said


def test_figures_stay_whole_and_no_line_begins_with_a_closing_sign() -> None:
    text = "一共还要还 8,475.39 元，最多的一个月是 2027-01，1,081.28 元。" * 3
    found = list(lines(text, SIZES["strong"]))
    assert "".join(found) == text
    assert len(found) > 3
    assert not any(line[0] in "，。" for line in found)
    for figure in ("8,475.39", "2027-01", "1,081.28"):
        assert sum(line.count(figure) for line in found) == 3
    assert all(room(line.rstrip("，。"), SIZES["strong"]) <= WIDTH for line in found)
    assert SIZES["strong"] < EDGE  # a closing sign may stand in the edge


def test_a_value_stands_below_a_name_that_leaves_no_room() -> None:
    sheet = Sheet("", "")
    sheet.pair("手机贷款还款计划里的第三期", "2026-12-10 应还 458.31 元")
    *_, name, beside, value = ET.fromstring(sheet.svg()).findall(f"{SVG}text")  # noqa: S314  # ours
    assert (name.text, beside.text) == ("手机贷款还款计划里的第三期", None)
    assert value.text == "2026-12-10 应还 458.31 元"
    assert Decimal(value.get("y", "")) > Decimal(name.get("y", ""))
    assert list(lines("", SIZES["plain"])) == [""]


def test_its_colours_are_the_light_ones_of_the_pages() -> None:
    sheet = (WEB / "style" / "calc.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--calc-(\w+): (#\w+);", sheet.partition("}")[0]))
    assert len(light) >= 7
    for number, name in enumerate(("first", "second", "third")):
        assert f".calc-series-{number}{{fill:{light[name]}}}" in STYLE
    for name in ("strong", "quiet", "line"):
        assert light[name] in STYLE


def test_a_value_of_many_lines_is_written_whole_at_the_right() -> None:
    sheet = Sheet("", "")
    value = "每一期都照账单还清" * 12
    sheet.pair("做法", value)
    texts = ET.fromstring(sheet.svg()).findall(f"{SVG}text")  # noqa: S314  # ours
    written = [line.text or "" for line in texts if line.get("class") == "plain value"]
    assert len(written) > 2
    assert "".join(written) == value
    assert all(room(line, SIZES["plain"]) <= WIDTH for line in written)
