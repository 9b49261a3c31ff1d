"""The worker's one door: what each kind of request gets back."""

import json
from typing import Any

from calc.browser import answer
from calc.calculators import ALL


def asked(**request: Any) -> Any:
    return json.loads(answer(json.dumps(request)))


def test_an_answer_has_figures_html_and_questions() -> None:
    reply = asked(calculator="late-fee", answers={"daily_rate": "18"})
    assert list(reply) == ["outputs", "errors", "html", "questions"]
    assert reply["outputs"] == ALL["late-fee"].answer({"daily_rate": "18"}).outputs
    assert reply["errors"] == {}
    assert reply["outputs"]["charge"] in reply["html"].replace(",", "")
    assert list(reply["questions"]) == ["daily_rate"]


def test_tables_may_be_left_out_of_the_outputs() -> None:
    whole = asked(calculator="repayment-schedule")
    short = asked(calculator="repayment-schedule", tables=False)
    assert whole["outputs"].pop("rows")
    assert short == whole


def test_what_is_wrong_leads_to_its_field_and_has_no_figures() -> None:
    reply = asked(calculator="late-fee", answers={"paid_date": "x"}, place="here")
    assert list(reply) == ["outputs", "errors", "html"]
    assert reply["outputs"] == {}
    assert list(reply["errors"]) == ["paid_date"]
    assert reply["errors"]["paid_date"] in reply["html"]
    assert 'href="#here-paid_date"' in reply["html"]


def test_without_a_place_the_form_is_named_as_the_calculator() -> None:
    reply = asked(calculator="late-fee", answers={"paid_date": "x"})
    assert 'href="#late-fee-paid_date"' in reply["html"]


def test_a_file_comes_only_when_asked_for() -> None:
    assert "file" not in asked(calculator="repayment-schedule")
    reply = asked(calculator="repayment-schedule", export="csv")
    assert reply["file"]["name"] == "还款计划.csv"
    day = {"today": "2026-11-27"}
    picture = asked(calculator="late-fee", answers=day, export="svg")["file"]
    assert (picture["name"], picture["type"]) == ("逾期费用.svg", "image/svg+xml")
    assert "2026-11-27 算出" in picture["text"]


def test_chinese_is_not_escaped() -> None:
    assert "元" in answer('{"calculator": "late-fee"}')
