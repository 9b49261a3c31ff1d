"""Published values of single functions."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest

from calc.maths import rates
from calc.maths.annuity import level_payment
from calc.maths.context import precise
from calc.maths.days import days_between
from calc.maths.penalty import penalty_daily_rate
from tests.cases import table

CASES = table("maths")["case"]


@precise
def ratio(text: str | Decimal | int) -> Decimal:
    """A number, or two with a stroke between them, such as 0.08/12."""
    above, _, below = str(text).partition("/")
    return Decimal(above) / Decimal(below or 1)


def periodic_rate(flows: Sequence[Any]) -> Decimal:
    return rates.periodic_rate([Decimal(flow) for flow in flows])


FUNCTIONS: Mapping[str, Callable[..., Decimal]] = {
    "periodic_rate": periodic_rate,
    "nominal_annual_rate": lambda flows: rates.nominal_annual(periodic_rate(flows)),
    "effective_annual_rate": lambda flows, per_year: rates.effective_annual(
        periodic_rate(flows), per_year
    ),
    "effective_annual": lambda nominal, per_year: rates.effective_annual(
        ratio(f"{nominal}/{per_year}"), per_year
    ),
    "level_payment": lambda principal, rate, periods: level_payment(
        Decimal(principal), ratio(rate), periods
    ),
    "days_between": lambda start, end: Decimal(days_between(start, end)),
    "penalty_daily_rate": lambda annual_rate, markup, day_basis: penalty_daily_rate(
        Decimal(annual_rate), Decimal(markup), day_basis
    ),
}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_published_values(case: dict[str, Any]) -> None:
    assert case["source"].strip()
    function = FUNCTIONS[case["function"]]
    if "raises" not in case:
        found = function(**case["arguments"])
        assert abs(found - case["value"]) <= case["tolerance"]
        return
    with pytest.raises(getattr(rates, case["raises"])) as caught:
        function(**case["arguments"])
    if "among" in case:
        published, allowed = case["among"], case["tolerance"]
        assert any(abs(rate - published) <= allowed for rate in caught.value.rates)
