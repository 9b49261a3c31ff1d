"""What holds for every calculator, whatever valid answers it is given."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from decimal import Context, DivisionByZero, InvalidOperation, localcontext
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.browser import answer
from calc.calculators import ALL
from calc.model.errors import InputErrors
from calc.model.fields import Choice, Day, Field, Text
from calc.model.numbers import Money, Percent, Whole
from calc.model.rows import Rows
from tests.cases import cases
from tests.strategies import answers

every_calculator = pytest.mark.parametrize("name", ALL)

FORMS: Mapping[type[Field], str] = {
    Money: r"-?\d+\.\d\d",
    Percent: r"-?\d+\.\d{6,}",
    Whole: r"-?\d+",
    Day: r"\d{4}-\d\d-\d\d",
}


def check_form(field: Field, text: Any) -> None:
    """The text has the form that the machine interface promises."""
    if isinstance(field, Rows):
        assert isinstance(text, list)
        for row in text:
            assert list(row) == list(field.columns)
            for name, column in field.columns.items():
                check_form(column, row[name])
    elif isinstance(field, Choice):
        assert text in ("", *map(str, field.options))
    elif isinstance(field, Text):
        assert isinstance(text, str)
    else:
        form = next(form for kind, form in FORMS.items() if isinstance(field, kind))
        assert text == "" or re.fullmatch(form, text)


@every_calculator
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_answers_anything_valid(name: str, data: st.DataObject) -> None:
    calculator = ALL[name]
    given_answers = data.draw(answers(calculator))
    request = {"calculator": name, "answers": given_answers, "export": "csv"}
    reply = json.loads(answer(json.dumps(request)))
    if reply["errors"]:
        assert reply["outputs"] == {}
        assert all(reply["errors"].values())
        return
    assert list(reply["outputs"]) == list(calculator.outputs)
    for output, field in calculator.outputs.items():
        check_form(field, reply["outputs"][output])
    assert reply["file"]["text"].startswith("\ufeff")


@every_calculator
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_valid_texts_parse_and_come_back(name: str, data: st.DataObject) -> None:
    calculator = ALL[name]
    values = calculator.parse(data.draw(answers(calculator)))
    texts = {n: field.text(values[n]) for n, field in calculator.inputs.items()}
    assert calculator.parse(texts) == values


@every_calculator
def test_defaults_have_an_answer(name: str) -> None:
    calculator = ALL[name]
    found = calculator.answer({})
    assert found.told.sentence
    assert found.told.steps
    assert json.loads(json.dumps(found.outputs)) == found.outputs


HOSTILE = [
    "NaN",
    "-NaN",
    "sNaN",
    "Infinity",
    "-Infinity",
    "1e400",
    "1E+400",
    "-0",
    "0x10",
    "1_000",
    "١٢",  # digits, but not ours
    "--1",
    "1.2.3",
    "9" * 400,
    "=1+1",
    "<script>alert(1)</script>",
    "\u202e4999",
    "\x00\x07",
    "\ud800",
    "x" * 100_000,
]


@every_calculator
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_read_or_refused(name: str, text: str) -> None:
    calculator = ALL[name]
    for field_name, field in calculator.inputs.items():
        hostile: Any = text
        if isinstance(field, Rows) and isinstance(
            calculator.defaults[field_name], list
        ):
            hostile = [dict.fromkeys(field.columns, text)]
        request = {"calculator": name, "answers": {field_name: hostile}}
        reply = json.loads(answer(json.dumps(request)))
        assert "<script" not in reply["html"]
        if reply["errors"]:
            assert all(key.split(".")[0] == field_name for key in reply["errors"])


@every_calculator
@pytest.mark.parametrize("wrong", [None, 12, True, [], {}, [1], [[]], {"a": {}}])
def test_answers_of_the_wrong_type_are_refused(name: str, wrong: Any) -> None:
    calculator = ALL[name]
    for field_name, field in calculator.inputs.items():
        if field.optional:
            calculator.parse({field_name: wrong})
        else:
            with pytest.raises(InputErrors) as caught:
                calculator.parse({field_name: wrong})
            assert list(caught.value.errors) == [field_name]


@every_calculator
def test_an_unknown_answer_is_named(name: str) -> None:
    with pytest.raises(InputErrors) as caught:
        ALL[name].answer({"colour": "red"})
    assert caught.value.errors == {"colour": "没有这一项"}


@pytest.mark.parametrize(
    ("today", "due", "paid", "days"),
    [
        ("2026-10-20", "10月10日", "10月17日", "7"),
        ("2027-01-20", "12月28日", "1月4日", "7"),
        ("", "2026-10-10", "10/17", "7"),
    ],
)
def test_days_without_a_year_are_reckoned_from_today(
    today: str, due: str, paid: str, days: str
) -> None:
    answers = {"today": today, "due_date": due, "paid_date": paid}
    reply = json.loads(
        answer(json.dumps({"calculator": "late-fee", "answers": answers}))
    )
    assert reply["outputs"]["overdue_days"] == days


def test_today_is_a_day_too() -> None:
    request = {"calculator": "late-fee", "answers": {"today": "2026-02-30"}}
    reply = json.loads(answer(json.dumps(request)))
    assert reply["errors"] == {"today": "今天写错了，2 月没有 30 日"}


@every_calculator
def test_no_answer_depends_on_the_arithmetic_of_the_caller(name: str) -> None:
    rough = Context(prec=6, traps=[InvalidOperation, DivisionByZero])
    asked = [json.loads(c.request)["answers"] for c in cases() if c.calculator == name]
    for given_answers in [{}, *asked]:
        with suppress(InputErrors):
            found = ALL[name].answer(given_answers)
            expected = found.outputs, found.told
            with localcontext(rough):
                again = ALL[name].answer(given_answers)
                assert (again.outputs, again.told) == expected
