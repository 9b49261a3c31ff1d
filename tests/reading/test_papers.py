"""A paper's facts are found, and nothing that it does not say."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.reading.papers import read_paper
from calc.reading.plain import plain

TODAY = date(2026, 11, 26)
PAPERS = tomllib.loads(Path(__file__).with_name("papers.toml").read_text())["paper"]


@pytest.mark.parametrize("paper", PAPERS, ids=[p["text"].strip()[:16] for p in PAPERS])
def test_all_that_a_paper_says_and_no_more(paper: dict[str, Any]) -> None:
    facts, _ = read_paper(paper["text"], paper.get("today", TODAY))
    assert {fact.field: fact.value for fact in facts} == paper["found"]


@pytest.mark.parametrize("paper", PAPERS, ids=[p["text"].strip()[:16] for p in PAPERS])
def test_the_words_of_a_fact_stand_in_the_text(paper: dict[str, Any]) -> None:
    facts, rest = read_paper(paper["text"], paper.get("today", TODAY))
    whole = plain(paper["text"])
    listed = any(fact.field == "payments" for fact in facts)
    words = [each for fact in facts for each in fact.words.split("；")]
    assert listed or all(plain(each) in whole for each in words)
    assert all(part in whole for part in rest.split("；"))


def test_without_today_a_day_without_a_year_is_not_found() -> None:
    facts, rest = read_paper("应还458.31元，还款日10月10日")
    assert [fact.field for fact in facts] == ["payment"]
    assert rest == "还款日10月10日"


@pytest.mark.parametrize("day", ["0", "32", "99"])
def test_a_day_that_no_month_has_is_not_found(day: str) -> None:
    facts, rest = read_paper(f"应还458.31元，每月还款日：{day}日", TODAY)
    assert [fact.field for fact in facts] == ["payment"]
    assert day in rest


@pytest.mark.parametrize(
    ("number", "today", "day"),
    [
        ("26", TODAY, "2026-11-26"),
        ("25", TODAY, "2026-12-25"),
        ("31", TODAY, "2026-11-30"),
        ("1", TODAY, "2026-12-01"),
        ("31", date(2026, 12, 31), "2026-12-31"),
        ("30", date(2026, 12, 31), "2027-01-30"),
        ("31", date(2027, 2, 1), "2027-02-28"),
    ],
)
def test_a_day_of_the_month_is_the_next_such_day(
    number: str, today: date, day: str
) -> None:
    facts, _ = read_paper(f"应还458.31元，每月还款日：{number}日", today)
    assert {fact.field: fact.value for fact in facts}["due_date"] == day


def test_a_day_of_the_month_without_today_is_not_found() -> None:
    facts, _ = read_paper("应还458.31元，每月还款日：10日")
    assert [fact.field for fact in facts] == ["payment"]


def test_a_day_that_is_none_is_not_found() -> None:
    facts, rest = read_paper("应还458.31元，还款日2026-02-30", TODAY)
    assert [fact.field for fact in facts] == ["payment"]
    assert "2026-02-30" in rest


def test_of_two_sums_for_one_thing_none_is_taken() -> None:
    facts, rest = read_paper("每期应还458.31元，每期应还460.00元")
    assert facts == ()
    assert rest == "每期应还458.31元；每期应还460.00元"


def test_of_a_day_s_and_a_year_s_rate_the_first_is_meant() -> None:
    facts, _ = read_paper("日利率0.05%，年化18.25%")
    assert [fact.value for fact in facts] == ["0.05", "daily"]


def test_what_is_said_twice_is_shown_twice() -> None:
    ((_, day, words),), _ = read_paper("2026年12月10日还款，每月还款日：10日", TODAY)
    assert (day, words) == ("2026-12-10", "2026年12月10日；还款日:10日")


PIECES = [paper["text"].strip() for paper in PAPERS] + ["458.31元", "12期", "，", "\n"]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=4).map("".join))
def test_every_digit_is_found_or_shown_as_not_understood(text: str) -> None:
    facts, rest = read_paper(text, TODAY)
    if not any(fact.field == "payments" for fact in facts):
        shown = "".join([rest, *dict.fromkeys(fact.words for fact in facts)])
        digits = sorted(re.findall(r"\d", plain(text)))
        assert set(digits) == set(re.findall(r"\d", shown))


@pytest.mark.parametrize(
    "text",
    [
        f"应还{'9' * 400}元",
        f"日利率0.{'0' * 400}1%",
        f"每日按万分之五0.{'0' * 400}1收取",
    ],
)
def test_a_number_that_is_none_is_left_over(text: str) -> None:
    assert read_paper(text, None)[0] == ()


@pytest.mark.parametrize("odd", ["-50.00", "0", "100000", "138001380001"])
def test_a_list_with_what_is_no_payment_is_no_list(odd: str) -> None:
    facts, rest = read_paper(f"458.31\n{odd}\n458.31", TODAY)
    assert not [fact for fact in facts if fact.field == "payments"]
    assert odd in rest
