"""Card bills: published interest and late fees, and what holds for any bill."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.calculators import ALL
from calc.calculators.card_overdue import card_overdue
from calc.calculators.card_overdue.statement import InterestOn
from calc.model.errors import InputErrors

CALCULATOR = ALL["card-overdue"]
BILL = {
    "statement_amount": "5000",
    "minimum_due": "500",
    "paid_amount": "200",
    "posting_date": "2026-09-05",
    "due_date": "2026-09-28",
    "settle_date": "2026-10-08",
}


def outputs(**answers: str) -> dict[str, Any]:
    return CALCULATOR.answer(BILL | answers).outputs


@pytest.mark.parametrize(
    ("posted", "due", "settled", "interest"),
    [
        # 中信银行: 1000 for 32 days and 900 for 10, the statement day included
        ("2015-03-30", "2015-05-01", "2015-05-11", "20.50"),
        # 招商银行: 1000 for 24 days and 900 for 13, the statement day included
        ("2015-03-30", "2015-04-23", "2015-05-06", "17.85"),
    ],
)
def test_published_interest_on_the_full_bill(
    posted: str, due: str, settled: str, interest: str
) -> None:
    found = outputs(
        statement_amount="1000",
        minimum_due="100",
        paid_amount="100",
        posting_date=posted,
        due_date=due,
        settle_date=settled,
    )
    assert found["interest"] == interest
    assert found["late_fee"] == "0.00"  # the minimum was paid


@pytest.mark.parametrize(
    ("minimum", "paid", "floor", "cap", "fee"),
    [
        ("1000", "300", "0", "", "35.00"),  # as published
        ("500", "200", "0", "", "15.00"),
        ("200", "100", "0", "", "5.00"),
        ("1000", "0", "10", "", "50.00"),
        ("100", "0", "10", "", "10.00"),
        ("1000", "0", "10", "40", "40.00"),
        ("1000", "1000", "10", "", "0.00"),
    ],
)
def test_published_late_fees(
    minimum: str, paid: str, floor: str, cap: str, fee: str
) -> None:
    found = outputs(
        minimum_due=minimum, paid_amount=paid, late_fee_floor=floor, late_fee_cap=cap
    )
    assert found["late_fee"] == fee


def test_interest_on_the_unpaid_part_only() -> None:
    found = outputs(interest_on="unpaid")
    assert found["interest"] == "79.20"  # 4800 x 0.05 % x 33 days
    assert found["total_due"] == "4894.20"  # with the late fee of 15.00


def test_the_late_fee_bears_no_interest() -> None:
    month = outputs(settle_date="2026-10-28")
    assert month["late_fee"] == outputs()["late_fee"] == "15.00"
    # 5000 x 23 + 4800 x 30 days
    assert month["interest"] == "129.50"


@pytest.mark.parametrize(
    "answers", [{"paid_amount": "5000"}, {"settle_date": "2026-09-28"}]
)
def test_paid_in_full_by_the_due_date_costs_nothing(answers: dict[str, str]) -> None:
    found = CALCULATOR.answer(BILL | answers)
    assert (found.result.interest, found.result.late_fee) == (0, 0)
    assert found.result.total_due == 5000 - Decimal(answers.get("paid_amount", "200"))
    assert "没有利息和违约金" in found.told.sentence


def test_rows_show_later_days_and_the_day_asked_for() -> None:
    rows = outputs(settle_date="2026-10-08")["rows"]
    assert [row["days"] for row in rows] == ["1", "3", "7", "10", "15", "30"]
    assert rows[3]["total_due"] == outputs()["total_due"]


@pytest.mark.parametrize(
    ("answers", "errors"),
    [
        ({"minimum_due": "5001"}, {"minimum_due": "最低还款额不能超过账单金额"}),
        ({"paid_amount": "5001"}, {"paid_amount": "到还款日已还不能超过账单金额"}),
        ({"posting_date": "2026-09-29"}, {"posting_date": "记账日不能晚于还款日"}),
        (
            {"late_fee_floor": "20", "late_fee_cap": "10"},
            {"late_fee_cap": "违约金最高不能低于违约金最低"},
        ),
    ],
)
def test_says_what_contradicts(answers: dict[str, str], errors: dict[str, str]) -> None:
    with pytest.raises(InputErrors) as caught:
        outputs(**answers)
    assert caught.value.errors == errors


money = st.decimals("0.01", 100_000, places=2)


@settings(max_examples=80, deadline=None)
@given(
    amount=money,
    shares=st.tuples(st.integers(0, 100), st.integers(0, 100)),
    rate=st.decimals(0, 1, places=4),
    days=st.integers(0, 400),
)
def test_the_full_bill_never_costs_less_and_time_never_helps(
    amount: Decimal, shares: tuple[int, int], rate: Decimal, days: int
) -> None:
    posted = date(2026, 1, 31)
    due = posted + timedelta(days=25)
    minimum, paid = (
        (amount * share / 100).quantize(Decimal("0.01")) for share in shares
    )

    def found(on: InterestOn, later: int) -> Decimal:
        return card_overdue(
            statement_amount=amount,
            minimum_due=minimum,
            paid_amount=paid,
            posting_date=posted,
            due_date=due,
            settle_date=due + timedelta(days=later),
            daily_rate=rate,
            interest_on=on,
        ).total_due

    assert found(InterestOn.FULL, days) >= found(InterestOn.UNPAID, days)
    assert found(InterestOn.FULL, days + 1) >= found(InterestOn.FULL, days)
    assert found(InterestOn.UNPAID, days + 1) >= found(InterestOn.UNPAID, days)


def test_a_minimum_made_up_late_divides_the_interest() -> None:
    found = CALCULATOR.answer(BILL | {"minimum_paid_date": "2026-10-03"})
    # 5000 x 23 + 4800 x 5 + 4500 x 5 days; what is left is 4500
    assert found.outputs["interest"] == "80.75"
    assert found.outputs["late_fee"] == "15.00"
    assert found.outputs["total_due"] == "4595.75"
    assert "5,000.00 − 200.00 − 300.00 = 4,500.00" in found.told.steps[0]


def test_only_the_unpaid_part_bears_interest_until_the_minimum_is_made_up() -> None:
    late = outputs(interest_on="unpaid", minimum_paid_date="2026-10-03")
    assert late["interest"] == "78.45"  # (4800 x 28 + 4500 x 5 days) x 0.05 %
    early = outputs(interest_on="unpaid", minimum_paid_date="2026-09-20")
    assert early["interest"] == outputs(interest_on="unpaid")["interest"]


def test_a_payment_before_the_due_date_shortens_the_full_balance() -> None:
    # 5000 x 15 + 4800 x 18 days
    assert outputs(minimum_paid_date="2026-09-20")["interest"] == "80.70"


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"minimum_paid_date": "2026-09-04"}, "不能早于记账日"),
        ({"minimum_paid_date": "2026-10-09"}, "不能晚于还清那天"),
        (
            {"minimum_paid_date": "2026-10-01", "paid_amount": "500"},
            "到还款日已还够了最低还款额",
        ),
    ],
)
def test_a_day_of_the_minimum_that_cannot_be(
    answers: dict[str, str], sentence: str
) -> None:
    with pytest.raises(InputErrors) as caught:
        outputs(**answers)
    assert sentence in caught.value.errors["minimum_paid_date"]


@pytest.mark.parametrize(
    ("field", "answers"),
    [
        ("daily_rate", {"daily_rate": "18.25"}),
        ("late_fee_percent", {"late_fee_percent": "50"}),
        ("minimum_due", {"minimum_due": "5000"}),
        ("posting_date", {"posting_date": "2026-06-01"}),
        ("settle_date", {"settle_date": "2027-01-08"}),
        ("paid_amount", {"minimum_paid_date": "2026-09-20"}),
    ],
)
def test_what_is_unlikely_is_asked_and_still_answered(
    field: str, answers: dict[str, str]
) -> None:
    assert list(CALCULATOR.answer(BILL | answers).told.questions) == [field]
    assert not CALCULATOR.answer(BILL).told.questions


@settings(max_examples=60, deadline=None)
@given(day=st.dates(date(2026, 9, 29), date(2026, 10, 8)))
def test_a_minimum_made_up_earlier_never_costs_more(day: date) -> None:
    found = Decimal(outputs(minimum_paid_date=str(day))["interest"])
    later = outputs(minimum_paid_date=str(min(day + timedelta(1), date(2026, 10, 8))))
    assert found <= Decimal(later["interest"]) <= Decimal(outputs()["interest"])


def test_a_purchase_may_post_on_the_day_it_is_due() -> None:
    assert outputs(posting_date="2026-09-28")["interest"] == "24.00"  # 4800 x 10 days


def test_the_late_fee_is_rounded_and_its_step_says_the_same() -> None:
    found = CALCULATOR.answer(BILL | {"minimum_due": "533.30"})
    assert found.outputs["late_fee"] == "16.67"  # 333.30 x 5 % = 16.665
    assert found.told.steps[2].endswith("(533.30 − 200.00) × 5 % = 16.67 元。")


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"late_fee_floor": "20"}, "不到违约金最低 20.00 元，按最低收。"),
        ({"late_fee_cap": "10"}, "超过违约金最高 10.00 元，按最高收。"),
    ],
)
def test_limits_are_said_in_a_step_of_their_own(
    answers: dict[str, str], said: str
) -> None:
    assert said in CALCULATOR.answer(BILL | answers).told.steps
