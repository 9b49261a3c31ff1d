"""The calculators, in the order of the site. One file, one calculator."""

from collections.abc import Callable, Mapping
from typing import Any

from calc.calculators.late_fee import late_fee
from calc.calculators.repayment_schedule import repayment_schedule
from calc.model.calculator import Calculator, declared

FUNCTIONS: tuple[Callable[..., Any], ...] = (repayment_schedule, late_fee)

ALL: Mapping[str, Calculator] = {
    calculator.name: calculator for calculator in map(declared, FUNCTIONS)
}
