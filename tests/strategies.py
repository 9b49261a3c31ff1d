"""Valid answers to a calculator, drawn from what it declares of itself."""

from datetime import date
from decimal import Decimal
from functools import singledispatch
from typing import Any

from hypothesis import strategies as st

from calc.model.calculator import Calculator
from calc.model.fields import Choice, Day, Field, Passage, Text
from calc.model.numbers import Money, Number, Rate, Whole
from calc.model.preset import StartFrom
from calc.model.rows import Lines, Rows
from calc.reading.plain import plain

PAPERS = ("第3/12期应还458.31元", "还款日10月10日", "手续费率0.6%/期", "458.31 458.31")
PERIODS = 60  # longer plans have tests of their own, and cost time here


@singledispatch
def _valid(field: Field) -> st.SearchStrategy[Any]:
    raise NotImplementedError(type(field))


@_valid.register
def _(field: Choice) -> st.SearchStrategy[str]:
    return st.sampled_from([str(value) for value in field.options])


@_valid.register
def _(field: StartFrom) -> st.SearchStrategy[str]:
    return st.sampled_from(list(field.options))


@_valid.register
def _(field: Text) -> st.SearchStrategy[str]:
    short = st.text(min_size=1, max_size=field.longest)
    return short.filter(lambda text: 0 < len(plain(text)) <= field.longest)


@_valid.register
def _(field: Passage) -> st.SearchStrategy[str]:
    short = st.text(min_size=1, max_size=min(60, field.longest))
    labelled = st.sampled_from(PAPERS) | short
    lines = st.lists(labelled, min_size=1, max_size=4).map("\n".join)
    return lines.filter(lambda text: bool(plain(text)))


@_valid.register
def _(field: Day) -> st.SearchStrategy[str]:
    likely = st.dates(date(2020, 1, 1), date(2035, 12, 31))
    return (likely | st.dates(field.low, field.high)).map(str)


@_valid.register
def _(field: Money) -> st.SearchStrategy[str]:
    return st.decimals(field.low, field.high, places=2).map("{:f}".format)


@_valid.register
def _(field: Rate) -> st.SearchStrategy[str]:
    likely = st.decimals(field.low, min(field.high, Decimal(36)), places=4)
    return (likely | st.decimals(field.low, field.high, places=8)).map("{:f}".format)


@_valid.register
def _(field: Whole) -> st.SearchStrategy[str]:
    high = int(field.high)
    likely = st.integers(int(field.low), min(high, PERIODS))
    return (likely | st.sampled_from([int(field.low), high])).map(str)


@_valid.register
def _(field: Number) -> st.SearchStrategy[str]:
    return st.decimals(field.low, field.high, places=6).map("{:f}".format)


@_valid.register
def _(field: Rows) -> st.SearchStrategy[list[dict[str, str]]]:
    row = st.fixed_dictionaries({n: texts(c) for n, c in field.columns.items()})
    return st.lists(row, min_size=1, max_size=3)


@_valid.register
def _(field: Lines) -> st.SearchStrategy[str]:
    line = st.tuples(*map(texts, field.columns.values())).map(" ".join)
    return st.lists(line, min_size=1, max_size=6).map("\n".join)


def texts(field: Field) -> st.SearchStrategy[Any]:
    """Texts that a field reads, blank among them where that is allowed."""
    return st.just("") | _valid(field) if field.optional else _valid(field)


def answers(calculator: Calculator) -> st.SearchStrategy[dict[str, Any]]:
    """Answers that are valid one by one; together they may contradict each other."""
    return st.fixed_dictionaries({n: texts(f) for n, f in calculator.inputs.items()})
