"""Plans side by side: fee or rate, the cash price, and contradictions."""

from decimal import Decimal
from typing import Any

import pytest

from calc.calculators import ALL
from calc.model.errors import InputErrors

CALCULATOR = ALL["compare-plans"]
PHONE = {"name": "手机", "price": "2999", "method": "flat_fee", "periods": "12"}


def outputs(*plans: dict[str, str], **answers: str) -> dict[str, Any]:
    return CALCULATOR.answer({"plans": list(plans), **answers}).outputs


def only(plan: dict[str, str], **answers: str) -> Any:
    (row,) = outputs(plan, **answers)["rows"]
    return row


def schedule(**answers: str) -> dict[str, Any]:
    calculator = ALL["repayment-schedule"]
    return calculator.answer(answers).outputs


@pytest.mark.parametrize(
    ("method", "rate", "unit"),
    [
        ("level_payment", "18", "annual"),
        ("equal_principal", "1.5", "monthly"),
        ("flat_fee", "0.6", "per_period_fee"),
        ("upfront_fee", "7.5", "total_fee"),
        ("interest_only", "0.05", "daily"),
        ("interest_free", "", ""),
    ],
)
def test_a_plan_costs_what_its_schedule_says(method: str, rate: str, unit: str) -> None:
    row = only(PHONE | {"method": method, "rate": rate, "rate_unit": unit})
    asked = {"amount": "2999", "periods": "12", "method": method}
    alone = schedule(**asked, **({"rate": rate, "rate_unit": unit} if rate else {}))
    assert row["monthly"] == alone["payment"]
    assert row["total"] == alone["total_paid"]
    assert row["cost"] == alone["total_cost"]
    assert row["nominal_annual_rate"] == alone["nominal_annual_rate"]
    assert row["effective_annual_rate"] == alone["effective_annual_rate"]


@pytest.mark.parametrize("method", ["flat_fee", "upfront_fee"])
def test_a_fee_in_yuan_is_the_same_as_its_rate(method: str) -> None:
    by_rate = only(PHONE | {"method": method, "rate": "7.5", "rate_unit": "total_fee"})
    assert by_rate["cost"] == "224.93"  # 2999 x 7.5 %, half-up
    assert only(PHONE | {"method": method, "fee": "224.93"}) == by_rate


def test_a_fee_wins_over_a_rate_and_over_interest() -> None:
    by_fee = only(PHONE | {"fee": "100"})
    assert by_fee["total"] == "3099.00"
    assert only(PHONE | {"fee": "100", "rate": "99"}) == by_fee
    assert only(PHONE | {"fee": "100", "method": "level_payment"}) == by_fee


@pytest.mark.parametrize(
    ("method", "unit"), [("level_payment", "annual"), ("flat_fee", "total_fee")]
)
def test_a_bare_rate_is_what_it_usually_is(method: str, unit: str) -> None:
    bare = PHONE | {"method": method, "rate": "9"}
    assert only(bare) == only(bare | {"rate_unit": unit})


def test_free_of_interest_is_not_free_when_cash_is_cheaper() -> None:
    free = PHONE | {"price": "4999", "method": "interest_free"}
    assert only(free)["nominal_annual_rate"] == "0.0000000000"
    dear = only(free, cash_price="4799")
    assert dear["cost"] == "200.00"
    assert Decimal(dear["nominal_annual_rate"]) > 7


def test_the_cheapest_is_named_and_ties_are_all_named() -> None:
    free = PHONE | {"method": "interest_free"}
    dear = PHONE | {"name": "贵的", "rate": "9"}
    assert outputs(dear, free)["cheapest"] == "手机"
    assert outputs(free, free | {"name": "电视"}, dear)["cheapest"] == "手机、电视"


@pytest.mark.parametrize(
    ("plan", "errors"),
    [
        ({"rate": ""}, {"plans.1.rate": "第 2 行：手续费总额和利率，至少填一个"}),
        (
            {"method": "level_payment", "rate": "1", "rate_unit": "total_fee"},
            {
                "plans.1.rate_unit": "第 2 行：等额本息按剩余本金计息，"
                "要选年利率、月利率或日利率"
            },
        ),
        (
            {"fee": "-1"},
            {"plans.1.fee": "第 2 行：手续费总额要在 0 到 100,000,000 元之间"},
        ),
    ],
)
def test_says_what_is_wrong_in_which_row(
    plan: dict[str, str], errors: dict[str, str]
) -> None:
    with pytest.raises(InputErrors) as caught:
        outputs(PHONE | {"rate": "1"}, PHONE | plan)
    assert caught.value.errors == errors


def test_at_most_ten_plans() -> None:
    with pytest.raises(InputErrors) as caught:
        outputs(*[PHONE | {"rate": "1"}] * 11)
    assert caught.value.errors == {"plans": "要比的方案最多 10 行，现在有 11 行"}


def test_what_is_unlikely_is_asked_at_its_row() -> None:
    plans = [dict(row) for row in CALCULATOR.defaults["plans"]]
    plans[2] |= {"rate": "18", "rate_unit": "daily"}
    answers = {"plans": plans, "cash_price": "5000000"}
    questions = CALCULATOR.answer(answers).told.questions
    assert list(questions) == ["plans.2.rate", "cash_price"]
    assert questions["plans.2.rate"].startswith("第 3 行：18 % 是年利率吧？")
    assert not CALCULATOR.answer({}).told.questions
