"""Whatever is sent, the reply is an answer or sentences, and nothing gets through."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calc.browser import answer
from calc.calculators import ALL
from calc.model.fields import Text
from calc.model.rows import Lines, Rows
from tests.hostile import doors
from tests.hostile.replies import check, check_figures, check_html
from tests.hostile.requests import HOSTILE, PASTED, WRONG_TYPES, requests

every_calculator = pytest.mark.parametrize("name", ALL)


def placed(name: str, hostile: Any) -> Iterator[dict[str, Any]]:
    """The defaults with one thing hostile, in every place there is."""
    calculator = ALL[name]
    for key, field in calculator.inputs.items():
        yield {key: hostile}
        default = calculator.defaults[key]
        if isinstance(field, Rows) and not isinstance(field, Lines):
            yield from ({key: [default[0] | {c: hostile}]} for c in field.columns)
            yield {key: [default[0] | {str(hostile): "1"}]}
    yield {str(hostile): "1"}


@every_calculator
def test_the_corpus_in_every_field_and_every_key(name: str) -> None:
    for hostile in (*PASTED, *HOSTILE, *WRONG_TYPES):
        for answers in placed(name, hostile):
            asked = {"calculator": name, "answers": answers, "export": "csv"}
            check(answer(json.dumps(asked | {"place": str(hostile)})))


@every_calculator
@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_anything_at_once(name: str, data: st.DataObject) -> None:
    check(answer(data.draw(requests(ALL[name]))))


@pytest.mark.parametrize(
    ("name", "field", "given", "shown"),
    [
        ("late-fee", "overdue_amount", "4,999元", "4999.00"),
        ("late-fee", "overdue_amount", "4999", "4999.00"),
        ("late-fee", "overdue_amount", "４９９９．５０", "4999.50"),
        ("late-fee", "overdue_amount", "￥4 999.00", "4999.00"),
        ("late-fee", "overdue_amount", "1万", "10000.00"),
        ("late-fee", "daily_rate", "0.05%", "0.05"),
        ("late-fee", "due_date", "2026年10月10日", "2026-10-10"),
        ("late-fee", "due_date", "20261010", "2026-10-10"),
        ("repayment-schedule", "periods", "12期", "12"),
        ("repayment-schedule", "periods", "１２个月", "12"),
    ],
)
def test_what_people_paste_is_understood(
    name: str, field: str, given: str, shown: str
) -> None:
    calculator = ALL[name]
    value = calculator.parse({field: given})[field]
    assert calculator.inputs[field].text(value) == shown


def test_damaged_messages_bills_and_flows() -> None:
    for request in doors.requests(900, 1):
        reply = check(answer(request))
        if not reply["errors"]:
            check_figures(ALL[json.loads(request)["calculator"]], reply["outputs"])


@every_calculator
@pytest.mark.parametrize("kind", ["ics", "csv", "txt", "svg"])
def test_a_day_or_a_part_that_is_none_makes_no_file_fail(name: str, kind: str) -> None:
    for odd in WRONG_TYPES:
        asked = {"calculator": name, "answers": {"today": odd}, "export": kind}
        check(answer(json.dumps(asked | {"only": odd, "seed": odd})))


@every_calculator
def test_a_hundred_thousand_rows_are_one_sentence(name: str) -> None:
    for key, field in ALL[name].inputs.items():
        if isinstance(field, Rows):
            default = ALL[name].defaults[key]
            line = isinstance(field, Lines) and f"{default.splitlines()[0]}\n"
            rows = (line or default[:1]) * 100_000
            asked = {"calculator": name, "answers": {key: rows}}
            reply = check(answer(json.dumps(asked)))
            assert list(reply["errors"]) == [key]
            assert "100000" in reply["errors"][key]
        elif isinstance(field, Text):
            asked = {"calculator": name, "answers": {key: "x" * 100_000}}
            assert key in check(answer(json.dumps(asked)))["errors"]


@pytest.mark.parametrize(
    "html",
    [
        "<p><script>1</script></p>",
        "<p onclick='1'>a</p>",
        '<a href="javascript:1">a</a>',
        "<p>a",
        "<p>a & b</p>",
        "<p><!-- a --></p>",
    ],
)
def test_the_check_itself_sees_what_is_wrong(html: str) -> None:
    check_html('<p class="a"><strong>a &amp; b</strong></p>')
    with pytest.raises(AssertionError):
        check_html(html)
