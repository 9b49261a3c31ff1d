"""Instalment plans in numbers: schedules, annual rates, early payoff, being late.

Each calculator is an ordinary function: `late_fee(overdue_amount=Decimal(5000))`.
Money is Decimal yuan, rates are Decimal percent, dates are `datetime.date`.
"""

from calc.calculators.late_fee import late_fee
from calc.calculators.repayment_schedule import repayment_schedule

__all__ = ["late_fee", "repayment_schedule"]
