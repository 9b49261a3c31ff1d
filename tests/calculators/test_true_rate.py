"""True rate: what is asked, what is refused, and other people's solvers."""

from decimal import Decimal
from typing import Any

import numpy_financial
import pytest
import pyxirr
from hypothesis import given
from hypothesis import strategies as st

from calc.calculators import ALL
from calc.calculators.true_rate import true_rate
from calc.calculators.true_rate.deal import FirstPayment
from calc.model.errors import InputErrors

CALCULATOR = ALL["true-rate"]


def outputs(**answers: str) -> dict[str, Any]:
    return CALCULATOR.answer(answers).outputs


def refused(**answers: str) -> dict[str, str]:
    with pytest.raises(InputErrors) as caught:
        CALCULATOR.answer(answers)
    return caught.value.errors


def test_the_fee_taken_at_once_counts_as_paid() -> None:
    found = outputs(received="100000", upfront_fee="1000", payment="8833.3")
    assert found["total_paid"] == "106999.60"
    assert found["total_cost"] == "6999.60"
    assert found["nominal_annual_rate"].startswith("12.80")


def test_the_working_holds_the_readers_numbers() -> None:
    told = true_rate(
        received=Decimal(5099),
        periods=24,
        payment=Decimal("249.96"),
        first_payment=FirstPayment.AT_ONCE,
    ).told
    assert told.steps[2] == (
        "求每月利率 i，使 5,099.00 = 249.96 + … + 249.96 ÷ (1 + i)^23，得 i = 1.468425 %。"
    )


@pytest.mark.parametrize(
    ("payment", "nominal", "cost"),
    [("100", "0.0000000000", "0.00"), ("50", "-111.96", "-600.00")],
    ids=["0 %", "less is paid than received"],
)
def test_nothing_or_less_than_nothing(payment: str, nominal: str, cost: str) -> None:
    found = outputs(received="1200", periods="12", payment=payment)
    assert found["total_cost"] == cost
    assert found["nominal_annual_rate"].startswith(nominal)


def test_paying_less_is_said_in_words() -> None:
    told = true_rate(received=Decimal(1200), payment=Decimal(50)).told
    assert "比到手的少 600.00 元" in told.sentence


@pytest.mark.parametrize(
    ("answers", "errors"),
    [
        (
            {"received": "1000", "upfront_fee": "1000"},
            {"upfront_fee": "先付的费用要比到手金额少"},
        ),
        (
            {"first_payment": "at_once", "payment": "4999"},
            {"payment": "当天付的这一期要比到手金额（减去先付的费用）少"},
        ),
        (
            {"first_payment": "at_once", "periods": "1", "payment": "10"},
            {"periods": "只有一期又当天就付，没有借钱的时间，算不出年化"},
        ),
        ({"payment": "0"}, {"payment": "每期要付要在 0.01 到 100,000,000 元之间"}),
    ],
)
def test_refusals(answers: dict[str, str], errors: dict[str, str]) -> None:
    assert refused(**answers) == errors


@pytest.mark.parametrize(
    ("received", "payment"), [("0.01", "100000000"), ("100000000", "0.01")]
)
def test_the_widest_answers(received: str, payment: str) -> None:
    found = outputs(received=received, periods="600", payment=payment)
    assert Decimal(found["nominal_annual_rate"]) > -1200


@given(
    received=st.decimals(100, 1_000_000, places=2),
    fee=st.decimals(0, 50, places=2),
    periods=st.integers(1, 60),
    times=st.decimals("0.6", "2.5", places=3),
)
def test_other_solvers_agree(
    received: Decimal, fee: Decimal, periods: int, times: Decimal
) -> None:
    payment = round(received * times / periods, 2)
    found = true_rate(
        received=received, upfront_fee=fee, periods=periods, payment=payment
    )
    flows = [float(received - fee), *[-float(payment)] * periods]
    theirs = pyxirr.irr(flows)
    assert theirs is not None
    assert abs(float(found.periodic_rate / 100) - theirs) <= 1e-9
    worth = float(numpy_financial.npv(float(found.periodic_rate / 100), flows))
    assert abs(worth) <= 1e-9 * float(received) * periods


@given(
    received=st.decimals(100, 1_000_000, places=2),
    periods=st.integers(2, 60),
    times=st.decimals("1.01", "2.5", places=3),
)
def test_paying_at_once_costs_more_a_year(
    received: Decimal, periods: int, times: Decimal
) -> None:
    payment = round(received * times / (periods + 2), 2)
    later, at_once = (
        true_rate(
            received=received, periods=periods, payment=payment, first_payment=first
        )
        for first in FirstPayment
    )
    if later.total_cost > 0:
        assert at_once.nominal_annual_rate > later.nominal_annual_rate
    assert at_once.total_paid == later.total_paid


@pytest.mark.parametrize(
    ("field", "answers"),
    [
        ("payment", {"payment": "100"}),
        ("payment", {"payment": "2000"}),
        ("upfront_fee", {"upfront_fee": "2600", "payment": "210"}),
    ],
)
def test_what_is_unlikely_is_asked_and_still_answered(
    field: str, answers: dict[str, str]
) -> None:
    assert field in CALCULATOR.answer(answers).told.questions
    assert not CALCULATOR.answer({}).told.questions


def test_a_deal_that_loses_almost_all_prints_more_digits() -> None:
    answers = {"received": "100000000", "periods": "1", "payment": "0.01"}
    told = CALCULATOR.answer(answers).told
    assert "得 i = -99.99999999" in told.steps[2]
