"""The calculators, in the order of the site. One folder, one calculator."""

from collections.abc import Callable, Mapping
from typing import Any

from calc.calculators.card_overdue import card_overdue
from calc.calculators.check_bill import check_bill
from calc.calculators.compare_plans import compare_plans
from calc.calculators.dated_rate import dated_rate
from calc.calculators.early_payoff import early_payoff
from calc.calculators.late_fee import late_fee
from calc.calculators.monthly_load import monthly_load
from calc.calculators.partial_prepayment import partial_prepayment
from calc.calculators.read_text import read_text
from calc.calculators.repayment_schedule import repayment_schedule
from calc.calculators.subsidy import subsidy
from calc.calculators.true_rate import true_rate
from calc.calculators.what_fits import what_fits
from calc.model.calculator import Calculator, declared

FUNCTIONS: tuple[Callable[..., Any], ...] = (
    repayment_schedule,
    true_rate,
    dated_rate,
    early_payoff,
    partial_prepayment,
    late_fee,
    card_overdue,
    compare_plans,
    monthly_load,
    check_bill,
    what_fits,
    subsidy,
    read_text,
)

ALL: Mapping[str, Calculator] = {
    calculator.name: calculator for calculator in map(declared, FUNCTIONS)
}
