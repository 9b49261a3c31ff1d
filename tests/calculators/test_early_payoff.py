"""Early payoff: the six rules, and what holds for any plan."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.calculators import ALL
from calc.calculators.early_payoff import early_payoff
from calc.calculators.early_payoff.settlement import Policy
from calc.calculators.from_bill import settled_plan
from calc.calculators.plan import Known, Method, Plan, RateUnit, regular_payment
from calc.maths.days import DayBasis
from calc.model.errors import InputErrors
from calc.model.picture import Amounts
from calc.money import CENT, Remainder

CALCULATOR = ALL["early-payoff"]
# 4999 in 12 with 7.5 % in all; four paid, the remainder in the first
BOUGHT = {
    "amount": "4999",
    "periods": "12",
    "method": "flat_fee",
    "rate": "7.5",
    "rate_unit": "total_fee",
    "remainder": "first",
    "paid_periods": "4",
    "days_accrued": "10",
}


def outputs(**answers: str) -> dict[str, Any]:
    return CALCULATOR.answer(BOUGHT | answers).outputs


@pytest.mark.parametrize(
    ("policy", "value", "payoff", "saving"),
    [
        ("waive_unbilled", "", "3332.64", "249.92"),  # 8 x 416.58, 8 x 31.24
        ("next_period_fee", "", "3363.88", "218.68"),
        ("all_remaining_fee", "", "3582.56", "0.00"),
        ("pct_of_principal", "", "3432.62", "149.94"),  # 3 % of 3332.64 is 99.9792
        ("pct_of_principal", "1", "3365.97", "216.59"),
        ("fixed_fee", "300", "3632.64", "-50.08"),
        ("accrued_daily", "", "3343.05", "239.51"),  # 31.24375 x 12/360 x 10
    ],
)
def test_each_rule(policy: str, value: str, payoff: str, saving: str) -> None:
    found = outputs(policy=policy, policy_value=value)
    assert found["payoff"] == payoff
    assert found["saving"] == saving
    assert found["remaining_payments"] == "3582.56"
    row = next(row for row in found["rows"] if row["policy"] == policy)
    assert (row["payoff"], row["saving"]) == (payoff, saving)


def test_all_six_stand_side_by_side() -> None:
    rows = outputs()["rows"]
    assert [row["policy"] for row in rows] == list(Policy)
    assert [row["payoff"] for row in rows] == [
        *("3332.64", "3363.88", "3582.56", "3432.62", "3332.64", "3343.05")
    ]


def test_a_stated_value_is_for_the_chosen_rule_only() -> None:
    rows = outputs(policy="fixed_fee", policy_value="20")["rows"]
    assert rows[3]["payoff"] == "3432.62"
    assert "举例" in rows[3]["terms"]
    assert "举例" not in rows[4]["terms"]


@pytest.mark.parametrize("basis", DayBasis)
def test_interest_by_the_day_is_balance_times_rate_times_days(basis: DayBasis) -> None:
    found = early_payoff(
        amount=Decimal(10_000),
        periods=3,
        method=Method.INTEREST_ONLY,
        rate=Decimal("0.05"),
        rate_unit=RateUnit.DAILY,
        paid_periods=0,
        policy=Policy.ACCRUED_DAILY,
        days_accrued=3,
        day_basis=basis,
    )
    assert found.payoff == Decimal("10015.00")  # as published: 0.05 % a day, 3 days


def test_a_fee_at_the_start_is_owed_before_the_first_period_and_gone_after() -> None:
    before = outputs(method="upfront_fee", paid_periods="0", policy="next_period_fee")
    after = outputs(method="upfront_fee", paid_periods="1", policy="all_remaining_fee")
    assert before["payoff"] == "5373.93"  # 4999 + 374.925
    assert after["payoff"] == "4582.38"  # 11 x 416.58
    assert after["saving"] == "0.00"


def test_interest_free_has_nothing_to_save() -> None:
    rows = outputs(method="interest_free")["rows"]
    assert {row["saving"] for row in rows} == {"0.00", "-99.98"}


def test_a_loss_is_called_one() -> None:
    answers = BOUGHT | {"policy": "fixed_fee", "policy_value": "300"}
    assert "多付 50.08 元" in CALCULATOR.answer(answers).told.sentence


@pytest.mark.parametrize(
    ("answers", "errors"),
    [
        ({"paid_periods": "12"}, {"paid_periods": "已还期数要在 0 到 11 期之间"}),
        (
            {"policy": "pct_of_principal", "policy_value": "101"},
            {"policy_value": "收多少要在 0 到 100 % 之间"},
        ),
        ({"policy": "fixed_fee"}, {"policy_value": "填写收多少元"}),
        (
            {"policy": "fixed_fee", "policy_value": "0.001"},
            {"policy_value": "收多少最多写到分（两位小数）"},
        ),
        (
            {"method": "level_payment", "paid_periods": "99"},
            {
                "rate_unit": "等额本息按剩余本金计息，要选年利率、月利率或日利率",
                "paid_periods": "已还期数要在 0 到 11 期之间",
            },
        ),
    ],
)
def test_says_what_contradicts(answers: dict[str, str], errors: dict[str, str]) -> None:
    with pytest.raises(InputErrors) as caught:
        outputs(**answers)
    assert caught.value.errors == errors


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a plan and how much of it was paid."""
    periods = draw(st.integers(1, 60))
    return {
        "amount": draw(st.decimals("0.01", 1_000_000, places=2)),
        "periods": periods,
        "method": draw(st.sampled_from(Method)),
        "rate": draw(st.decimals(0, 100, places=4)),
        "rate_unit": RateUnit.ANNUAL,
        "paid_periods": draw(st.integers(0, periods - 1)),
        "remainder": draw(st.sampled_from(Remainder)),
    }


@settings(max_examples=80, deadline=None)
@given(plans())
def test_paying_all_the_fees_saves_nothing(plan: dict[str, Any]) -> None:
    found = early_payoff(**plan)
    rows = {row.policy: row for row in found.rows}
    assert rows[Policy.ALL_REMAINING_FEE].saving == 0
    assert rows[Policy.ALL_REMAINING_FEE].payoff == found.remaining_payments
    assert rows[Policy.WAIVE_UNBILLED].saving >= 0
    for row in found.rows:
        assert row.payoff + row.saving == found.remaining_payments
        assert row.payoff == row.payoff.quantize(CENT)


def test_the_picture_has_what_each_rule_saves() -> None:
    found = early_payoff(policy=Policy.NEXT_PERIOD_FEE)
    (picture,) = found.told.pictures
    assert isinstance(picture, Amounts)
    assert [saved for _, saved in picture.amounts] == [row.saving for row in found.rows]
    names = [name for name, _ in picture.amounts]
    assert found.rows[names.index(picture.here)].policy is Policy.NEXT_PERIOD_FEE


def test_a_plan_known_by_its_bill_settles_the_same() -> None:
    plan = {"amount": "4999", "periods": "12", "method": "level_payment"}
    stated = CALCULATOR.answer(plan | {"rate": "18", "rate_unit": "annual"})
    billed = CALCULATOR.answer(plan | {"known": "payment", "payment": "458.31"})
    assert billed.outputs == stated.outputs
    assert billed.told.steps[0] == "从每期应还反推：年利率 18 %。"


@pytest.mark.parametrize(
    ("field", "answers"),
    [
        ("rate", {"rate": "18", "rate_unit": "daily", "method": "level_payment"}),
        ("payment", {"known": "payment", "payment": "10", "method": "level_payment"}),
        ("policy_value", {"policy": "pct_of_principal", "policy_value": "30"}),
        ("policy_value", {"policy": "fixed_fee", "policy_value": "9999"}),
        ("days_accrued", {"policy": "accrued_daily", "days_accrued": "90"}),
    ],
)
def test_what_is_unlikely_is_asked_and_still_answered(
    field: str, answers: dict[str, str]
) -> None:
    assert list(CALCULATOR.answer(BOUGHT | answers).told.questions) == [field]
    assert not CALCULATOR.answer(BOUGHT).told.questions


@pytest.mark.parametrize(
    ("method", "unit", "rate", "payoff"),
    [
        ("level_payment", "annual", "18", "3456.60"),  # 3430.87 x 18 % / 360 x 15
        ("level_payment", "daily", "0.05", "3456.60"),
        ("flat_fee", "total_fee", "7.5", "3348.26"),  # 31.24375 x 12 / 360 x 15
        ("upfront_fee", "total_fee", "7.5", "3332.64"),  # nothing is left to accrue
        ("interest_free", "annual", "18", "3332.64"),
    ],
)
def test_interest_accrues_by_the_day_as_each_method_charges(
    method: str, unit: str, rate: str, payoff: str
) -> None:
    plan = {"method": method, "rate_unit": unit, "rate": rate, "remainder": "first"}
    rule = {"paid_periods": "4", "policy": "accrued_daily", "days_accrued": "15"}
    assert CALCULATOR.answer(plan | rule).outputs["payoff"] == payoff


def test_a_share_of_the_principal_ends_at_the_whole() -> None:
    share = BOUGHT | {"policy": "pct_of_principal"}
    assert (
        outputs(**share, policy_value="100")["saving"] == "-3082.72"
    )  # 2 x 3332.64 - 8 x 447.82
    with pytest.raises(InputErrors) as caught:
        CALCULATOR.answer(share | {"policy_value": "100.01"})
    assert caught.value.errors == {"policy_value": "收多少要在 0 到 100 % 之间"}


@pytest.mark.parametrize(
    "method", ["level_payment", "equal_principal", "flat_fee", "interest_only"]
)
@pytest.mark.parametrize(
    ("amount", "periods", "payment"),
    [
        ("100000000", "562", "0.01"),
        ("87802568.83", "35", "590671.83"),
        ("99999999.97", "7", "16666666.67"),
    ],
)
def test_a_payment_has_a_rate_that_gives_it_again(
    method: str, amount: str, periods: str, payment: str
) -> None:
    plan = settled_plan(
        Plan(
            Decimal(amount),
            int(periods),
            Method(method),
            Decimal(18),
            RateUnit.ANNUAL,
            Remainder.LAST,
            DayBasis.D360,
        ),
        Known.PAYMENT,
        Decimal(payment),
    )
    assert regular_payment(plan, plan.rows()) == Decimal(payment)
