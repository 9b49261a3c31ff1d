"""Amounts in 元 to the 分: rounding, splitting, bounds, and how they are written."""

from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from typing import NamedTuple

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
MOST = Decimal(100_000_000)

# the 40 digits of the formulas end far below; what rounds to a tie here is one
_NOISE = Decimal("1e-25")
# answers must not depend on the caller's context; rates of 1e100 % still fit
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)


class Remainder(StrEnum):
    """The period that takes what an even split leaves over (尾差)."""

    FIRST = "first"
    LAST = "last"


def fixed(value: Decimal | int, step: Decimal) -> Decimal:
    """The value at a step, a tie away from zero (四舍五入); never -0."""
    return _WIDE.add(Decimal(value).quantize(step, context=_WIDE), 0)


def half_up(amount: Decimal) -> Decimal:
    """Round to 分, a tie away from zero (四舍五入)."""
    if amount and amount.same_quantum(CENT):
        return amount  # most amounts have been rounded before
    return fixed(amount.quantize(_NOISE, context=_WIDE), CENT)


def split_evenly(total: Decimal, parts: int, remainder: Remainder) -> list[Decimal]:
    """Split yuan into shares rounded down to 分; one period takes the remainder.

    The shares add up to `total`: 2999 in 12 is 249.91 each and 249.99 once.
    """
    share = _WIDE.divide(total, parts).quantize(CENT, ROUND_DOWN, _WIDE)
    shares = [share] * parts
    taker = 0 if remainder == Remainder.FIRST else -1
    shares[taker] = _WIDE.subtract(total, _WIDE.multiply(share, parts - 1))
    return shares


def yuan(amount: Decimal) -> str:
    """The amount as people read it: two decimals, commas in thousands."""
    return f"{half_up(amount):,f}"


def term(amount: Decimal) -> str:
    """The amount behind a sign: one below zero is put in brackets."""
    return yuan(amount) if amount >= 0 else f"({yuan(amount)})"


def percent(rate: Decimal) -> str:
    """A computed rate as people read it: two decimals, commas in thousands."""
    return f"{half_up(rate):,f}"


class Printed(NamedTuple):
    """A rate in percent, and whether what is printed beside it follows from it."""

    digits: Decimal
    equals: str


def spelled(rate: Decimal, holds: Callable[[Decimal], bool]) -> Printed:
    """The rate with six decimals, or with more until what is printed beside it holds."""
    for places in range(6, 25):
        digits = fixed(rate, Decimal(1).scaleb(-places))
        if holds(digits):
            return Printed(digits, "=")
    return Printed(fixed(rate, Decimal(1).scaleb(-6)), "≈")
