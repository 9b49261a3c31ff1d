"""部分提前还款: nothing is lost, both ways save, and numpy-financial agrees."""

import json
from decimal import Decimal
from math import ceil

import numpy_financial as npf
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calc import Keep, Method, Prepayment, partial_prepayment
from calc.browser import answer
from calc.calculators.plan import RateUnit
from calc.model.errors import InputErrors
from calc.money import CENT, ZERO

AMOUNTS = st.decimals(1000, 10**5, places=2)
SHARES = st.decimals("0.05", "0.9", places=2)
every_keep = pytest.mark.parametrize("keep", Keep)


@given(
    AMOUNTS,
    st.integers(3, 60),
    SHARES,
    st.sampled_from(Keep),
    st.sampled_from(Method),
    st.data(),
)
def test_the_principal_is_paid_once(  # noqa: PLR0913, PLR0917  # what Hypothesis draws
    amount: Decimal,
    n: int,
    share: Decimal,
    keep: Keep,
    method: Method,
    data: st.DataObject,
) -> None:
    after = data.draw(st.integers(0, n - 1))
    fees = method in {Method.FLAT_FEE, Method.UPFRONT_FEE}
    part = partial_prepayment(
        amount=amount,
        periods=n,
        method=method,
        rate=Decimal(8),
        rate_unit=RateUnit.TOTAL_FEE if fees else RateUnit.ANNUAL,
        prepayments=[Prepayment(after, (amount * share / n).quantize(CENT))],
        keep=keep,
    )
    early = part.prepayments[0].amount
    assert sum((row.principal for row in part.rows), ZERO) + early == amount
    assert not part.rows or part.rows[-1].balance == 0
    assert part.saving == part.cost_without - part.total_cost
    assert part.saving >= -CENT * n


@given(AMOUNTS, st.integers(6, 60), SHARES)
def test_the_new_payment_agrees_with_an_oracle(
    amount: Decimal, n: int, share: Decimal
) -> None:
    early = (amount * share / 2).quantize(CENT)
    part = partial_prepayment(
        amount=amount, periods=n, prepayments=[Prepayment(2, early)]
    )
    owed = part.rows[1].balance
    oracle = -npf.pmt(0.015, n - 2, float(owed))
    assert abs(part.payment_after - Decimal(oracle)) <= Decimal("0.0051")
    assert part.periods_left == n - 2


@given(AMOUNTS, st.integers(6, 60), SHARES)
def test_the_new_term_agrees_with_an_oracle(
    amount: Decimal, n: int, share: Decimal
) -> None:
    early = (amount * share / 2).quantize(CENT)
    part = partial_prepayment(
        amount=amount, periods=n, prepayments=[Prepayment(2, early)], keep=Keep.PAYMENT
    )
    owed, usual = part.rows[1].balance, part.rows[0].payment
    oracle = float(npf.nper(0.015, -float(usual), float(owed)))
    assume(abs(oracle - round(oracle)) > 0.01)
    assert part.periods_left == ceil(oracle)
    assert part.periods_left == 1 or part.payment_after == usual


def test_several_prepayments_of_one_period_are_one() -> None:
    half = Prepayment(4, Decimal(500))
    assert (
        partial_prepayment(prepayments=[half, half]).rows == partial_prepayment().rows
    )


def test_all_of_it_may_be_paid() -> None:
    owed = (
        partial_prepayment(prepayments=[Prepayment(11, CENT)]).rows[10].balance + CENT
    )
    part = partial_prepayment(prepayments=[Prepayment(11, owed)])
    assert (part.periods_left, part.payment_after) == (0, ZERO)
    assert part.told.sentence.startswith("提前还的正好还清")


@pytest.mark.parametrize(
    ("row", "field", "words"),
    [
        ({"after_period": "4", "amount": "5000"}, "amount", "欠的本金没有这么多"),
        ({"after_period": "12", "amount": "1"}, "after_period", "要在第 11 期以前"),
    ],
)
def test_what_cannot_be_prepaid_is_named(
    row: dict[str, str], field: str, words: str
) -> None:
    request = {"calculator": "partial-prepayment", "answers": {"prepayments": [row]}}
    errors = json.loads(answer(json.dumps(request)))["errors"]
    assert list(errors) == [f"prepayments.0.{field}"]
    assert words in errors[f"prepayments.0.{field}"]


def test_a_fee_is_taken_from_what_is_saved() -> None:
    free, dear = partial_prepayment(), partial_prepayment(fee_percent=Decimal(3))
    assert dear.fee == Decimal("30.00")
    assert dear.saving == free.saving - dear.fee


def test_both_ways_stand_side_by_side() -> None:
    steps = partial_prepayment().told.steps
    for way in (
        "期数变少：每期 458.31 元，还要还 6 期",
        "每期变少：每期 324.73 元，还要还 8 期",
    ):
        assert any(way in step for step in steps)


def test_what_is_too_late_for_the_other_way_does_not_matter() -> None:
    late = [Prepayment(2, Decimal(3000)), Prepayment(11, Decimal(10))]
    assert partial_prepayment(prepayments=late).periods_left == 1
    with pytest.raises(InputErrors):
        partial_prepayment(prepayments=late, keep=Keep.PAYMENT)
