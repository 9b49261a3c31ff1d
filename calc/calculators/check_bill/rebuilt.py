"""The plan that method, rate, day basis, remainder and rounding alone describe."""

from itertools import accumulate

from calc.calculators.check_bill.bill import Bill, Rounding, divide
from calc.calculators.check_bill.candidate import Candidate
from calc.calculators.check_bill.fees import listed, split
from calc.calculators.check_bill.level import level_payment, rounded
from calc.calculators.check_bill.stated import Stated
from calc.calculators.plan import Method, Plan, RateUnit
from calc.money import CENT


def plan_of(bill: Bill, candidate: Candidate) -> Plan:
    """The candidate's terms as any calculator takes them."""
    stated = candidate.stated
    return Plan(
        bill.amount * CENT,
        bill.periods,
        candidate.method,
        stated.rate,
        stated.unit,
        candidate.remainder,
        stated.basis,
    )


def rebuilt(bill: Bill, candidate: Candidate) -> list[int]:
    """What those terms ask for in each period, in 分.

    `half_up` is our own rounding, as in a repayment schedule. `down` and `up` round
    payment, share, fee and interest of every period to the 分 that way, `yuan` rounds
    what is asked in a period to the nearest 元; a last (or first) period takes the rest.
    """
    if candidate.rounding is Rounding.HALF_UP:
        return [int(row.payment / CENT) for row in plan_of(bill, candidate).rows()]
    match candidate.method:
        case Method.LEVEL_PAYMENT:
            return _level(bill, candidate)
        case Method.EQUAL_PRINCIPAL | Method.INTEREST_ONLY:
            return _falling(bill, candidate)
        case _:
            return _with_fees(bill, candidate)


def _level(bill: Bill, candidate: Candidate) -> list[int]:
    stated, rounding = candidate.stated, candidate.rounding
    payment = rounded(level_payment(bill.amount, bill.periods, stated), rounding)
    balance, payments = bill.amount, []
    for _ in range(bill.periods - 1):
        interest = _interest(balance, stated, rounding)
        principal = min(max(payment - interest, 0), balance)
        payments.append(principal + interest)
        balance -= principal
    return [*payments, balance + _interest(balance, stated, rounding)]


def _falling(bill: Bill, candidate: Candidate) -> list[int]:
    stated, rounding = candidate.stated, candidate.rounding
    principals = [*[0] * (bill.periods - 1), bill.amount]
    if candidate.method is Method.EQUAL_PRINCIPAL:
        principals = _shares(bill, bill.amount, candidate)
    balances = accumulate(principals[:-1], int.__sub__, initial=bill.amount)
    return [
        divide(principal + _interest(balance, stated, rounding), 1, rounding)
        if rounding is Rounding.YUAN
        else principal + _interest(balance, stated, rounding)
        for principal, balance in zip(principals, balances, strict=True)
    ]


def _with_fees(bill: Bill, candidate: Candidate) -> list[int]:
    stated, rounding = candidate.stated, candidate.rounding
    due = bill.amount * stated.top
    if rounding is Rounding.YUAN:
        whole = divide(due * bill.periods, stated.bottom, Rounding.HALF_UP)
        return _shares(bill, bill.amount + whole, candidate)
    principals = _shares(bill, bill.amount, candidate)
    if stated.unit is RateUnit.TOTAL_FEE:
        whole = divide(due * bill.periods, stated.bottom, rounding)
        fees = _shares(bill, whole, candidate)
    else:
        fees = [divide(due, stated.bottom, rounding)] * bill.periods
    return [a + b for a, b in zip(principals, fees, strict=True)]


def _shares(bill: Bill, total: int, candidate: Candidate) -> list[int]:
    cut = candidate.rounding
    if cut is Rounding.YUAN and candidate.method is Method.EQUAL_PRINCIPAL:
        cut = Rounding.DOWN
    parts = split(total, bill.periods, cut, candidate.remainder)
    return listed(parts.first, parts.share, parts.last, bill.periods)


def _interest(balance: int, stated: Stated, rounding: Rounding) -> int:
    to_cents = Rounding.HALF_UP if rounding is Rounding.YUAN else rounding
    return divide(balance * stated.top, stated.bottom, to_cents)
