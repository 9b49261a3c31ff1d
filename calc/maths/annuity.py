"""The level payment of an annuity (等额本息)."""

from decimal import Decimal

from calc.maths.context import precise


@precise
def level_payment(principal: Decimal, rate: Decimal, periods: int) -> Decimal:
    """Return the payment that repays `principal` in equal instalments, unrounded.

    `rate` is a fraction per period and may be 0. The annuity formula
    P·r(1+r)^n / ((1+r)^n - 1), written as P / (v + v² + … + vⁿ) with v = 1/(1+r).
    """
    # The sum keeps every digit where the closed form cancels (a rate near 0).
    discount = 1 / (1 + rate)
    factor = Decimal(0)
    for _ in range(periods):
        factor = (factor + 1) * discount
    return principal / factor
