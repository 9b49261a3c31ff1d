"""What a careless reader, a damaged link or an attacker may send to the one door."""

import json
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from calc.calculators import ALL
from calc.model.calculator import Calculator
from calc.model.fields import Field, Text
from calc.model.rows import Lines, Rows
from tests.strategies import texts

PASTED = (
    "4,999元",
    "4999",
    "12期",
    "0.05%",
    "４９９９．５０",
    "￥4 999.00",
    "1万",
    "１２个月",
    "2026年10月10日",
    "2026/10/10",
    "20261010",
    "0",
    "-0",
    "-0.00",
    "0.01",
    "0.001",
    "99999999.99",
    "100000000",
    "600",
    "601",
    "1970-01-01",
    "2199-12-31",
    "2024-02-29",
    "2026-02-29",
    "9999-12-31",
    "0000-00-00",
)
HOSTILE = (
    "NaN",
    "-NaN",
    "sNaN123",
    "Infinity",
    "-inf",
    "1e400",
    "1E+400",
    "1e-400",
    "9" * 400,
    "0." + "0" * 400 + "1",
    "0x10",
    "1_000",
    "١٢",
    "①②",
    "½",
    "十二",
    "--1",
    "+-1",
    "1.2.3",
    "=1+1",
    "@SUM(A1)",
    '=HYPERLINK("x")',
    "＝1+1",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><x-hostile onclick="alert(1)">',
    "'><svg/onload=alert(1)>",
    "</textarea><x-hostile>",
    "</style></script><x-hostile>",
    "javascript:alert(1)",
    "&lt;x-hostile&gt;",
    "&#60;x-hostile&#62;",
    "＜x-hostile＞",
    "{{7*7}}${7*7}%s%n",
    "\u202e4999\u202c",
    "\u2066元\u2069",
    "\u200b\u200d\ufeff4999",
    "\x00\x07\x1b[31m",
    "a\r\nBEGIN:VEVENT\r\nX:1",
    "a\u2028b\u2029c\x85d",
    "\ud800",
    "\udfff元",
    "😀" * 40,
    "e\u0301" * 200,
    "ﷺ" * 200,
    " " * 5000,
    "x" * 5000,
    "constructor",
    "__proto__",
    "../../etc/passwd",
)
WRONG_TYPES: tuple[Any, ...] = (
    None,
    True,
    12,
    -1.5,
    10**400,
    [],
    {},
    [[]],
    [None],
    ["4999"],
    {"amount": {}},
    [[[[[[[[]]]]]]]],
)

_short = st.sampled_from(HOSTILE)
_hostile_text = st.sampled_from(PASTED + HOSTILE) | st.text(max_size=60)
_anything = _hostile_text | st.sampled_from(WRONG_TYPES)


def _cell(field: Field) -> st.SearchStrategy[Any]:
    """Valid, or a hostile name for a plan, which is as good as another."""
    return texts(field) | _hostile_text if isinstance(field, Text) else texts(field)


def _rows(field: Rows) -> st.SearchStrategy[Any]:
    row = st.fixed_dictionaries({n: _cell(c) for n, c in field.columns.items()})
    wild = st.dictionaries(
        st.sampled_from([*field.columns]) | _short, _anything, max_size=3
    )
    torn = st.builds(lambda row, other: row | other, row, wild)
    many = st.builds(lambda row, n: [row] * n, row, st.sampled_from([2, 10, 20, 60]))
    return many | st.lists(row | torn | st.sampled_from(WRONG_TYPES), max_size=4)


def _lines(field: Lines) -> st.SearchStrategy[str]:
    line = st.tuples(*map(texts, field.columns.values())).map(" ".join)
    torn = st.lists(line | _hostile_text, max_size=8)
    many = st.builds(
        lambda lines, n: lines * n, st.lists(line, max_size=3), st.integers(1, 250)
    )
    return (many | torn).map("\n".join)


def _given(field: Field) -> st.SearchStrategy[Any]:
    if isinstance(field, Lines):
        return _lines(field) | _anything
    return (_rows(field) if isinstance(field, Rows) else texts(field)) | _anything


def answers(calculator: Calculator) -> st.SearchStrategy[dict[str, Any]]:
    """Valid answers, some of them left out, and up to three damaged or made up."""
    valid = {
        name: _lines(f)
        if isinstance(f, Lines)
        else _rows(f)
        if isinstance(f, Rows)
        else texts(f)
        for name, f in calculator.inputs.items()
    }
    damage = st.sampled_from([*calculator.inputs]).flatmap(
        lambda name: st.tuples(st.just(name), _given(calculator.inputs[name]))
    )
    made_up = st.tuples(_short, _hostile_text)
    torn = st.lists(damage | made_up, max_size=3).map(dict)
    known = st.fixed_dictionaries({}, optional=valid) | st.fixed_dictionaries(valid)
    return known | st.builds(lambda a, b: a | b, known, torn)


def requests(calculator: Calculator) -> st.SearchStrategy[str]:
    """Requests to calc.browser.answer, as JSON text."""
    return st.fixed_dictionaries(
        {"calculator": st.just(calculator.name), "answers": answers(calculator)},
        optional={
            "place": st.just("calc-1") | _short,
            "export": st.sampled_from(["ics", "csv"]),
        },
    ).map(json.dumps)


any_request = st.sampled_from(list(ALL.values())).flatmap(requests)


def drawn(count: int) -> list[str]:
    """The same that many requests each time, over all calculators."""
    found: list[str] = []

    @seed(count)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(any_request)
    def note(request: str) -> None:
        found.append(request)

    note()
    return found
