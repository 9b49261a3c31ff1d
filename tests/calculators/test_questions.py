"""Where a question begins: the last answer that is not asked about, and the next."""

from typing import Any

import pytest

from calc.calculators import ALL

LOAN = {"rate_kind": "contract"}
DAILY = {"method": "level_payment", "rate_unit": "daily"}
MONTHLY = {"method": "level_payment", "rate_unit": "monthly"}
ANNUAL = {"method": "level_payment", "rate_unit": "annual"}
FEE = {"method": "flat_fee", "rate_unit": "per_period_fee"}
TOTAL = {"method": "flat_fee", "rate_unit": "total_fee"}
BILLED = {"known": "payment"}
SHARE = {"policy": "pct_of_principal"}
FIXED = {"policy": "fixed_fee"}
LENT = "2026-01-01 100\n2027-01-01"
BY_DAY = {"policy": "accrued_daily"}


@pytest.mark.parametrize(
    ("name", "field", "quiet", "asked", "others"),
    [
        ("late-fee", "daily_rate", "0.29", "0.3", {}),
        ("late-fee", "annual_rate", "0.3", "0.29", LOAN),
        ("late-fee", "annual_rate", "0", "0.01", LOAN),
        ("late-fee", "annual_rate", "100", "100.01", LOAN),
        ("late-fee", "markup", "10", "9.99", LOAN),
        ("late-fee", "markup", "0", "0.01", LOAN),
        ("late-fee", "markup", "100", "100.01", LOAN),
        ("late-fee", "paid_date", "2026-10-10", "2026-10-09", {}),
        ("late-fee", "paid_date", "2029-10-09", "2029-10-10", {}),
        ("late-fee", "grace_days", "15", "16", {}),
        ("late-fee", "minimum_charge", "458.31", "458.32", {}),
        ("late-fee", "minimum_per_day", "458.31", "458.32", {}),
        ("card-overdue", "daily_rate", "0.3", "0.31", {}),
        ("card-overdue", "late_fee_percent", "20", "20.01", {}),
        ("card-overdue", "minimum_due", "1500", "1500.01", {}),
        ("card-overdue", "posting_date", "2026-07-30", "2026-07-29", {}),
        ("card-overdue", "settle_date", "2026-10-29", "2026-10-30", {}),
        (
            "card-overdue",
            "paid_amount",
            "500",
            "499.99",
            {"minimum_paid_date": "2026-09-20"},
        ),
        ("early-payoff", "policy_value", "10", "10.01", SHARE),
        ("early-payoff", "policy_value", "3430.87", "3430.88", FIXED),
        ("early-payoff", "days_accrued", "31", "32", BY_DAY),
        ("repayment-schedule", "rate", "0.3", "0.31", DAILY),
        ("repayment-schedule", "rate", "5", "5.01", MONTHLY),
        ("repayment-schedule", "rate", "0.3", "0.29", ANNUAL),
        ("repayment-schedule", "rate", "0", "0.01", ANNUAL),
        ("repayment-schedule", "rate", "100", "100.01", ANNUAL),
        ("repayment-schedule", "rate", "5", "5.01", FEE),
        ("repayment-schedule", "rate", "100", "100.01", TOTAL),
        ("repayment-schedule", "payment", "416.59", "416.57", BILLED),
        ("repayment-schedule", "payment", "674.84", "674.85", BILLED),
        ("early-payoff", "payment", "674.84", "674.85", BILLED),
        ("true-rate", "payment", "416.59", "416.58", {}),
        ("true-rate", "payment", "674.84", "674.85", {}),
        ("true-rate", "upfront_fee", "2499.50", "2499.51", {"payment": "220"}),
        ("dated-rate", "flows", f"{LENT} -100", f"{LENT} -99.99", {}),
        ("dated-rate", "flows", f"{LENT} -300", f"{LENT} -300.01", {}),
        ("monthly-load", "income", "1081.28", "1081.27", {}),
        ("compare-plans", "cash_price", "5158.93", "5158.94", {}),
    ],
)
def test_a_question_begins(
    name: str, field: str, quiet: str, asked: str, others: dict[str, Any]
) -> None:
    calculator = ALL[name]
    assert field not in calculator.answer({**others, field: quiet}).told.questions
    assert field in calculator.answer({**others, field: asked}).told.questions


@pytest.mark.parametrize(
    ("unit", "method", "rate", "said"),
    [
        (
            "daily",
            "level_payment",
            "18",
            "18 % 是年利率吧？按日利率算，一年是 6,480.00 %",
        ),
        (
            "monthly",
            "level_payment",
            "18",
            "18 % 是年利率吧？按月利率算，一年是 216.00 %",
        ),
        (
            "per_period_fee",
            "flat_fee",
            "8",
            "8 % 是总手续费率吧？按每期手续费率算，一年是 96.00 %",
        ),
        (
            "annual",
            "level_payment",
            "0.05",
            "0.05 % 是日利率吧？按年利率算，几乎没有利息",
        ),
        ("annual", "level_payment", "180", "年利率 180 % 很少见，小数点写对了吗？"),
        ("total_fee", "flat_fee", "180", "总手续费率 180 % 很少见，小数点写对了吗？"),
    ],
)
def test_the_unit_that_was_meant_is_named(
    unit: str, method: str, rate: str, said: str
) -> None:
    answers = {"rate_unit": unit, "method": method, "rate": rate}
    questions = ALL["repayment-schedule"].answer(answers).told.questions
    assert questions == {"rate": said}


def test_two_terms_of_an_equation_leave_nothing_out() -> None:
    steps = ALL["true-rate"].answer({"periods": "2", "payment": "2600"}).told.steps
    assert "2,600.00 ÷ (1 + i)^1 + 2,600.00 ÷ (1 + i)^2" in steps[2]


def test_a_fee_of_half_the_amount_is_not_asked_about() -> None:
    orders = [dict(ALL["monthly-load"].defaults["orders"][0])]
    for fee, asked in (("2499.50", False), ("2499.51", True)):
        orders[0]["fee"] = fee
        questions = ALL["monthly-load"].answer({"orders": orders}).told.questions
        assert ("orders.0.fee" in questions) is asked


def test_a_cash_price_between_the_plans_is_not_asked_about() -> None:
    questions = ALL["compare-plans"].answer({"cash_price": "5100"}).told.questions
    assert "cash_price" not in questions


@pytest.mark.parametrize(("flows", "rest"), [(12, ""), (13, "余下 1 笔照此折算。")])
def test_twelve_flows_are_worked_out_one_by_one(flows: int, rest: str) -> None:
    lines = [
        f"2026-01-{day:02} {-10 if day > 1 else 100}" for day in range(1, flows + 1)
    ]
    steps = ALL["dated-rate"].answer({"flows": "\n".join(lines)}).told.steps
    assert len(steps) == 1 + 12 + bool(rest)
    assert steps[-1] == rest or not rest


def test_less_than_a_yuan_more_is_still_more() -> None:
    told = ALL["true-rate"].answer({"received": "5373.34"}).told
    assert "比到手的多 0.50 元" in told.sentence


def test_the_minimum_may_be_paid_on_the_due_day() -> None:
    on_time = {"paid_amount": "500", "minimum_paid_date": "2026-09-28"}
    card = ALL["card-overdue"].answer(on_time)
    assert card.outputs == ALL["card-overdue"].answer({"paid_amount": "500"}).outputs
