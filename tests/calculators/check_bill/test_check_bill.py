"""Checking a bill: plans are found again, and what no plan explains is said."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.calculators import ALL
from calc.calculators.check_bill import Billed, CheckBill, check_bill
from calc.calculators.check_bill.bill import Rounding
from calc.calculators.plan import FEE_UNITS, ON_BALANCE, Method, Plan, RateUnit
from calc.maths.days import DayBasis
from calc.model.errors import InputErrors
from calc.money import CENT, Remainder

CALCULATOR = ALL["check-bill"]
DECIMALS = {
    RateUnit.ANNUAL: 1,
    RateUnit.MONTHLY: 2,
    RateUnit.DAILY: 3,
    RateUnit.PER_PERIOD_FEE: 2,
    RateUnit.TOTAL_FEE: 1,
}
HIGHEST = {
    RateUnit.ANNUAL: "36",
    RateUnit.MONTHLY: "3",
    RateUnit.DAILY: "0.1",
    RateUnit.PER_PERIOD_FEE: "3",
    RateUnit.TOTAL_FEE: "36",
}


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw terms as a provider would print them."""
    method = draw(st.sampled_from(Method))
    on_balance = [unit for unit in RateUnit if unit not in FEE_UNITS]
    units = on_balance if method in ON_BALANCE else FEE_UNITS
    unit = draw(st.sampled_from(units))
    highest = Decimal(HIGHEST[unit])
    rate = draw(st.decimals(highest / 30, highest, places=DECIMALS[unit]))
    free = method is Method.INTEREST_FREE
    return Plan(
        draw(st.decimals(1000, 100_000, places=2)),
        draw(st.integers(3, 36)),
        method,
        Decimal(0) if free else rate,
        unit,
        draw(st.sampled_from(Remainder)),
        draw(st.sampled_from(DayBasis)) if unit is RateUnit.DAILY else DayBasis.D360,
    )


def check(plan: Plan) -> CheckBill:
    billed = [Billed(row.payment) for row in plan.rows()]
    return check_bill(amount=plan.amount, periods=plan.periods, payments=billed)


def outputs(**answers: str) -> dict[str, Any]:
    return CALCULATOR.answer(answers).outputs


@given(plan=plans())
def test_a_plan_is_found_again_but_for_the_rounding_of_cents(plan: Plan) -> None:
    found = check(plan)
    assert found.difference <= CENT * plan.periods
    assert found.odd_periods == ()


@given(plan=plans())
def test_the_answer_rebuilds_the_plan(plan: Plan) -> None:
    found = check(plan)
    if found.rounding is Rounding.HALF_UP:
        again = Plan(
            plan.amount,
            plan.periods,
            found.method,
            found.rate,
            found.rate_unit,
            found.remainder,
            found.day_basis,
        )
        assert [row.explained for row in found.rows] == [
            r.payment for r in again.rows()
        ]
    assert all(row.billed - row.explained == row.difference for row in found.rows)


@pytest.mark.parametrize(
    ("method", "rate", "unit"),
    [
        (Method.LEVEL_PAYMENT, "18", RateUnit.ANNUAL),
        (Method.LEVEL_PAYMENT, "18.25", RateUnit.ANNUAL),
        (Method.LEVEL_PAYMENT, "0.0417", RateUnit.DAILY),
        (Method.EQUAL_PRINCIPAL, "7.2", RateUnit.ANNUAL),
        (Method.INTEREST_ONLY, "10.8", RateUnit.ANNUAL),
        (Method.FLAT_FEE, "7.5", RateUnit.TOTAL_FEE),
        (Method.FLAT_FEE, "0.66", RateUnit.PER_PERIOD_FEE),
        (Method.UPFRONT_FEE, "8.8", RateUnit.TOTAL_FEE),
        (Method.INTEREST_FREE, "0", RateUnit.TOTAL_FEE),
    ],
)
@pytest.mark.parametrize("remainder", Remainder)
def test_usual_terms_are_named_as_they_were(
    method: Method, rate: str, unit: RateUnit, remainder: Remainder
) -> None:
    for amount, periods in (("4999", 12), ("3299", 24)):
        terms = Decimal(amount), periods, method, Decimal(rate), unit, remainder
        found = check(Plan(*terms))
        assert (found.method, found.rate, found.rate_unit) == terms[2:5]


def test_the_same_rate_is_stated_a_year() -> None:
    plan = Plan(
        Decimal(4999), 12, Method.LEVEL_PAYMENT, Decimal("0.05"), RateUnit.DAILY
    )
    found = check(plan)
    assert (found.rate, found.rate_unit) == (Decimal(18), RateUnit.ANNUAL)


def test_one_amount_stands_for_every_period() -> None:
    found = outputs(amount="4999", periods="12", payments="447.82")
    assert (found["method"], found["rate_unit"]) == ("flat_fee", "total_fee")
    assert Decimal(found["rate"]) == Decimal("7.5")
    assert found["difference"] == "0.00"
    assert {row["explained"] for row in found["rows"]} == {"447.82"}


def test_other_explanations_are_named() -> None:
    told = check_bill(amount=Decimal(10000), payments=[Billed(Decimal("893.33"))]).told
    assert "账单和「等本等费，每期手续费率 0.6 %」一分不差" in told.sentence
    assert any("总手续费率 7.2 %" in step and "等额本息" in step for step in told.steps)
    assert "只填了一个金额" in told.assumed[-1]


def test_an_interest_free_bill_is_not_called_a_tiny_fee() -> None:
    told = check_bill(amount=Decimal(6000), payments=[Billed(Decimal(500))]).told
    assert told.steps[1] == "合计与分期金额相同，没有利息和手续费。"
    assert not any("也对得上" in step for step in told.steps)


def test_all_at_the_end_without_interest() -> None:
    found = outputs(amount="3000", periods="3", payments="0\n0\n3000")
    assert (found["method"], found["difference"]) == ("interest_only", "0.00")
    assert Decimal(found["rate"]) == 0


def test_a_remainder_elsewhere_is_called_a_remainder() -> None:
    level = "336839.44\n336839.44\n336839.44"  # trims the last interest by a 分
    answers = {"amount": "1000000", "periods": "3", "payments": level}
    assert outputs(**answers)["difference"] == "0.01"
    told = CALCULATOR.answer(answers).told
    assert "账单和「等额本息，年利率 6.3 %」只差尾差，最多 0.01 元" in told.sentence


def test_what_nothing_explains_is_said_with_the_difference() -> None:
    answers = {"amount": "2999", "periods": "3", "payments": "1000\n1100\n1050"}
    found = outputs(**answers)
    most = max(abs(Decimal(row["difference"])) for row in found["rows"])
    assert Decimal(found["difference"]) == most > 1
    told = CALCULATOR.answer(answers).told
    assert told.sentence.startswith("没有一种算法能对上每一期；最接近「")
    assert "担保费" in told.ask[1]


def test_a_bill_below_the_amount_has_a_negative_rate() -> None:
    found = outputs(amount="3000", periods="3", payments="900")
    assert found["method"] == "interest_free"
    assert found["difference"] == "100.00"
    assert Decimal(found["nominal_annual_rate"]) < 0


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (
            {"periods": "3", "payments": "1\n2"},
            "账单金额要填 1 个（每期都一样）或 3 个（每期一个），现在有 2 个",
        ),
        (
            {"periods": "1", "payments": "1\n2"},
            "账单金额要填 1 个（每期一个），现在有 2 个",
        ),
        ({"payments": "0"}, "账单金额至少要有一期大于 0"),
        ({"payments": ""}, "账单上每期要还的至少要填一行"),
    ],
)
def test_refusals(answers: dict[str, str], sentence: str) -> None:
    with pytest.raises(InputErrors) as caught:
        CALCULATOR.answer(answers)
    assert caught.value.errors == {"payments": sentence}


@pytest.mark.parametrize(
    ("amount", "payments"),
    [
        ("0.01", "100000000"),
        ("100000000", "0.01"),
        ("300", "\n".join(str(500 + number % 7) for number in range(600))),
        ("100000000", "0\n" * 599 + "0.01"),
    ],
)
def test_the_widest_bills(amount: str, payments: str) -> None:
    found = outputs(amount=amount, periods="600", payments=payments)
    assert len(found["rows"]) == 600


def test_a_fee_in_whole_yuan_is_recognised() -> None:
    # 5925 + 24 × 1 % of it are 7347; 24 shares of 306, of which the last is 309
    billed = [Billed(Decimal(306))] * 23 + [Billed(Decimal(309))]
    found = check_bill(amount=Decimal(5925), periods=24, payments=billed)
    assert (found.method, found.rate) == (Method.FLAT_FEE, Decimal(1))
    assert found.rounding is Rounding.YUAN
    assert not found.difference
