"""One arithmetic for every answer."""

from collections.abc import Callable
from decimal import (
    ROUND_HALF_EVEN,
    Context,
    DivisionByZero,
    InvalidOperation,
    localcontext,
)
from functools import wraps

PRECISE = Context(
    prec=40,
    rounding=ROUND_HALF_EVEN,
    Emin=-99_999_999,
    Emax=99_999_999,
    traps=[DivisionByZero, InvalidOperation],
)


def precise[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Run the function in the shared context, whatever the caller's own is."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with localcontext(PRECISE):
            return function(*args, **kwargs)

    return run
