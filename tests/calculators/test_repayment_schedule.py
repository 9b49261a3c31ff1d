"""Repayment schedules: published payments and rates, and what holds for any plan."""

from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calc.calculators import ALL
from calc.calculators.plan import Known, Method, RateUnit
from calc.calculators.repayment_schedule import repayment_schedule
from calc.model.errors import InputErrors
from calc.money import CENT, Remainder

CALCULATOR = ALL["repayment-schedule"]


def outputs(**answers: str) -> dict[str, Any]:
    return CALCULATOR.answer(answers).outputs


@pytest.mark.parametrize(
    ("amount", "periods", "rate", "payment", "cost"),
    [
        ("4999", "12", "18", "458.31", "500.72"),
        ("1200000", "12", "10", "105499.06", None),
        ("200000", "12", "12", "17769.76", "13237.09"),
        ("10000", "12", "7.2", "866.19", "394.28"),
    ],
)
def test_published_level_payments(
    amount: str, periods: str, rate: str, payment: str, cost: str | None
) -> None:
    found = outputs(amount=amount, periods=periods, rate=rate)
    assert found["payment"] == payment
    assert cost is None or abs(Decimal(found["total_cost"]) - Decimal(cost)) <= Decimal(
        "0.03"
    )


@pytest.mark.parametrize(
    ("fee", "periods", "nominal", "effective"),
    [
        ("2.22", "3", "13.2713", "14.1091"),
        ("3.9", "6", "13.2502", "14.0852"),
        ("7.2", "12", "13.0342", "13.8418"),
        ("4.5", "6", "15.2677", "16.3828"),
        ("8.8", "12", "15.8643", "17.0702"),
        ("12", "24", "11.1267", "11.7120"),
    ],
)
def test_annual_rates_of_flat_fees(
    fee: str, periods: str, nominal: str, effective: str
) -> None:
    found = outputs(
        amount="100000000",  # large, so that rounding to 分 does not show
        periods=periods,
        method="flat_fee",
        rate=fee,
        rate_unit="total_fee",
    )
    assert found["nominal_annual_rate"].startswith(nominal[:-1])
    assert abs(Decimal(found["nominal_annual_rate"]) - Decimal(nominal)) < Decimal(
        "1e-4"
    )
    assert abs(Decimal(found["effective_annual_rate"]) - Decimal(effective)) < Decimal(
        "1e-4"
    )


def test_the_remainder_of_huabei_goes_first() -> None:
    found = outputs(preset="huabei-purchase-12", amount="2999")
    assert found["total_cost"] == "224.93"  # 224.925, half-up
    assert found["rows"][0]["principal"] == "249.99"
    assert found["rows"][1]["principal"] == "249.91"
    assert found["payment"] == "268.65"


def test_a_fee_at_the_start_is_in_the_first_payment() -> None:
    found = outputs(
        amount="4000",
        periods="12",
        method="upfront_fee",
        rate="0.66",
        rate_unit="per_period_fee",
    )
    assert found["first_payment"] == "650.13"  # as published
    assert found["rows"][1]["payment"] == "333.33"


def test_due_dates_keep_their_day() -> None:
    found = outputs(periods="4", first_due="2026-12-31")
    assert [row["due_date"] for row in found["rows"]] == [
        *("2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31")
    ]
    assert {row["due_date"] for row in outputs()["rows"]} == {""}


@pytest.mark.parametrize(
    ("answers", "errors"),
    [
        (
            {"rate_unit": "total_fee"},
            {"rate_unit": "等额本息按剩余本金计息，要选年利率、月利率或日利率"},
        ),
        (
            {"amount": "", "periods": "0"},
            {"amount": "填写分期金额", "periods": "期数要在 1 到 600 期之间"},
        ),
    ],
)
def test_says_what_is_wrong(answers: dict[str, str], errors: dict[str, str]) -> None:
    with pytest.raises(InputErrors) as caught:
        outputs(**answers)
    assert caught.value.errors == errors


plans = st.fixed_dictionaries(
    {
        "amount": st.decimals("0.01", 1_000_000, places=2),
        "periods": st.integers(1, 60),
        "method": st.sampled_from(Method),
        "rate": st.decimals(0, 100, places=4),
        "remainder": st.sampled_from(Remainder),
    }
)


@settings(max_examples=80, deadline=None)
@given(plans)
def test_payments_are_principal_and_cost_and_the_balance_ends(
    plan: dict[str, Any],
) -> None:
    found = repayment_schedule(rate_unit=RateUnit.ANNUAL, **plan)
    rows = found.rows
    assert rows[-1].balance == 0
    assert sum(row.principal for row in rows) == plan["amount"]
    assert found.total_paid == plan["amount"] + found.total_cost
    assert found.total_paid == sum(row.payment for row in rows)
    for row in rows:
        assert row.payment == row.principal + row.interest + row.fee


def carried(plan: dict[str, Any]) -> Decimal:
    """What rounding moves: half a 分 of the payment and of the interest, grown to the end.

    The other methods carry nothing on.
    """
    if plan["method"] is not Method.LEVEL_PAYMENT:
        return Decimal(0)
    growth = 1 + plan["rate"] / 1200
    return CENT * sum((growth**n for n in range(plan["periods"])), Decimal(0))


@settings(max_examples=60, deadline=None)
@given(plans, st.decimals(0, 50, places=2))
def test_a_higher_rate_never_costs_less(plan: dict[str, Any], more: Decimal) -> None:
    lower = repayment_schedule(rate_unit=RateUnit.ANNUAL, **plan)
    plan["rate"] += more
    higher = repayment_schedule(rate_unit=RateUnit.ANNUAL, **plan)
    assert higher.total_cost >= lower.total_cost - 2 * carried(plan)


@settings(max_examples=40, deadline=None)
@given(plans.filter(lambda plan: plan["method"] is not Method.INTEREST_ONLY))
def test_a_rate_of_0_is_interest_free(plan: dict[str, Any]) -> None:
    plan["rate"] = Decimal(0)
    nothing = repayment_schedule(rate_unit=RateUnit.ANNUAL, **plan)
    free = repayment_schedule(**plan | {"method": Method.INTEREST_FREE})
    assert nothing.rows == free.rows
    assert nothing.effective_annual_rate == 0


@settings(max_examples=60, deadline=None)
@given(
    amount=st.decimals(100, 50_000, places=2),
    periods=st.integers(1, 36),
    method=st.sampled_from(
        [Method.LEVEL_PAYMENT, Method.EQUAL_PRINCIPAL, Method.INTEREST_ONLY]
    ),
    rate=st.decimals(0, 36, places=2),
)
def test_the_bill_gives_the_payment_back(
    amount: Decimal, periods: int, method: Method, rate: Decimal
) -> None:
    schedule = partial(
        repayment_schedule, amount=amount, periods=periods, method=method
    )
    stated = schedule(rate=rate)
    assume(stated.payment > 0)
    billed = schedule(known=Known.PAYMENT, payment=stated.payment)
    assert billed.payment == stated.payment
    # whole 分 leave a rate some room
    gap = abs(billed.nominal_annual_rate - stated.nominal_annual_rate)
    assert gap <= Decimal(1200) / amount * 2


def test_the_rate_found_is_the_roundest_and_named() -> None:
    found = CALCULATOR.answer({"known": "payment", "payment": "458.31"})
    assert found.told.steps[0] == "从每期 458.31 元反推：年利率 18 %。"
    assert found.outputs == CALCULATOR.answer({}).outputs


@pytest.mark.parametrize(
    ("method", "payment", "said"),
    [
        ("flat_fee", "447.82", "每期手续费率 0.625 %"),
        ("equal_principal", "491.57", "年利率 18 %"),
        ("interest_only", "74.99", "年利率 18 %"),
    ],
)
def test_other_methods_follow_from_the_bill_too(
    method: str, payment: str, said: str
) -> None:
    answers = {"known": "payment", "method": method, "payment": payment}
    found = CALCULATOR.answer(answers)
    assert said in found.told.steps[0]
    assert found.outputs["payment"] == payment


@pytest.mark.parametrize(
    ("answers", "errors"),
    [
        ({}, {"payment": "填写每期应还"}),
        (
            {"method": "upfront_fee", "payment": "400"},
            {"known": "手续费在首期一次收的，每期应还里看不出手续费，要填费率"},
        ),
    ],
)
def test_a_bill_that_gives_no_rate(
    answers: dict[str, str], errors: dict[str, str]
) -> None:
    with pytest.raises(InputErrors) as caught:
        CALCULATOR.answer({"known": "payment", **answers})
    assert caught.value.errors == errors


@pytest.mark.parametrize(
    ("field", "answers"),
    [
        ("rate", {"rate": "18", "rate_unit": "daily"}),
        ("rate", {"rate": "18", "rate_unit": "monthly"}),
        ("rate", {"rate": "0.05"}),
        ("rate", {"rate": "180"}),
        ("rate", {"rate": "7.5", "rate_unit": "per_period_fee", "method": "flat_fee"}),
        ("rate", {"rate": "101", "rate_unit": "total_fee", "method": "flat_fee"}),
        ("payment", {"known": "payment", "payment": "100"}),
        ("payment", {"known": "payment", "payment": "9999", "periods": "3"}),
    ],
)
def test_what_is_unlikely_is_asked_and_still_answered(
    field: str, answers: dict[str, str]
) -> None:
    found = CALCULATOR.answer(answers)
    assert list(found.told.questions) == [field]
    assert not CALCULATOR.answer({}).told.questions
    free = CALCULATOR.answer(answers | {"method": "interest_free"})
    assert not free.told.questions


def test_a_bill_that_no_rate_gives_exactly_gets_the_nearest() -> None:
    answers = {"known": "payment", "amount": "0.01", "periods": "12", "payment": "0.01"}
    found = CALCULATOR.answer(answers)
    assert found.outputs["total_paid"] >= "0.01"
    assert "反推：年利率" in found.told.steps[0]


def test_a_bill_that_loses_almost_all_is_answered_and_asked_about() -> None:
    answers = {"amount": "100000000", "periods": "1", "payment": "0.01"}
    found = CALCULATOR.answer({"known": "payment", **answers})
    assert found.outputs["payment"] == "0.01"
    assert "payment" in found.told.questions


def test_a_fee_at_the_start_stated_by_the_period_is_worked_out_as_stated() -> None:
    answers = {"method": "upfront_fee", "rate": "0.66", "rate_unit": "per_period_fee"}
    steps = CALCULATOR.answer(answers).told.steps
    assert steps[0] == "手续费合计：4,999.00 × 0.66 % × 12 期 = 395.92 元。"
