"""Dated flows: signs, refusals in plain words, and another solver."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import pyxirr
from hypothesis import given
from hypothesis import strategies as st

from calc.calculators import ALL
from calc.calculators.dated_rate import dated_rate
from calc.calculators.dated_rate.flows import Flow
from calc.maths.days import add_months
from calc.model.errors import InputErrors

CALCULATOR = ALL["dated-rate"]
LOAN = "2026-01-10 10000\n2026-03-15 -4000\n2026-06-01 -6400"


def outputs(flows: str) -> dict[str, Any]:
    return CALCULATOR.answer({"flows": flows}).outputs


def refused(flows: str) -> dict[str, str]:
    with pytest.raises(InputErrors) as caught:
        CALCULATOR.answer({"flows": flows})
    return caught.value.errors


@pytest.mark.parametrize(
    "flows",
    [
        "2026-06-01 -6400\n2026-01-10 10000\n2026-03-15 -4000",
        "2026年1月10日 1万元\n2026/3/15，-4,000 元\n\n20260601;−6400",
        "2026-01-10 12000\n2026-01-10 -2000\n2026-03-15 -4000\n2026-06-01 -6400",
    ],
    ids=["any order", "as people type", "one day merged"],
)
def test_the_same_loan(flows: str) -> None:
    assert outputs(flows) == outputs(LOAN)


def test_who_lends_gets_the_same_rate() -> None:
    lent = outputs("2026-01-10 -10000\n2026-03-15 4000\n2026-06-01 6400")
    borrowed = outputs(LOAN)
    assert lent["effective_annual_rate"] == borrowed["effective_annual_rate"]
    assert (lent["total_cost"], borrowed["total_cost"]) == ("-400.00", "400.00")


def test_a_year_has_365_days() -> None:
    found = outputs("2027-01-01 1000.5\n2028-01-01 -1100.55")
    assert found["effective_annual_rate"] == "10.0000000000"
    leap = outputs("2028-01-01 1000.5\n2029-01-01 -1100.55")
    assert Decimal(leap["effective_annual_rate"]) < 10


@pytest.mark.parametrize(
    ("flows", "sentence"),
    [
        (
            "2026-01-01 100\n2026-02-01 100",
            "收到的钱（正数）和付出的钱（负数）都要有，付出的前面写减号",
        ),
        (
            "2026-01-01 100\n2026-01-01 -110",
            "所有的钱都在同一天，没有借钱的时间，算不出年化",
        ),
        (
            "2026-01-01 100\n2026-01-01 -90\n2026-02-01 5",
            "同一天的收付相抵以后，只剩一个方向的钱，算不出年化",
        ),
        (
            "2026-01-01 100\n2027-01-01 -230\n2028-01-01 132",
            (
                "收付来回变了方向，有 2 个年化都算得平：10.00 %、20.00 %；"
                "没有唯一的答案，请把每次借款分开算"
            ),
        ),
        (
            "2026-01-01 100\n2027-01-01 -200\n2028-01-01 132",
            "不论年化是多少，收到的和付出的都算不平，请核对金额和正负号",
        ),
        (
            "2026-01-01 100\n2026-01-02 -150",
            "钱还得太快、多还得太多，折成年化大得没有意义",
        ),
        ("", "每一笔钱至少要填一行"),
        (
            "\n".join(["2026-01-01 1"] * 201),
            "每一笔钱最多 200 行，现在有 201 行",
        ),
    ],
)
def test_why_there_is_no_answer(flows: str, sentence: str) -> None:
    assert refused(flows) == {"flows": sentence}


def test_the_wrong_line_is_named() -> None:
    assert refused("2026-01-01 100\n2026-13-01 -110\n2026-02-01") == {
        "flows": "第 2 行：日期写错了，没有 13 月（另有 1 处）"
    }


def test_long_lists_are_worked_out_in_part() -> None:
    flows = [Flow(date(2026, 1, 1), Decimal(1000))]
    for number in range(1, 21):
        day = date(2026, 1, 1) + timedelta(days=30 * number)
        flows.append(Flow(day, Decimal(-60)))
    steps = dated_rate(flows=flows).told.steps
    assert steps[1].startswith("2026-01-01（第 0 天）收到 1,000.00 ÷ (1 + r)^(0/365)")
    assert steps[-1] == "余下 9 笔照此折算。"


@given(
    received=st.decimals(100, 1_000_000, places=2),
    days=st.lists(st.integers(20, 3000), min_size=1, max_size=40),
    times=st.decimals("0.8", "1.5", places=3),
)
def test_another_solver_agrees(
    received: Decimal, days: list[int], times: Decimal
) -> None:
    start = date(2026, 1, 31)
    paid = round(received * times / len(days), 2)
    flows = [(start, received)]
    flows += [(start + timedelta(days=day), -paid) for day in days]
    found = dated_rate(flows=[Flow(day, flow) for day, flow in flows])
    theirs = finished([(day, float(flow)) for day, flow in flows])
    ours = float(found.effective_annual_rate / 100)
    assert abs(ours - theirs) <= 1e-9 * (1 + abs(ours))


def finished(flows: list[tuple[date, float]]) -> float:
    """Their rate, one Newton step on: they stop at a step of about 1e-9."""
    rate = pyxirr.xirr(flows)
    assert rate is not None
    below, at, above = (pyxirr.xnpv(rate + off, flows) for off in (-1e-6, 0, 1e-6))
    assert below is not None
    assert at is not None
    assert above is not None
    return rate - at * 2e-6 / (above - below)


@pytest.mark.parametrize(
    "flows",
    [
        "2027-04-16 -0.000103\n2027-03-30 0.021421",
        "2027-04-16 -0.000103\n2027-03-30 0.021421\n2020-01-03 0",
        "1900-01-01 0.000001\n2199-01-01 1\n2199-02-20 -0.06",
    ],
)
def test_a_loss_of_everything_has_no_rate(flows: str) -> None:
    assert "没有意义" in refused(flows)["flows"]


def test_a_worth_beyond_reading_is_written_short() -> None:
    flows = "1900-01-01 0.01\n2199-01-01 1\n2199-06-20 -0.06"
    steps = CALCULATOR.answer({"flows": flows}).told.steps
    assert steps[1].endswith("收到 0.01 ÷ (1 + r)^(0/365) = 0.01 元。")
    assert steps[2].endswith("≈ 8.234E+784 元。")


def cash_back(months: int) -> str:
    start = date(2026, 1, 10)
    lines = [f"{start} 10000"]
    lines += [f"{add_months(start, n)} -900" for n in range(1, 13)]
    return "\n".join([*lines, f"{add_months(start, months)} 200"])


@pytest.mark.parametrize(
    ("months", "rate", "ghost"), [(13, "11.74", "-100.00"), (24, "12.12", "-94.15")]
)
def test_a_ghost_is_left_out_and_the_sentence_says_so(
    months: int, rate: str, ghost: str
) -> None:
    told = CALCULATOR.answer({"flows": cash_back(months)}).told
    assert f"年化（按复利算）{rate} %。" in told.sentence
    assert f"{ghost} % 也算得平" in told.sentence


@pytest.mark.parametrize(
    "flows", ["2026-01-01 100\n2027-01-01 -50", "2026-01-01 100\n2026-02-01 -150"]
)
def test_what_is_unlikely_is_asked_and_still_answered(flows: str) -> None:
    assert list(CALCULATOR.answer({"flows": flows}).told.questions) == ["flows"]
    assert not CALCULATOR.answer({}).told.questions


def test_a_year_that_loses_almost_all_prints_more_digits() -> None:
    flows = "2026-01-01 100000000\n2027-01-01 -100"
    told = CALCULATOR.answer({"flows": flows}).told
    assert "得 r = -99.9999" in told.steps[0]
    assert told.steps[2].endswith("= 100,000,000.00 元。")


@pytest.mark.parametrize("paid", ["100", "100.01", "149.99", "150"])
def test_a_loss_is_never_printed_as_the_whole(paid: str) -> None:
    flows = f"2026-01-01 100000000\n2027-01-01 -{paid}"
    step = CALCULATOR.answer({"flows": flows}).told.steps[0]
    assert "得 r = -99.9998" in step or "得 r = -99.9999" in step
