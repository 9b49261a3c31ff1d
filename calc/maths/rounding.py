"""Rounding to 分 and splitting a total into 分."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum

from calc.maths.context import PRECISE, precise

CENT = Decimal("0.01")
ZERO = Decimal("0.00")


class Remainder(StrEnum):
    """The period that takes what an even split leaves over (尾差)."""

    FIRST = "first"
    LAST = "last"


def half_up(amount: Decimal) -> Decimal:
    """Round to 分, a tie away from zero (四舍五入)."""
    # the sum turns -0.00 into 0.00
    return PRECISE.add(amount.quantize(CENT, ROUND_HALF_UP, PRECISE), ZERO)


@precise
def split_evenly(total: Decimal, parts: int, remainder: Remainder) -> list[Decimal]:
    """Split yuan into shares rounded down to 分; one period takes the remainder.

    The shares add up to `total`: 2999 in 12 is 249.91 each and 249.99 once.
    """
    share = (total / parts).quantize(CENT, ROUND_DOWN)
    shares = [share] * parts
    taker = 0 if remainder == Remainder.FIRST else -1
    shares[taker] = total - share * (parts - 1)
    return shares
