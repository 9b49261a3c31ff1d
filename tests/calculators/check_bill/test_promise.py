"""What the contract says against what is billed, and the words for each outcome."""

from decimal import Decimal
from typing import Any

import pytest

from calc.calculators import ALL
from calc.calculators.check_bill.promise import Promise
from calc.calculators.plan import Method, Plan, RateUnit
from calc.calculators.repayment_schedule import repayment_schedule
from calc.model.calculator import Answered

CALCULATOR = ALL["check-bill"]


def answer(**answers: str) -> Answered:
    return CALCULATOR.answer({"amount": "4999", "periods": "12"} | answers)


def outputs(**answers: str) -> dict[str, Any]:
    return answer(**answers).outputs


def test_a_bill_above_the_contract_is_not_a_pass() -> None:
    found = answer(payments="\n".join(["460"] * 12), promised_rate="18")
    asked = repayment_schedule(amount=Decimal(4999), periods=12, rate=Decimal(18))
    assert found.result.overcharge == 12 * 460 - asked.total_paid > 20
    assert found.told.sentence.startswith("比合同写的年利率 18 %一共多收 20.")
    assert "一分不差" not in found.told.sentence
    assert "合同写的是年利率 18 %" in found.told.ask[0]
    assert "多 20." in found.told.ask[0]
    (picture,) = found.told.pictures
    assert picture.title == "每期比合同写的多了多少"


def test_one_amount_stands_for_every_period_of_the_contract_too() -> None:
    assert outputs(payments="460", promised_rate="18")["overcharge"] == "20.28"
    assert outputs(payments="458.31", promised_rate="18")["overcharge"] == "0.00"


@pytest.mark.parametrize(
    ("rate", "unit", "payment"),
    [
        ("18", "annual", "458.31"),
        ("1.5", "monthly", "458.31"),
        ("0.05", "daily", "458.31"),
        ("0.05", "daily", "458.91"),  # 365 days: 18.25 % a year
        ("7.5", "total_fee", "447.82"),
        ("0.66", "per_period_fee", "449.57"),
        ("0", "annual", "416.58"),
    ],
)
def test_a_kept_promise_is_called_kept(rate: str, unit: str, payment: str) -> None:
    found = answer(payments=payment, promised_rate=rate, promised_unit=unit)
    assert abs(found.result.overcharge) <= Decimal("0.12")
    assert found.told.sentence.startswith("账单和合同写的")


@pytest.mark.parametrize(
    ("differences", "kept"),
    [
        ([3, 0, 0], True),
        ([-3, 0, 0], True),
        ([3, 3, -3], True),
        ([4, 0, 0], False),
        ([3, 1, 0], False),
        ([4, -4, 0], False),
    ],
)
def test_a_promise_is_kept_to_one_cent_a_period(
    differences: list[int], *, kept: bool
) -> None:
    plan = Plan(Decimal(3), 3, Method.INTEREST_FREE, Decimal(0), RateUnit.ANNUAL)
    assert Promise(plan, [100] * 3, differences).kept is kept


def test_a_fee_taken_at_once_is_promised_at_once() -> None:
    payments = "\n".join(["791.51", *["416.58"] * 10, "416.62"])
    found = outputs(payments=payments, promised_rate="7.5", promised_unit="total_fee")
    assert (found["method"], found["overcharge"]) == ("upfront_fee", "0.00")


def test_a_bill_below_the_contract_is_said_too() -> None:
    found = answer(payments="455", promised_rate="18")
    assert found.result.overcharge < 0
    assert "一共少收" in found.told.sentence


def test_nothing_promised_leaves_it_empty() -> None:
    assert outputs(payments="460")["overcharge"] == ""


def test_what_is_unlikely_is_asked_about() -> None:
    assert (
        "年利率吧"
        in answer(
            payments="460", promised_rate="18", promised_unit="daily"
        ).told.questions["promised_rate"]
    )
    assert list(answer(payments="44.78").told.questions) == ["payments"]
    assert list(answer(payments="1000").told.questions) == ["payments"]
    assert not answer(payments="460", promised_rate="18").told.questions


def test_the_one_period_that_does_not_fit() -> None:
    billed = ["458.31"] * 12
    billed[5] = "485.31"
    found = answer(payments="、".join(billed))
    odd = {
        "period": "6",
        "billed": "485.31",
        "expected": "458.31",
        "difference": "27.00",
    }
    assert found.outputs["odd_periods"] == [odd]
    assert (found.outputs["method"], found.outputs["difference"]) == (
        "level_payment",
        "27.00",
    )
    assert found.told.sentence.startswith(
        "11 期都合「等额本息，年利率 18 %」；只有第 6 期多 27.00 元"
    )
    assert "第 6 期账单 485.31 元，按别的期的算法是 458.31 元" in found.told.ask[0]


def test_two_periods_that_do_not_fit_are_both_named() -> None:
    billed = ["458.31"] * 12
    billed[2], billed[8] = "448.31", "508.31"
    found = answer(payments=" ".join(billed))
    assert [row["period"] for row in found.outputs["odd_periods"]] == ["3", "9"]
    assert "第 3 期少 10.00 元、第 9 期多 50.00 元" in found.told.sentence


def test_a_round_rate_off_by_rounding_comes_before_an_odd_one() -> None:
    found = answer(amount="10000", payments="906.67")
    assert found.outputs["method"] == "flat_fee"
    assert Decimal(found.outputs["rate"]) == Decimal("8.8")
    assert found.outputs["rate_unit"] == "total_fee"
    assert any("等额本息，月利率 1.322 %" in step for step in found.told.steps)
    assert "一分不差" not in found.told.sentence


@pytest.mark.parametrize(
    "payments",
    ["\n".join(["416.67"] * 11 + ["416.63"]), "\n".join(["400"] * 11 + ["600"])],
)
def test_who_pays_back_the_amount_and_no_more_pays_no_interest(payments: str) -> None:
    found = answer(amount="5000", payments=payments)
    assert found.outputs["method"] == "interest_free"
    assert Decimal(found.outputs["rate"]) == 0
    assert Decimal(found.outputs["nominal_annual_rate"]) == 0


@pytest.mark.parametrize("payments", ["44.78", "\n".join(["44.78"] * 12)])
def test_a_bill_that_does_not_cover_the_amount_is_called_so(payments: str) -> None:
    found = answer(payments=payments)
    assert "比分期金额还少 4,461.64 元，连本金都不够" in found.told.sentence
    assert found.outputs["odd_periods"] == []


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (
            {
                "amount": "1000000",
                "periods": "3",
                "payments": "5425\n5425\n1005250",
            },
            "利息按每月的实际天数算（31、31、30 天，一年按 360 天）",
        ),
        (
            {
                "amount": "6000",
                "periods": "6",
                "payments": "1000\n1000\n1043.20\n1043.20\n1043.20\n1043.20",
            },
            "前 2 期不收利息、手续费",
        ),
        (
            {
                "amount": "6000",
                "periods": "6",
                "payments": "1069.90\n1059.90\n1049.90\n1039.90\n1029.90\n1019.90",
            },
            "每期另收固定的 9.90 元",
        ),
    ],
)
def test_what_lenders_rarely_do_is_named(answers: dict[str, str], words: str) -> None:
    assert words in answer(**answers).told.sentence


def test_a_bill_of_a_fen_in_two_periods_is_answered() -> None:
    answers = {"amount": "0.01", "periods": "2", "payments": "0.00\n0.02"}
    assert ALL["check-bill"].answer(answers).told.sentence
