"""A plan whose rate nobody stated: it follows from what is billed each period."""

from decimal import Decimal

from calc.calculators.annual import annual_rates
from calc.calculators.plan import (
    ON_BALANCE,
    SHORT,
    Known,
    Method,
    Plan,
    RateUnit,
    regular_payment,
)
from calc.maths.context import precise
from calc.model.errors import InputErrors
from calc.money import fixed, split_evenly

ALL_LOST = Decimal(-1200)  # percent a year: nothing is left after a month
FINEST = 12  # decimals of a rate; beyond them none gives the payment to the 分


def settled_plan(plan: Plan, known: Known, payment: Decimal | None) -> Plan:
    """The plan as stated, or with the rate that follows from the payment.

    Raises:
        InputErrors: At `known`, `payment` or the plan's own fields.
    """
    if known is Known.RATE or plan.method is Method.INTEREST_FREE:
        plan.check()
        return plan
    if payment is None:
        raise InputErrors({"payment": "填写每期应还"})
    if plan.method is Method.UPFRONT_FEE:
        sentence = f"{SHORT[plan.method]}的，每期应还里看不出手续费，要填费率"
        raise InputErrors({"known": sentence})
    return _from_payment(plan, payment)


@precise
def _from_payment(plan: Plan, payment: Decimal) -> Plan:
    """The plan with the roundest rate that asks for this payment."""
    on_balance = plan.method in ON_BALANCE
    unit = RateUnit.ANNUAL if on_balance else RateUnit.PER_PERIOD_FEE
    rate = _rate(plan, payment) * (12 if on_balance else 1)
    rounded = (fixed(rate, Decimal(1).scaleb(-places)) for places in range(FINEST + 1))
    plans = (
        Plan(
            plan.amount,
            plan.periods,
            plan.method,
            digits,
            unit,
            plan.remainder,
            plan.day_basis,
        )
        for digits in rounded
        if not on_balance or digits > ALL_LOST
    )
    return next(
        found for found in plans if regular_payment(found, found.rows()) == payment
    )


def _rate(plan: Plan, payment: Decimal) -> Decimal:
    """The rate a period that gives the payment, in percent."""
    if plan.method is Method.LEVEL_PAYMENT:
        return annual_rates(plan.amount, [payment] * plan.periods).periodic
    principals = split_evenly(plan.amount, plan.periods, plan.remainder)
    principal = principals[0 if plan.method is Method.EQUAL_PRINCIPAL else -1]
    if plan.method is Method.FLAT_FEE:
        principal = min(principals)
    elif plan.method is Method.INTEREST_ONLY and plan.periods > 1:
        principal = Decimal(0)
    return (payment - principal) / plan.amount * 100
