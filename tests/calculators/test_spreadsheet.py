"""Schedules beside the spreadsheet functions that people check them with."""

from decimal import Decimal

import numpy_financial
from hypothesis import given
from hypothesis import strategies as st

from calc.calculators.repayment_schedule import repayment_schedule

amounts = st.decimals(100, 1_000_000, places=2)
terms = st.integers(1, 60)
rates = st.decimals("0.01", 36, places=2)


@given(amount=amounts, periods=terms, rate=rates)
def test_the_payment_is_pmt_to_the_cent(
    amount: Decimal, periods: int, rate: Decimal
) -> None:
    found = repayment_schedule(amount=amount, periods=periods, rate=rate)
    theirs = -numpy_financial.pmt(float(rate) / 1200, periods, float(amount))
    assert abs(float(found.payment) - theirs) <= 0.005 + 1e-7


@given(amount=amounts, periods=terms, rate=rates)
def test_the_first_row_is_ipmt_and_ppmt_to_the_cent(
    amount: Decimal, periods: int, rate: Decimal
) -> None:
    row = repayment_schedule(amount=amount, periods=periods, rate=rate).rows[0]
    stated = float(rate) / 1200, 1, periods, float(amount)
    interest, principal = numpy_financial.ipmt(*stated), numpy_financial.ppmt(*stated)
    assert abs(float(row.interest) + interest) <= 0.005 + 1e-7
    assert abs(float(row.principal) + principal) <= 0.01 + 1e-7
