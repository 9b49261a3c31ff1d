"""The library as its users see it: names, and the types that their checkers see."""

from datetime import date
from decimal import ROUND_UP, Decimal, localcontext
from enum import Enum
from typing import assert_type

import pytest

import calc
from calc.calculators import FUNCTIONS
from calc.calculators.late_fee import Stage
from calc.calculators.monthly_load.orders import Due
from calc.calculators.repayment_schedule import Instalment
from calc.model.calculator import Told


def test_every_calculator_is_public() -> None:
    public = {name for name in calc.__all__ if name.islower()}
    assert public == {function.__name__ for function in FUNCTIONS}


def test_every_choice_and_every_row_that_a_calculator_takes_is_public() -> None:
    public = {getattr(calc, name) for name in calc.__all__}
    for function in FUNCTIONS:
        for field in function.calculator.inputs.values():  # type: ignore[attr-defined]  # set by the decorator
            kinds = {type(value) for value in getattr(field, "options", ())}
            assert {kind for kind in kinds if issubclass(kind, Enum)} <= public
            assert getattr(field, "of", calc.Order) in public


def test_the_types_of_a_result_are_known() -> None:
    late = calc.late_fee(overdue_amount=Decimal(5000), rounding=calc.Rounding.DAILY)
    assert_type(late.charge, Decimal)
    assert_type(late.rows, tuple[Stage, ...])
    assert_type(late.told, Told)
    plan = calc.repayment_schedule(method=calc.Method.FLAT_FEE)
    assert_type(plan.rows[0], Instalment)
    assert_type(plan.rows[0].due_date, date | None)
    order = calc.Order(
        name="手机",
        amount=Decimal(4999),
        periods=12,
        fee=None,
        first_due=date(2026, 12, 10),
    )
    load = calc.monthly_load(orders=(order,), as_of=date(2027, 1, 1))
    assert_type(load.next_due, date | None)
    assert_type(load.past[0], Due)
    assert late.charge == Decimal("17.50")


def test_a_checker_refuses_what_is_no_amount_no_choice_and_no_row() -> None:
    def wrong() -> None:
        calc.late_fee(overdue_amount="5000")  # type: ignore[arg-type]  # text
        calc.late_fee(rounding="each")  # type: ignore[arg-type]  # no choice
        calc.monthly_load(orders=({"name": "手机"},))  # type: ignore[arg-type]  # no row
        calc.late_fee(colour="red")  # type: ignore[call-arg]  # no such question

    with pytest.raises((TypeError, AttributeError, ValueError, ArithmeticError)):
        wrong()


def test_words_are_the_same_whatever_the_callers_context() -> None:
    ordinary = [str(function().told) for function in FUNCTIONS]
    with localcontext(prec=4, rounding=ROUND_UP):
        assert [str(function().told) for function in FUNCTIONS] == ordinary
