"""The one or few periods of a bill that a plan leaves unexplained."""

from calc.calculators.check_bill.bill import FEW, Bill
from calc.calculators.check_bill.search import Findings

FEWEST = 3  # periods, below which nothing stands out
SAVED = 500  # digits, below which a plan of few periods is a guess
PART = 4  # at most one period in so many is odd


def odd_periods(bill: Bill, found: Findings) -> tuple[int, ...]:
    """Their numbers, from 1; none when too many are off to call any of them odd."""
    guess = bill.periods <= FEW and found.saved < SAVED
    if bill.single or bill.short or bill.periods < FEWEST or guess:
        return ()
    odd = tuple(
        period
        for period, off in enumerate(found.best.differences, 1)
        if abs(off) > _noise(bill, period)
    )
    return odd if len(odd) <= max(1, bill.periods // PART) else ()


def _noise(bill: Bill, period: int) -> int:
    """What rounding can come to: a 分, or the 尾差 at either end."""
    return bill.periods if period in (1, bill.periods) else 1
