"""The arithmetic is ours, whatever the caller's own is."""

from collections.abc import Callable
from datetime import date
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, localcontext
from typing import Any

import pytest

from calc.maths.annuity import level_payment
from calc.maths.days import DayBasis
from calc.maths.penalty import Rounding, penalty_daily_rate, penalty_interest
from calc.maths.rates import dated_rate, effective_annual, nominal_annual, periodic_rate
from calc.maths.schedule import (
    equal_principal_schedule,
    flat_fee_schedule,
    interest_only_schedule,
    level_payment_schedule,
)
from calc.money import Remainder

AMOUNT, RATE = Decimal("123456.78"), Decimal("0.0151234567")
FLOWS = [AMOUNT, -AMOUNT, -RATE]
ON_DAYS = [(date(2026, 1, 1), AMOUNT), (date(2027, 3, 4), -2 * AMOUNT)]
ROUGH = Context(prec=6, traps=[DivisionByZero, InvalidOperation])


@pytest.mark.parametrize(
    "work_out",
    [
        lambda: level_payment(AMOUNT, RATE, 12),
        lambda: penalty_interest(AMOUNT, RATE, 37, Rounding.TOTAL),
        lambda: penalty_daily_rate(RATE, Decimal("0.5"), DayBasis.D365),
        lambda: nominal_annual(RATE),
        lambda: effective_annual(RATE),
        lambda: periodic_rate(FLOWS),
        lambda: dated_rate(ON_DAYS),
        lambda: level_payment_schedule(AMOUNT, 12, RATE),
        lambda: equal_principal_schedule(AMOUNT, 12, RATE, Remainder.LAST),
        lambda: flat_fee_schedule(AMOUNT, 2, [RATE, RATE], Remainder.LAST),
        lambda: interest_only_schedule(AMOUNT, 12, RATE),
    ],
)
def test_it_comes_out_the_same(work_out: Callable[[], Any]) -> None:
    expected = work_out()
    with localcontext(ROUGH):
        assert work_out() == expected
