"""粘贴识别: through the machine's doors."""

import json

from calc.browser import answer
from calc.calculators.read_text import read_text
from calc.calculators.read_text.words import NAMES


def found(text: str, **more: str) -> dict[str, str]:
    request = {"calculator": "read-text", "answers": {"text": text, **more}}
    reply = json.loads(answer(json.dumps(request)))
    assert reply["errors"] == {}
    return {row["field"]: row["value"] for row in reply["outputs"]["found"]}


def test_the_outputs_are_rows_of_texts() -> None:
    assert found("第3/12期应还458.31元，还款日10月10日", today="2026-10-01") == {
        "paid_periods": "2",
        "periods": "12",
        "payment": "458.31",
        "due_date": "2026-10-10",
    }


def test_what_is_not_understood_is_said() -> None:
    result = read_text(text="今天天气不错")
    assert result.found == ()
    assert result.rest == "今天天气不错"
    assert result.told.sentence.startswith("没有认出")
    assert "今天天气不错" in result.told.steps[0]


def test_the_sentence_names_all_that_was_found() -> None:
    result = read_text(text="分12期，每期手续费率0.6%")
    assert result.told.sentence == ("认出 2 项：期数 12 期；每期手续费率 0.6 %。")


def test_a_text_has_an_end() -> None:
    request = {"calculator": "read-text", "answers": {"text": "一" * 4001}}
    errors = json.loads(answer(json.dumps(request)))["errors"]
    assert errors == {"text": "短信、账单或支付页面上的文字最多 4000 个字"}


def test_every_fact_has_a_name() -> None:
    assert {"amount", "periods", "payment", "payments", "lender"} <= NAMES.keys()
