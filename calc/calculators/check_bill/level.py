"""Plans of 等额本息 that a bill could come from."""

from collections.abc import Iterator
from decimal import Decimal

from calc.calculators.check_bill.bill import TO_CENTS, YUAN, Bill, Rounding, divide
from calc.calculators.check_bill.candidate import Candidate, Twist
from calc.calculators.check_bill.fees import ROUNDED, WHOLE
from calc.calculators.check_bill.stated import RATES, Stated, printed
from calc.calculators.plan import Method
from calc.money import Remainder

SETTLED = 12  # decimals of a 分; what follows may be the noise of a power
CLOSE = Decimal("1e-12")  # of a rate of interest, where digits of 1e-6 matter
ALIKE, APART, UNROUNDED = 400, 300, 500  # the digits it takes to say so


def level_rates(bill: Bill, usual: int) -> list[Stated]:
    """Rates whose payment is the usual amount, and the nearest of all."""
    near = level_rate(bill.amount, bill.periods, usual)
    if near <= 0:
        return []
    slope = _slope(bill.amount, bill.periods, near)
    over = Decimal(_last_off(bill, usual)) / bill.periods
    found: list[Stated] = []
    for off in (1, YUAN // 2) if usual % YUAN == 0 else (1,):
        likely = near + min(max(over, Decimal(-off)), Decimal(off)) / slope
        found += printed(RATES, near - off / slope, likely, near + off / slope)
    return found


def _last_off(bill: Bill, usual: int) -> int:
    """What the last period asks above the others: a trace of the exact payment."""
    return 0 if bill.single or bill.periods == 1 else bill.payments[-1] - usual


def level_plans(bill: Bill, usual: int, stated: Stated) -> Iterator[Candidate]:
    """Those of one rate."""
    exact = level_payment(bill.amount, bill.periods, stated)
    fitting = [way for way in Rounding if rounded(exact, way) == usual]
    for rounding in fitting or [Rounding.HALF_UP]:
        payment = rounded(exact, rounding)
        yield from _ends(bill, payment, stated, rounding, exact)


def rounded(exact: Decimal, rounding: Rounding) -> int:
    """An amount in 分, rounded."""
    return divide(int(exact.scaleb(SETTLED)), 10**SETTLED, rounding)


def _ends(
    bill: Bill, payment: int, stated: Stated, rounding: Rounding, exact: Decimal
) -> Iterator[Candidate]:
    """The same payment, and the ways to come to the last."""
    body = [payment] * (bill.periods - 1)

    def ending(last: int, more: int = 0, twist: Twist = Twist.NONE) -> Candidate:
        return Candidate(
            Method.LEVEL_PAYMENT,
            stated,
            rounding,
            Remainder.LAST,
            [*body, last],
            stated.cost + (WHOLE if rounding is Rounding.YUAN else 0),
            ROUNDED[rounding] + more,
            twist,
        )

    interest = Rounding.HALF_UP if rounding is Rounding.YUAN else rounding
    last = cleared(bill.amount, bill.periods, payment, stated, interest)
    yield ending(last)
    if bill.single or last == bill.payments[-1]:
        return
    yield ending(payment, ALIKE, Twist.ALIKE)
    for other in TO_CENTS:
        if other is not interest:
            last = cleared(bill.amount, bill.periods, payment, stated, other)
            yield ending(last, APART, Twist.APART)
    rate = Decimal(stated.top) / stated.bottom
    grown = ((1 + rate) ** bill.periods - 1) / rate
    unrounded = payment + int(((exact - payment) * grown).to_integral_value())
    yield ending(unrounded, UNROUNDED, Twist.UNROUNDED)


def cleared(
    amount: int, periods: int, payment: int, stated: Stated, interest: Rounding
) -> int:
    """The last payment, when each period's interest is rounded."""
    top, bottom = stated.top, stated.bottom
    balance = amount
    for _ in range(periods - 1):
        balance -= payment - divide(balance * top, bottom, interest)
        if balance < 0:
            return 0
    return balance + divide(balance * top, bottom, interest)


def level_payment(amount: int, periods: int, stated: Stated) -> Decimal:
    """The payment in 分, unrounded."""
    rate = Decimal(stated.top) / stated.bottom
    return amount * rate / (1 - (1 + rate) ** -periods)


def level_rate(amount: int, periods: int, payment: int) -> Decimal:
    """The rate a period at which equal payments repay the amount; 0 if they do not.

    Newton's method from below: the worth of the payments is a falling, convex function
    of the rate, so no step overshoots.
    """
    if payment * periods <= amount:
        return Decimal(0)
    growth = (Decimal(payment * periods) / amount).ln() * 2 / (periods + 1)
    rate = growth.exp() - 1  # Jensen: never above the root
    step = rate
    while abs(step) > CLOSE * rate:
        discount = (1 + rate) ** -periods
        worth = payment * (1 - discount) / rate
        slope = (payment * periods * discount / (1 + rate) - worth) / rate
        step = (amount - worth) / slope
        rate += step
    return rate


def _slope(amount: int, periods: int, rate: Decimal) -> Decimal:
    """How many 分 the payment grows with the rate."""
    discount = (1 + rate) ** -periods
    payment = amount * rate / (1 - discount)
    return (amount - payment * periods * discount / (1 + rate)) / (1 - discount)
