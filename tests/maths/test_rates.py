"""Rates: published figures, identities, and other people's solvers."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import numpy_financial
import pytest
import pyxirr
from hypothesis import example, given, settings
from hypothesis import strategies as st

from calc.maths.annuity import level_payment
from calc.maths.context import precise
from calc.maths.days import due_dates
from calc.maths.rates import (
    NoRoot,
    OneSigned,
    SeveralRates,
    dated_rate,
    effective_annual,
    nominal_annual,
    periodic_rate,
)

START = date(2026, 1, 31)
DIGITS = Decimal("1e-20")
money = st.decimals("0.01", 1_000_000, places=2)


@st.composite
def plans(draw: st.DrawFn) -> list[Decimal]:
    """Draw money received, then payments of between half and thrice as much."""
    received = draw(st.decimals(100, 1_000_000, places=2))
    count = draw(st.integers(1, 36))
    shares = draw(st.lists(st.integers(1, 20), min_size=count, max_size=count))
    times = draw(st.decimals("0.5", 3, places=3))
    parts = sum(shares)
    return [received, *(-received * times * share / parts for share in shares)]


@st.composite
def several_advances(draw: st.DrawFn) -> list[Decimal]:
    """Draw any money received, then any paid, with idle periods among them."""
    flow = st.one_of(st.just(Decimal(0)), money)
    received = draw(st.lists(flow, min_size=1, max_size=12).filter(any))
    paid = draw(st.lists(flow, min_size=1, max_size=48).filter(any))
    return [*received, *(-part for part in paid)]


def loan(received: str, payment: str, periods: int) -> list[Decimal]:
    return [Decimal(received), *[-Decimal(payment)] * periods]


def flat_fee_plan(total_fee: str, periods: int) -> list[Decimal]:
    """Return the flows of 1 yuan repaid with its fee, nothing rounded."""
    return [Decimal(1), *[-(1 + Decimal(total_fee)) / periods] * periods]


@precise
def worth(flows: list[Decimal], rate: Decimal) -> Decimal:
    """Return the present value as a share of the money that moves."""
    values = [flow / (1 + rate) ** time for time, flow in enumerate(flows)]
    return sum(values, Decimal(0)) / sum(map(abs, values), Decimal(0))


@pytest.mark.parametrize(
    ("total_fee", "periods", "nominal", "effective"),
    [
        ("0.0222", 3, "13.2713", "14.1091"),
        ("0.039", 6, "13.2502", "14.0852"),
        ("0.072", 12, "13.0342", "13.8418"),  # a bank's own summary: 13.03 %
        ("0.023", 3, "13.7478", "14.6480"),
        ("0.045", 6, "15.2677", "16.3828"),
        ("0.075", 12, "13.5666", "14.4428"),
        ("0.025", 3, "14.9384", "16.0048"),
        ("0.065", 9, "15.3402", "16.4661"),
        ("0.088", 12, "15.8643", "17.0702"),
        ("0.06", 12, "10.8964", "11.4574"),
        ("0.12", 24, "11.1267", "11.7120"),
        ("0.144", 12, "25.5953", "28.8220"),
    ],
)
def test_flat_fees(total_fee: str, periods: int, nominal: str, effective: str) -> None:
    rate = periodic_rate(flat_fee_plan(total_fee, periods))
    assert round(nominal_annual(rate) * 100, 4) == Decimal(nominal)
    assert round(effective_annual(rate) * 100, 4) == Decimal(effective)


def test_a_fee_taken_at_once() -> None:  # 中国人民银行公告〔2021〕第3号, its example
    rate = periodic_rate(loan("99000", "8833.3", 12))
    assert round(nominal_annual(rate) * 100, 2) == Decimal("12.80")
    assert round(effective_annual(rate) * 100, 2) == Decimal("13.58")


def test_when_the_whole_fee_is_paid_matters() -> None:
    share = Decimal(1) / 12
    first = periodic_rate([Decimal(1), -share - Decimal("0.072"), *[-share] * 11])
    taken = periodic_rate([Decimal("0.928"), *[-share] * 12])
    assert round(nominal_annual(first) * 100, 4) == Decimal("13.8560")
    assert round(effective_annual(first) * 100, 4) == Decimal("14.7707")
    assert round(nominal_annual(taken) * 100, 4) == Decimal("14.0249")
    assert round(effective_annual(taken) * 100, 4) == Decimal("14.9625")


@pytest.mark.parametrize(
    ("flows", "rate"),
    [
        pytest.param([100, -110], "0.1", id="one payment"),
        pytest.param([-100, 110], "0.1", id="money lent"),
        pytest.param([100, -50, -50], "0", id="0 %"),
        pytest.param([100, -50], "-0.5", id="half is lost"),
        pytest.param([0, 0, 100, -110, 0], "0.1", id="idle periods"),
        pytest.param([100, 0, -121], "0.1", id="two periods"),
        pytest.param([100_000_000, "-0.01"], "-0.9999999999", id="nearly all lost"),
        pytest.param(["0.01", -100_000_000], "9999999999", id="the widest gain"),
        pytest.param([100, -110, 110, -121], "0.1", id="three changes, one root"),
        pytest.param([100, -220, 121], "0.1", id="a root that only touches"),
        pytest.param([1000, -3300, 3630, -1331], "0.1", id="a threefold root"),
    ],
)
def test_exact_rates(flows: list[int | str], rate: str) -> None:
    assert periodic_rate([Decimal(flow) for flow in flows]) == Decimal(rate)


@pytest.mark.parametrize("direction", [1, -1])
def test_several_rates_are_listed(direction: int) -> None:
    flows = [direction * Decimal(flow) for flow in (100, -230, 132)]  # Excel's case
    with pytest.raises(SeveralRates, match="2 rates") as caught:
        periodic_rate(flows)
    assert caught.value.rates == [Decimal("0.1"), Decimal("0.2")]


def test_a_symmetric_plan_has_inverse_rates() -> None:
    with pytest.raises(SeveralRates) as caught:
        periodic_rate([Decimal(flow) for flow in (2, -5, 2)])
    assert caught.value.rates == [Decimal("-0.5"), Decimal(1)]


def test_two_rates_a_hair_apart_are_told_apart() -> None:
    with pytest.raises(SeveralRates) as caught:
        periodic_rate(
            [Decimal(100), Decimal(-220), Decimal("120.99999999999999999999999999")]
        )
    low, high = caught.value.rates
    assert 0 < high - low < Decimal("1e-13")


@pytest.mark.parametrize(
    "flows", [[], [0, 0], [100], [0, -5, 0], [100, 10, 1], [-1, -1]], ids=str
)
def test_money_one_way_has_no_rate(flows: list[int]) -> None:
    with pytest.raises(OneSigned):
        periodic_rate([Decimal(flow) for flow in flows])


def test_money_both_ways_may_have_no_rate() -> None:
    with pytest.raises(NoRoot):
        periodic_rate([Decimal(flow) for flow in (100, -150, 100)])


def test_flows_of_one_day_have_no_rate() -> None:
    with pytest.raises(OneSigned):
        dated_rate([(START, Decimal(100)), (START, Decimal(-110))])


def test_xirr_of_a_published_sheet() -> None:  # Microsoft's XIRR page: 37.34 %
    flows = [
        (date(2008, 1, 1), Decimal(-10_000)),
        (date(2008, 3, 1), Decimal(2750)),
        (date(2008, 10, 30), Decimal(4250)),
        (date(2009, 2, 15), Decimal(3250)),
        (date(2009, 4, 1), Decimal(2750)),
    ]
    # The page's next digits are those where the spreadsheet stopped.
    assert abs(dated_rate(flows) - Decimal("0.373362535")) < Decimal("1e-8")


def test_a_deposit_and_a_cash_back_leave_one_rate() -> None:
    days = due_dates(START, 13)
    dated = list(zip(days, loan("10000", "900", 12), strict=True))
    deposit = (START - timedelta(1), Decimal(-100))
    cash_back = (days[-1] + timedelta(30), Decimal(50))
    plain = dated_rate(dated)
    assert plain < dated_rate([deposit, *dated]) < plain + Decimal("0.03")
    assert plain - Decimal("0.02") < dated_rate([*dated, cash_back]) < plain


def test_ghosts_are_listed_when_there_is_nothing_else() -> None:
    growth = Decimal("1e15")
    with pytest.raises(SeveralRates) as caught:
        periodic_rate([Decimal(1), -3 * growth, 2 * growth * growth])
    assert caught.value.rates == [growth - 1, 2 * growth - 1]


def test_a_year_is_365_days() -> None:
    flows = [(START, Decimal(100)), (START + timedelta(365), Decimal(-110))]
    assert dated_rate(flows) == Decimal("0.1")


def test_a_day_may_multiply_money() -> None:
    rate = dated_rate([(START, Decimal(1)), (START + timedelta(1), Decimal(-2))])
    assert abs(rate / (Decimal(2) ** 365 - 1) - 1) < DIGITS


@given(
    st.decimals(1, 1_000_000, places=2),
    st.decimals(0, "0.84", places=6),
    st.integers(1, 120),
)
@settings(max_examples=50)
def test_the_rate_of_exact_payments_comes_back(
    amount: Decimal, rate: Decimal, periods: int
) -> None:
    payment = level_payment(amount, rate, periods)
    found = periodic_rate([amount, *[-payment] * periods])
    assert abs(found - rate) < DIGITS


@pytest.mark.parametrize("rate", ["0", "0.0001", "0.01", "0.84"])
def test_the_rate_of_600_payments_comes_back(rate: str) -> None:
    payment = level_payment(Decimal(10_000), Decimal(rate), 600)
    found = periodic_rate([Decimal(10_000), *[-payment] * 600])
    assert abs(found - Decimal(rate)) < DIGITS


@given(several_advances())
@example([Decimal("0.01"), Decimal("-1056.21"), Decimal("-0.01")])
@settings(max_examples=50)
def test_flows_are_worth_nothing_at_their_rate(flows: list[Decimal]) -> None:
    # The rate has 25 digits; the worth of 60 periods keeps 20 of them, unless the
    # loss is so near the whole that 1 + rate has few digits left.
    rate = periodic_rate(flows)
    assert rate > -1
    assert abs(worth(flows, rate)) < DIGITS * (1 + abs(rate) / (1 + rate))


@given(several_advances(), st.decimals("0.001", 1000, places=3))
@settings(max_examples=50)
def test_neither_the_sign_nor_the_currency_matters(
    flows: list[Decimal], scale: Decimal
) -> None:
    rate = periodic_rate(flows)
    tolerance = DIGITS * (1 + rate)
    assert abs(periodic_rate([-flow for flow in flows]) - rate) < tolerance
    assert abs(periodic_rate([scale * flow for flow in flows]) - rate) < tolerance


@given(st.lists(st.integers(-100, 100).map(Decimal), min_size=2, max_size=9))
@settings(max_examples=100)
def test_every_listed_rate_balances_the_flows(flows: list[Decimal]) -> None:
    try:
        rates = [periodic_rate(flows)]
    except SeveralRates as several:
        rates = several.rates
    except (OneSigned, NoRoot):
        rates = []
    # A root that touches leaves half of the digits.
    for rate in rates:
        assert abs(worth(flows, rate)) < DIGITS
    assert rates == sorted(set(rates))


@given(plans(), st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_dated_flows_may_come_in_any_order_and_in_parts(
    flows: list[Decimal], random: Random
) -> None:
    dated = list(zip(due_dates(START, len(flows)), flows, strict=True))
    halves = [(day, flow / 2) for day, flow in dated] * 2
    random.shuffle(halves)
    later = [(day + timedelta(400), flow) for day, flow in dated]
    rate = dated_rate(dated)
    tolerance = DIGITS * (1 + rate)
    assert abs(dated_rate(halves) - rate) < tolerance
    assert abs(dated_rate(later) - rate) < tolerance


@settings(max_examples=60)
@given(plans(), st.decimals("-0.99", 9, places=4))
def test_wherever_it_is_sought_from_the_rate_is_the_same(
    flows: list[Decimal], near: Decimal
) -> None:
    assert abs(periodic_rate(flows, near) - periodic_rate(flows)) < DIGITS


@given(plans())
@settings(max_examples=50)
def test_every_30_days_is_a_periodic_plan(flows: list[Decimal]) -> None:
    dated = [(START + timedelta(30 * k), flow) for k, flow in enumerate(flows)]
    yearly = precise(lambda rate: (1 + rate) ** (Decimal(365) / 30) - 1)
    rate = yearly(periodic_rate(flows))
    assert abs(dated_rate(dated) - rate) < DIGITS * (1 + rate)


@given(plans())
@settings(max_examples=100)
def test_other_solvers_agree(flows: list[Decimal]) -> None:
    rate = float(periodic_rate(flows))
    floats = [float(flow) for flow in flows]
    assert numpy_financial.irr(floats) == pytest.approx(rate, abs=1e-9)
    assert pyxirr.irr(floats) == pytest.approx(rate, abs=1e-9)


@given(plans())
@settings(max_examples=100)
def test_another_dated_solver_agrees(flows: list[Decimal]) -> None:
    days = due_dates(START, len(flows))
    rate = float(dated_rate(list(zip(days, flows, strict=True))))
    theirs = pyxirr.xirr(days, [float(flow) for flow in flows])
    # It stops at a step of about 1e-9 of 1 + rate.
    assert theirs == pytest.approx(rate, rel=1e-8, abs=1e-8)
