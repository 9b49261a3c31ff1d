"""The command: JSON, a table, and how it refuses."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from calc.calculators import ALL
from calc.cli import main

ROOT = Path(__file__).parents[1]


def as_json(capsys: pytest.CaptureFixture[str]) -> Any:
    captured = capsys.readouterr()
    assert captured.err == ""
    return json.loads(captured.out)


@pytest.mark.parametrize("name", ALL)
def test_json(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--json", "{}"]) == 0
    found = as_json(capsys)
    assert list(found) == ["outputs", "errors"]
    assert found["outputs"] == ALL[name].answer({}).outputs
    assert found["errors"] == {}


@pytest.mark.parametrize("amount", ['"5000"', "5000", "5000.00", '"5,000元"'])
def test_json_takes_text_and_numbers(
    amount: str, capsys: pytest.CaptureFixture[str]
) -> None:
    request = f'{{"overdue_amount": {amount}, "paid_date": "2026-10-11"}}'
    assert main(["late-fee", "--json", request]) == 0
    assert as_json(capsys)["outputs"]["charge"] == "2.50"


def test_json_says_all_that_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    request = '{"overdue_amount": "-1", "due_date": "昨天", "colour": "red"}'
    assert main(["late-fee", "--json", request]) == 2
    assert as_json(capsys) == {
        "outputs": {},
        "errors": {
            "colour": "没有这一项",
            "overdue_amount": "逾期金额要在 0.01 到 100,000,000 元之间",
            "due_date": "到期还款日要写成年月日，例如 2026-10-10",
        },
    }


@pytest.mark.parametrize("request_text", ["", "{", "[]", "null", '"x"', "NaN", "1e999"])
def test_json_wants_an_object(
    request_text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["late-fee", "--json", request_text]) == 2
    assert as_json(capsys)["errors"] == {
        "json": '要填一个 JSON 对象，例如 {"amount": "4999"}'
    }


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e400", "true", "null", "[]"])
def test_json_refuses_what_is_no_amount(
    number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["late-fee", "--json", f'{{"overdue_amount": {number}}}']) == 2
    assert list(as_json(capsys)["errors"]) == ["overdue_amount"]


def test_a_table_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["repayment-schedule", "periods=2", "amount=1000", "rate=0"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("2 期，每期 500.00 元")
    assert "每期应还 500.00 元" in lines
    columns = ["期", "还款日", "应还", "本金", "利息", "手续费", "剩余本金"]
    head = next(line for line in lines if line.split() == columns)
    body = lines[lines.index(head) + 1 :]
    assert body[0].split() == ["1", "500.00", "500.00", "0.00", "0.00", "500.00"]
    assert len(body) == 2


def test_the_table_says_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["late-fee", "overdue_amount=x", "paid_date"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        "overdue_amount: 逾期金额要填数字，例如 4999",
        "paid_date: 填写哪天还清",
    ]


def test_an_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["late-fees"])
    assert stop.value.code == 2
    assert "late-fee" in capsys.readouterr().err


def test_help_lists_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    text = capsys.readouterr().out
    for calculator in ALL.values():
        assert f"{calculator.name}  {calculator.title}" in text
        assert all(f"  {name}=" in text for name in calculator.inputs)


def test_the_module_runs() -> None:
    command = [sys.executable, "-m", "calc", "late-fee", "--json", '{"paid_date": "x"}']
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert json.loads(done.stdout)["errors"] == {
        "paid_date": "哪天还清要填日期，例如 2026-10-10"
    }
    assert done.stderr == ""
