"""财政贴息: every bound holds, the rows add up, and the rates agree with oracles."""

import json
from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

import numpy_financial as npf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import Known, Method, RateUnit, subsidy
from calc.browser import answer
from calc.calculators import ALL
from calc.calculators.subsidy import Subsidy
from calc.model.errors import InputErrors
from calc.money import ZERO
from calc.presets import SUBSIDIES

HALF_CENT = Decimal("0.005")
WINDOW = date(2025, 9, 1), date(2026, 12, 31)


def asked(**answers: str) -> dict[str, Any]:
    request = {"calculator": "subsidy", "answers": answers}
    reply: dict[str, Any] = json.loads(answer(json.dumps(request)))
    return reply


@st.composite
def subsidies(draw: st.DrawFn) -> Subsidy:
    on_balance = (Method.LEVEL_PAYMENT, Method.EQUAL_PRINCIPAL, Method.INTEREST_ONLY)
    return subsidy(
        amount=draw(st.decimals(100, 10**6, places=2)),
        periods=draw(st.integers(1, 60)),
        method=draw(st.sampled_from(on_balance)),
        rate=draw(st.decimals(0, 36, places=2)),
        first_due=draw(st.dates(date(2024, 1, 1), date(2028, 1, 1))),
        points=draw(st.decimals(0, 5, places=1)),
        share_cap=draw(st.decimals(0, 100, places=0)),
        year_cap=draw(st.decimals(1, 5000, places=2)),
    )


@given(subsidies())
def test_every_bound_holds_and_the_rows_add_up(part: Subsidy) -> None:
    assert part.subsidy == sum((row.subsidy for row in part.rows), ZERO)
    assert part.net_cost == part.total_cost - part.subsidy
    years: dict[int, Decimal] = defaultdict(lambda: ZERO)
    for row in part.rows:
        years[row.due_date.year] += row.subsidy
        share = row.interest * part.terms.share_cap / 100
        assert ZERO <= row.subsidy <= min(share + HALF_CENT, row.interest)
        assert not row.subsidy or WINDOW[0] <= row.due_date <= WINDOW[1]
    assert all(total <= part.terms.year_cap for total in years.values())


@given(subsidies())
def test_the_rates_agree_with_an_oracle(part: Subsidy) -> None:
    pairs = zip(part.plan.rows(), part.rows, strict=True)
    flows = [-float(p.payment - row.subsidy) for p, row in pairs]
    monthly = Decimal(float(npf.irr([float(part.plan.amount), *flows])))
    assert abs(monthly * 1200 - part.nominal_annual_rate) <= Decimal("1e-5")
    effective = ((1 + monthly) ** 12 - 1) * 100
    assert abs(effective - part.effective_annual_rate) <= Decimal("1e-5")


def test_the_defaults_are_the_dated_preset() -> None:
    terms = SUBSIDIES["subsidy-2026"]
    defaults = ALL["subsidy"].defaults
    typed = ALL["subsidy"].parse(terms.values)
    assert typed == ALL["subsidy"].parse(defaults)
    assert str(terms.until) == terms.values["until"]


def test_the_days_have_their_names_at_every_door() -> None:
    late = {"from": "2026-06-01", "until": "2026-08-31"}
    rows = asked(**late)["outputs"]["rows"]
    with_subsidy = [r["due_date"] for r in rows if r["subsidy"] != "0.00"]
    assert with_subsidy == ["2026-06-10", "2026-07-10", "2026-08-10"]
    direct = subsidy(from_=date(2026, 6, 1), until=date(2026, 8, 31))
    assert asked(**late)["outputs"]["subsidy"] == f"{direct.subsidy}"
    assert "from_" not in ALL["subsidy"].inputs
    assert asked(from_="2026-06-01")["errors"] == {"from_": "没有这一项"}


def test_the_window_holds_its_first_and_its_last_day() -> None:
    part = subsidy(from_=date(2026, 2, 10), until=date(2026, 3, 10))
    assert [bool(row.subsidy) for row in part.rows[:3]] == [True, True, False]


def test_a_window_that_ends_before_it_begins_is_refused() -> None:
    errors = asked(**{"from": "2026-06-01", "until": "2026-05-31"})["errors"]
    assert errors == {"until": "贴息到哪天为止不能早于 2026-06-01"}


@pytest.mark.parametrize(
    ("first_due", "said"),
    [
        (date(2027, 1, 1), "都在 2026-12-31 以后，这项贴息已经结束，除非延长"),
        (date(2024, 1, 1), "都在 2025-09-01 以前，这项贴息那时还没有开始"),
        (date(2026, 2, 10), "这项贴息到 2026-12-31 为止，以后的各期没有，除非延长"),
    ],
)
def test_the_last_day_is_said(first_due: date, said: str) -> None:
    assert said in subsidy(first_due=first_due).told.sentence


@pytest.mark.parametrize("method", [Method.FLAT_FEE, Method.UPFRONT_FEE])
def test_fees_are_no_interest(method: Method) -> None:
    part = subsidy(method=method, rate=Decimal(7), rate_unit=RateUnit.TOTAL_FEE)
    assert part.subsidy == ZERO
    assert part.net_cost == Decimal("349.93")
    assert "手续费，不是利息" in part.told.sentence
    late = subsidy(
        method=method,
        rate=Decimal(7),
        rate_unit=RateUnit.TOTAL_FEE,
        first_due=date(2027, 1, 1),
    )
    assert "已经结束" in late.told.sentence
    assert any("按它给的年利率" in each for each in part.told.assumed)


def test_nothing_is_subsidised_without_interest() -> None:
    for part in (subsidy(method=Method.INTEREST_FREE), subsidy(rate=ZERO)):
        assert (part.subsidy, part.net_cost) == (ZERO, ZERO)
        assert part.told.sentence.startswith("这笔分期没有利息")
        assert not any("手续费不是利息" in each for each in part.told.assumed)


@pytest.mark.parametrize(
    ("unit", "rate"), [(RateUnit.MONTHLY, "1.5"), (RateUnit.DAILY, "0.05")]
)
def test_the_contract_rate_is_a_year_s(unit: RateUnit, rate: str) -> None:
    other = subsidy(rate=Decimal(rate), rate_unit=unit)
    assert other.contract_rate == 18
    assert other.rows == subsidy(rate=Decimal(18)).rows


def test_the_rate_may_follow_from_the_bill() -> None:
    part = subsidy(known=Known.PAYMENT, payment=Decimal("430.25"))
    assert part.rows == subsidy().rows


def test_a_rate_that_follows_from_the_bill_is_said() -> None:
    found = subsidy(known=Known.PAYMENT, payment=Decimal("430.25")).told.steps
    assert any(step.startswith("从每期应还反推：") for step in found)
    assert not any("反推" in step for step in subsidy().told.steps)


def test_a_refused_plan_is_named_at_its_field() -> None:
    with pytest.raises(InputErrors) as wrong:
        subsidy(rate_unit=RateUnit.TOTAL_FEE)
    assert list(wrong.value.errors) == ["rate_unit"]


def test_a_full_year_is_said() -> None:
    part = subsidy(year_cap=Decimal(10))
    assert part.subsidy == Decimal("10.00")
    assert any("到了一年的上限" in step for step in part.told.steps)


def test_four_questions_are_asked_at_first() -> None:
    calculator = ALL["subsidy"]
    first = [
        name
        for name, field in calculator.inputs.items()
        if not field.advanced and field.applies(calculator.defaults)
    ]
    assert first == ["amount", "periods", "rate", "first_due"]
