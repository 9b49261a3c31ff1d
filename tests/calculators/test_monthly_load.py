"""Several orders: the months, the payments ahead, the share of an income."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from calc.calculators import ALL
from calc.model.picture import Bars
from tests.strategies import answers as valid_answers

CALCULATOR = ALL["monthly-load"]
PHONE = {
    "name": "手机",
    "amount": "2999",
    "periods": "12",
    "fee": "224.93",
    "first_due": "2026-12-10",
}
BUDS = {"name": "耳机", "amount": "100", "periods": "3", "first_due": "2026-12-31"}


def outputs(**answers: Any) -> dict[str, Any]:
    return CALCULATOR.answer({"orders": [PHONE, BUDS], **answers}).outputs


def test_each_month_adds_up_its_orders() -> None:
    rows = outputs()["rows"]
    assert [row["month"] for row in rows[:4]] == [
        *("2026-12", "2027-01", "2027-02", "2027-03")
    ]
    assert len(rows) == 12
    # 249.99 + 18.79 and 33.34: the first period takes the remainder
    assert rows[0]["orders"] == "手机 268.78、耳机 33.34"
    assert [row["total"] for row in rows[:4]] == [
        *("302.12", "301.98", "301.98", "268.65")
    ]
    assert {row["share"] for row in rows} == {""}


def test_payments_ahead_keep_their_day_through_short_months() -> None:
    ahead = outputs(orders=[BUDS])["upcoming"]
    days = [row["due_date"] for row in ahead]
    assert days == ["2026-12-31", "2027-01-31", "2027-02-28"]
    assert [row["payment"] for row in ahead] == ["33.34", "33.33", "33.33"]
    assert [row["period"] for row in ahead] == ["1", "2", "3"]


def test_the_remainder_may_go_last() -> None:
    ahead = outputs(orders=[BUDS], remainder="last")["upcoming"]
    assert [row["payment"] for row in ahead] == ["33.33", "33.33", "33.34"]


def test_what_comes_next() -> None:
    found = outputs()
    assert (found["next_due"], found["next_payment"]) == ("2026-12-10", "268.78")
    assert found["remaining_total"] == "3323.93"


def test_orders_due_on_one_day_are_paid_together() -> None:
    both = [PHONE, BUDS | {"first_due": "2026-12-10"}]
    assert outputs(orders=both)["next_payment"] == "302.12"


def test_each_payment_says_what_its_day_and_its_order_still_ask_for() -> None:
    both = [PHONE | {"fee": ""}, BUDS | {"first_due": "2026-12-10"}]
    ahead = outputs(orders=both)["upcoming"][:4]
    assert [(row["order"], row["together"], row["left"]) for row in ahead] == [
        ("1", "283.33", "2999.00"),
        ("2", "283.33", "100.00"),
        ("1", "283.24", "2749.01"),
        ("2", "283.24", "66.66"),
    ]
    later = outputs(orders=both, as_of="2027-01-10")["upcoming"][:2]
    assert later == ahead[2:]


def test_how_far_off_the_next_one_is() -> None:
    def sentence(day: str) -> str:
        answers = {"orders": [BUDS], "as_of": day}
        return CALCULATOR.answer(answers).told.sentence

    assert "2026-12-31，还有 5 天；" in sentence("2026-12-26")
    assert "2026-12-31，就是当天；" in sentence("2026-12-31")
    assert "2026-12-31；" in sentence("")


def test_from_a_date_on_the_rest_counts_as_paid() -> None:
    found = outputs(as_of="2027-02-28")
    assert (found["next_due"], found["next_payment"]) == ("2027-02-28", "33.33")
    assert found["rows"][0]["total"] == "33.33"
    assert found["upcoming"][1]["period"] == "4"


def test_nothing_is_left_after_the_last_payment() -> None:
    found = CALCULATOR.answer({"orders": [BUDS], "as_of": "2027-03-01"})
    assert found.result.next_due is None
    assert found.result.next_payment is None
    assert found.result.remaining_total == 0
    assert found.told.sentence == "从这天起没有要还的了。"


def test_the_share_of_an_income() -> None:
    found = CALCULATOR.answer({"orders": [PHONE, BUDS], "income": "6000"})
    assert found.outputs["rows"][0]["share"] == "5.0353333333"
    assert "占收入 5.04 %" in found.told.sentence


@settings(max_examples=40, deadline=None)
@given(valid_answers(CALCULATOR))
def test_months_and_payments_are_the_same_money(answers: dict[str, Any]) -> None:
    found = CALCULATOR.answer(answers | {"as_of": ""})
    orders = CALCULATOR.parse(answers)["orders"]
    owed = sum(o.amount + (o.fee or Decimal(0)) for o in orders)
    assert sum(row.total for row in found.result.rows) == owed
    assert sum(row.payment for row in found.result.upcoming) == owed
    assert found.result.remaining_total == owed
    assert len(found.result.upcoming) == sum(order.periods for order in orders)
    days = [row.due_date for row in found.result.upcoming]
    assert days == sorted(days)


def test_the_picture_adds_up_to_the_table_in_three_colours_at_most() -> None:
    for count in (1, 3, 5):
        orders = [BUDS | {"name": f"第{n}笔"} for n in range(count)]
        found = CALCULATOR.answer({"orders": orders})
        (picture,) = found.told.pictures
        assert isinstance(picture, Bars)
        assert len(picture.series) == min(count, 3)
        stacked = zip(*(series.amounts for series in picture.series), strict=True)
        assert [sum(column) for column in stacked] == [
            r.total for r in found.result.rows
        ]


@pytest.mark.parametrize(
    ("as_of", "due"),
    [
        ("", ""),
        ("2026-12-10", "302.12"),
        ("2026-12-11", "33.34"),
        ("2026-11-30", "0.00"),
    ],
)
def test_what_is_still_due_this_month(as_of: str, due: str) -> None:
    assert outputs(as_of=as_of)["this_month"] == due


def test_past_and_coming_stand_apart() -> None:
    found = CALCULATOR.answer({"orders": [PHONE, BUDS], "as_of": "2027-01-15"})
    past, coming = found.outputs["past"], found.outputs["upcoming"]
    assert all(row["due_date"] < "2027-01-15" for row in past)
    assert all(row["due_date"] >= "2027-01-15" for row in coming)
    every = outputs()
    assert past + coming == every["upcoming"]
    assert every["past"] == []
    assert f"以前的 {len(past)} 笔" in found.told.steps[-1]


def test_orders_of_one_name_are_two_orders() -> None:
    twins = [PHONE, PHONE | {"amount": "100", "first_due": "2027-06-01"}]
    told = CALCULATOR.answer({"orders": twins}).told
    assert told.steps[0].startswith("「手机（第 1 行）」下一笔")
    assert told.steps[1].startswith("「手机（第 2 行）」下一笔：2027-06-01")
    (picture,) = told.pictures
    assert isinstance(picture, Bars)
    assert len(picture.series) == 2


def test_an_order_called_the_rest_is_not_the_rest() -> None:
    names = ["其余", "手机", "耳机", "平板"]
    found = CALCULATOR.answer({"orders": [BUDS | {"name": name} for name in names]})
    (picture,) = found.told.pictures
    assert isinstance(picture, Bars)
    assert [series.name for series in picture.series] == ["其余", "手机", "其余 2 笔"]


@pytest.mark.parametrize(
    ("field", "orders", "more"),
    [
        ("orders.0.first_due", [BUDS], {"as_of": "2028-01-01"}),
        ("orders.0.fee", [PHONE | {"fee": "4000"}], {}),
        ("orders.1.name", [PHONE, PHONE], {}),
        ("income", [PHONE], {"income": "50"}),
    ],
)
def test_what_is_unlikely_is_asked_and_still_answered(
    field: str, orders: list[dict[str, str]], more: dict[str, str]
) -> None:
    questions = CALCULATOR.answer({"orders": orders, **more}).told.questions
    assert list(questions) == [field]
