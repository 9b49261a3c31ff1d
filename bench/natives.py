"""Native Python: microseconds an answer, and a rate beside two libraries in floats."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from timeit import Timer

import numpy_financial
import pyxirr

from bench.measure import REPEATS, middle
from calc.browser import answer
from calc.calculators import ALL
from calc.maths.days import due_dates
from calc.maths.rates import dated_rate, periodic_rate

RECEIVED = Decimal(5000)
PLANS = {12: Decimal("458.33"), 36: Decimal("180.76")}  # periods → each payment
DAY = date(2026, 10, 10)


@dataclass(frozen=True)
class Rate:
    """Microseconds for one rate; None where a library has no such function."""

    ours: float
    numpy_financial: float | None
    pyxirr: float


def answers() -> dict[str, float]:
    """Of every calculator, as it stands."""
    asked = {name: json.dumps({"calculator": name, "answers": {}}) for name in ALL}
    return {name: _time(partial(answer, text)) for name, text in asked.items()}


def rates() -> dict[str, Rate]:
    """Of level plans, monthly and dated; ours to 25 digits, the others to about 12."""
    found = {}
    for periods, payment in PLANS.items():
        flows = [RECEIVED, *[-payment] * periods]
        floats = [float(flow) for flow in flows]
        days = due_dates(DAY, periods + 1)
        dated = list(zip(days, flows, strict=True))
        found[f"IRR, {periods} periods"] = Rate(
            _time(partial(periodic_rate, flows)),
            _time(partial(numpy_financial.irr, floats)),
            _time(partial(pyxirr.irr, floats)),
        )
        found[f"XIRR, {periods} periods"] = Rate(
            _time(partial(dated_rate, dated)),
            None,
            _time(partial(pyxirr.xirr, days, floats)),
        )
    return found


def _time(work: Callable[[], object]) -> float:
    timer = Timer(work)
    number, _ = timer.autorange()
    return middle([each / number * 1e6 for each in timer.repeat(REPEATS, number)])
