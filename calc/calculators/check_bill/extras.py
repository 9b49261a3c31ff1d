"""Plans with something more or less: a fixed fee each period, first periods free."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from calc.calculators.check_bill.balance import agreed, falling_plans, falling_rates
from calc.calculators.check_bill.bill import Bill, Rounding
from calc.calculators.check_bill.candidate import Candidate, Twist
from calc.calculators.check_bill.fees import flat_plans, flat_rates, listed, split
from calc.calculators.check_bill.level import level_plans, level_rates
from calc.calculators.check_bill.stated import DIGIT, RATES, Stated, printed
from calc.calculators.plan import RateUnit

FREE_FIRST = 1000  # the digits it takes to say that the first periods are free
FIXED_FEE = 1000
PRICES = (100, 200, 300, 500, 600, 800, 900, 990, 1000, 1200, 1500, 1800, 1990, 2000)
ROUND = 2100  # of a rate that a fixed fee is believed beside
SLACK = Decimal(2)


def free_first(bill: Bill) -> int:
    """How many periods at the start ask no more than their share of the amount."""
    share = bill.amount // bill.periods
    charged = (abs(payment - share) > bill.periods for payment in bill.payments)
    free = next((n for n, more in enumerate(charged) if more), bill.periods)
    return free if free < bill.periods - 1 else 0


def free_first_rates(bill: Bill, usual: int) -> list[Stated]:
    """Rates of the periods that are not free."""
    if not free_first(bill):
        return []
    flat = [s for s in flat_rates(bill, usual) if s.unit is RateUnit.PER_PERIOD_FEE]
    return sorted([*flat, *falling_rates(bill, usual)], key=lambda stated: stated.cost)


def free_first_plans(bill: Bill, usual: int, stated: Stated) -> Iterator[Candidate]:
    """A plan whose first periods pay principal alone."""
    free = free_first(bill)
    fee = stated.unit is RateUnit.PER_PERIOD_FEE
    plans = flat_plans if fee else falling_plans
    for plan in plans(bill, usual, stated):
        parts = split(bill.amount, bill.periods, Rounding.DOWN, plan.remainder)
        principals = listed(parts.first, parts.share, parts.last, bill.periods)
        yield plan._replace(
            payments=principals[:free] + plan.payments[free:],
            odd=plan.odd + FREE_FIRST,
            twist=Twist.FREE_FIRST,
            extent=free,
        )


class WithFee(NamedTuple):
    """A rate, and a fee in 分 beside it."""

    stated: Stated
    fee: int


def fixed_fee_rates(bill: Bill, usual: int) -> list[WithFee]:
    """Rates beside which a fee of a round price, the same each period, explains it."""
    found = [] if bill.single else _falling(bill)
    for fee in PRICES:
        rates = level_rates(bill, usual - fee) if usual > fee else []
        found += [WithFee(stated, fee) for stated in rates if stated.cost <= ROUND]
    return sorted(found, key=lambda rate: rate.stated.cost)


def _falling(bill: Bill) -> list[WithFee]:
    """From how fast the payments fall follows the rate, from the rest the fee."""
    amount, periods, payments = bill.amount, bill.periods, bill.payments
    far = periods // 2
    if far < 2:
        return []
    falls = [Decimal(a - b) for a, b in zip(payments, payments[far:], strict=False)]
    low, near, high, most = agreed(falls, [amount * far // periods] * len(falls), SLACK)
    if most * 2 < len(falls) or near <= 0:
        return []
    found = []
    for stated in printed(RATES, low, near, high):
        plan = next(falling_plans(bill, 0, stated)).payments
        over = Counter(b - p for b, p in zip(payments, plan, strict=True))
        fee = over.most_common(1)[0][0]
        if fee > 9:
            found.append(WithFee(stated, fee))
    return found


def fixed_fee_plans(bill: Bill, usual: int, rate: WithFee) -> Iterator[Candidate]:
    """A plan with the same fee on top of every period."""
    stated, fee = rate
    price = DIGIT * len(str(fee).rstrip("0"))
    falls = sum(before > after for before, after in pairwise(bill.payments))
    plans = (
        falling_plans(bill, usual, stated)
        if falls > bill.periods // 2
        else level_plans(bill, usual - fee, stated)
    )
    for plan in plans:
        yield plan._replace(
            payments=[payment + fee for payment in plan.payments],
            cost=plan.cost + price,
            odd=plan.odd + FIXED_FEE,
            twist=Twist.FIXED_FEE,
            extent=fee,
        )
