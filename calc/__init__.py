"""Instalment plans in numbers: schedules, annual rates, early payoff, being late.

Each calculator is an ordinary function: `late_fee(overdue_amount=Decimal(5000))`.
Money is Decimal yuan, rates are Decimal percent, dates are `datetime.date`.
"""

from calc.calculators.card_overdue import card_overdue
from calc.calculators.check_bill import check_bill
from calc.calculators.compare_plans import compare_plans
from calc.calculators.dated_rate import dated_rate
from calc.calculators.early_payoff import early_payoff
from calc.calculators.late_fee import late_fee
from calc.calculators.monthly_load import monthly_load
from calc.calculators.read_text import read_text
from calc.calculators.repayment_schedule import repayment_schedule
from calc.calculators.true_rate import true_rate

__all__ = [
    "card_overdue",
    "check_bill",
    "compare_plans",
    "dated_rate",
    "early_payoff",
    "late_fee",
    "monthly_load",
    "read_text",
    "repayment_schedule",
    "true_rate",
]
