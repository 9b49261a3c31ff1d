"""The printed working is true: every equation of every reply is worked out again."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.browser import answer
from calc.calculators import ALL
from tests.cases import cases
from tests.equations import Unread, equations, shown
from tests.strategies import answers

every_calculator = pytest.mark.parametrize("name", ALL)


def without_equations(given_answer: Any) -> Any:
    """The answer, in which a name or a message is no equation."""
    if isinstance(given_answer, list):
        return [
            {key: text.replace("=", "·") for key, text in row.items()}
            for row in given_answer
        ]
    return given_answer.replace("=", "·")


def false(name: str, asked: Any) -> list[str]:
    reply = json.loads(answer(json.dumps({"calculator": name, "answers": asked})))
    return [e.text for e in equations(shown(reply["html"])) if not e.holds]


@every_calculator
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_every_equation_is_true(name: str, data: st.DataObject) -> None:
    drawn = data.draw(answers(ALL[name]))
    asked = {field: without_equations(text) for field, text in drawn.items()}
    assert false(name, asked) == []


@every_calculator
def test_every_equation_of_the_published_cases_is_true(name: str) -> None:
    for case in cases():
        if case.calculator == name:
            assert false(name, case.answers) == [], case.id


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("利息：(5,000.00 × 23 天 + 4,800.00 × 10 天) × 0.05 % = 81.50 元。", True),
        ("利息：(5,000.00 × 23 天 + 4,800.00 × 10 天) × 0.05 % = 81.51 元。", False),
        ("第 1 期应还：本金 383.32 + 利息 74.99 = 458.31 元", True),
        ("复利口径：(1 + 1.500060 %)^12 − 1 = 19.56 %。", True),
        ("复利口径：(1 + 1.500060 %)^12 − 1 = 19.57 %。", False),
        ("2 × (3 − -1) ÷ 3 = 2.67", True),
        ("乘 7 天 = 1.61 元", False),
        (
            "得 r = 10.000000 %。2027-01-01（第 365 天）110 ÷ (1 + r)^(365/365) = 100",
            True,
        ),
        (
            "使 100.00 = 60.00 ÷ (1 + i)^1 + … + 60.00 ÷ (1 + i)^2，得 i = 13.066239 %",
            True,
        ),
        ("使 100.00 = 60.00 + … + 60.00 ÷ (1 + i)^1，得 i = 13.066239 %", False),
    ],
)
def test_the_reader_of_equations_can_tell(text: str, holds: bool) -> None:  # noqa: FBT001
    assert [equation.holds for equation in equations(text)] == [holds]


def test_prose_is_no_equation() -> None:
    assert list(equations("日利率 = 年利率 ÷ 360；结清要付 = 剩余本金 + 另收的")) == []


@pytest.mark.parametrize("text", ["1 + = 2", "(1 + 2 = 3", "1 2 = 3", "1 × % = 2"])
def test_what_cannot_be_read_is_not_passed_over(text: str) -> None:
    with pytest.raises(Unread):
        list(equations(text))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_the_least_charge_is_named_only_where_it_binds(data: st.DataObject) -> None:
    late = ALL["late-fee"].answer(data.draw(answers(ALL["late-fee"])))
    free = ALL["late-fee"].answer({**late.texts, "minimum_charge": "0"})
    steps = "".join(late.told.steps)
    binds = late.result.charge > free.result.charge
    assert ("按最低收费" in steps) is binds
    without = ALL["late-fee"].answer({**late.texts, "minimum_per_day": ""})
    if without.result.charge != late.result.charge:
        assert "按每天最低收" in steps
    assert ("按每天最低收" in steps) <= bool(late.values["minimum_per_day"])


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_limit_of_the_late_fee_is_named_only_where_it_binds(
    data: st.DataObject,
) -> None:
    drawn = data.draw(answers(ALL["card-overdue"]))
    drawn |= {"minimum_due": "500", "statement_amount": "5000", "paid_amount": "200"}
    drawn |= {"late_fee_floor": "10", "late_fee_cap": "40", "minimum_paid_date": ""}
    drawn |= {"posting_date": "2026-09-05", "due_date": "2026-09-28"}
    card = ALL["card-overdue"].answer(drawn)
    steps, fee = "".join(card.told.steps), card.result.fee_by_percent
    late = card.values["settle_date"] > card.values["due_date"]
    assert ("按最低收" in steps) is (late and fee < 10)
    assert ("按最高收" in steps) is (late and fee > 40)
