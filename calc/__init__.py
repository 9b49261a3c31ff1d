"""Instalment plans in numbers: schedules, annual rates, early payoff, being late.

Each calculator is an ordinary function: `late_fee(overdue_amount=Decimal(5000))`.
Money is Decimal yuan, rates are Decimal percent, dates are `datetime.date`. Choices are
enumerations, and rows are records: `monthly_load(orders=(Order(…),))`.
"""

from calc.calculators.card_overdue import card_overdue
from calc.calculators.card_overdue.statement import InterestOn
from calc.calculators.check_bill import Billed, check_bill
from calc.calculators.compare_plans import Offer, compare_plans
from calc.calculators.dated_rate import dated_rate
from calc.calculators.dated_rate.flows import Flow
from calc.calculators.early_payoff import early_payoff
from calc.calculators.early_payoff.settlement import Policy
from calc.calculators.late_fee import late_fee
from calc.calculators.late_fee.terms import RateKind
from calc.calculators.monthly_load import monthly_load
from calc.calculators.monthly_load.orders import Order
from calc.calculators.partial_prepayment import Prepayment, partial_prepayment
from calc.calculators.partial_prepayment.continued import Keep
from calc.calculators.plan import Known, Method, RateUnit
from calc.calculators.read_text import read_text
from calc.calculators.repayment_schedule import repayment_schedule
from calc.calculators.subsidy import subsidy
from calc.calculators.true_rate import true_rate
from calc.calculators.true_rate.deal import FirstPayment
from calc.calculators.what_fits import Solve, what_fits
from calc.maths.days import DayBasis
from calc.maths.penalty import GraceMode, Rounding
from calc.model.errors import InputErrors
from calc.money import Remainder

__all__ = [
    "Billed",
    "DayBasis",
    "FirstPayment",
    "Flow",
    "GraceMode",
    "InputErrors",
    "InterestOn",
    "Keep",
    "Known",
    "Method",
    "Offer",
    "Order",
    "Policy",
    "Prepayment",
    "RateKind",
    "RateUnit",
    "Remainder",
    "Rounding",
    "Solve",
    "card_overdue",
    "check_bill",
    "compare_plans",
    "dated_rate",
    "early_payoff",
    "late_fee",
    "monthly_load",
    "partial_prepayment",
    "read_text",
    "repayment_schedule",
    "subsidy",
    "true_rate",
    "what_fits",
]
