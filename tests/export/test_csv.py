"""CSV: what a spreadsheet reads back, and what it must not run."""

import csv
import io
import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.browser import answer
from calc.export.csv import spreadsheet
from calc.model.calculator import Answered, Told, calculator, declared
from calc.model.fields import Text
from calc.model.numbers import Money


@dataclass(frozen=True)
class Note:
    """One text."""

    note: Annotated[str, Text("备注")]
    told: Told


@calculator("note", "备注")
def note(
    *,
    text: Annotated[str, Text("备注")] = "",
    price: Annotated[Decimal, Money("价格")] = Decimal(1),
) -> Note:
    """Say it again."""
    return Note(text, Told(str(price), ()))


def written(text: str) -> str:
    return spreadsheet(Answered(declared(note), {}, {}, note(text=text)))


def read(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


def export(name: str, **answers: Any) -> Any:
    request = {"calculator": name, "answers": answers, "export": "csv"}
    return json.loads(answer(json.dumps(request)))["file"]


def test_figures_then_tables() -> None:
    file = export("repayment-schedule", amount="1000", periods="2", rate="0")
    assert (file["name"], file["type"]) == ("还款计划.csv", "text/csv;charset=utf-8")
    rows = read(file["text"])
    assert rows[0] == ["还款计划"]
    assert rows[1] == ["每期应还", "500.00", "元"]
    start = rows.index([]) + 1
    assert rows[start] == ["逐期明细"]
    assert rows[start + 1][:3] == ["期", "还款日", "应还"]
    assert rows[start + 2] == ["1", "", "500.00", "500.00", "0.00", "0.00", "500.00"]
    assert len(rows) == start + 4


def test_a_figure_that_is_not_there_has_no_line() -> None:
    labels = [row[0] for row in read(export("monthly-load")["text"]) if row]
    ended = export("monthly-load", as_of="2199-01-01")["text"]
    assert "下一个还款日" in labels
    assert "下一个还款日" not in [row[0] for row in read(ended) if row]


def test_lines_end_as_the_format_says() -> None:
    text = export("compare-plans")["text"]
    assert text.count("\r\n") == text.count("\n") == text.count("\r")


def test_numbers_are_bare_and_choices_are_words() -> None:
    rows = read(export("early-payoff", policy="fixed_fee", policy_value="5000")["text"])
    fixed = next(row for row in rows if row[:1] == ["收一笔固定的钱"])
    assert fixed[2:] == ["8430.87", "-4764.39"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", " =1", "=cmd", "＋1＋1"]
)
def test_a_formula_becomes_text(text: str) -> None:
    assert read(written(text))[1][1] == "'" + text


@pytest.mark.parametrize("text", ["-12.50", "+3", "2026-10-10", "手机 =", "a@b"])
def test_what_is_no_formula_stays(text: str) -> None:
    assert read(written(text))[1][1] == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back(text: str) -> None:
    cell = read(written(text))[1][1]
    assert cell in {text, "'" + text}
    assert not cell.lstrip().startswith(("=", "@"))
