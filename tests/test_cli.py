"""The command: JSON, a table, and how it refuses."""

import io
import json
import os
import runpy
import shlex
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
            "due_date": "还款日要写成年月日，例如 2026-10-10",
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


def test_alone_it_lists_every_calculator(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["--help"]):
        assert main(arguments) == 0
        text = capsys.readouterr().out
        for calculator in ALL.values():
            assert f"  {calculator.name} " in text
            assert calculator.title in text


@pytest.mark.parametrize("name", ALL)
def test_help_tells_fields_choices_units_and_figures(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([name, "--help"]) == 0
    text = capsys.readouterr().out
    for field_name, field in ALL[name].inputs.items():
        assert f"  {field_name}  {field.label}" in text
        assert f"（{field.unit}）" in text or not field.unit
        for value, label in getattr(field, "options", {}).items():
            assert f"{value}  {label}" in text
        for column in getattr(field, "columns", {}):
            assert f".{column}  " in text
    assert all(f"→ {output}  " in text for output in ALL[name].outputs)


@pytest.mark.parametrize("name", ALL)
def test_the_example_of_the_help_runs(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main([name, "--help"])
    _, _, example = capsys.readouterr().out.rpartition("python -m calc ")
    assert main(shlex.split(example)) == 0


@pytest.mark.parametrize(
    "words", [[], ["late-fee", "--help"], ["late-fee"], ["late-fee", "paid_date=x"]]
)
def test_a_terminal_without_chinese(words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "calc", *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == (2 if "paid_date=x" in words else 0)
    assert b"Traceback" not in done.stderr
    assert b"\\u" in done.stdout + done.stderr


def test_json_for_a_terminal_without_chinese_is_json() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "calc", "compare-plans", "--json", "{}"],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["outputs"] == ALL["compare-plans"].answer({}).outputs


def test_a_reader_who_stops_reading() -> None:
    command = f"{sys.executable} -m calc monthly-load | head -c 1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.stdout
    assert done.stderr == b""


def test_questions_are_printed_with_their_fields(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["late-fee", "daily_rate=18"]) == 0
    assert "daily_rate: 18 % 是年利率吧？" in capsys.readouterr().out


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


def test_a_broken_pipe_is_a_status_and_no_more_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "pipe").open("w", encoding="utf-8") as kept:

        class Closed(io.StringIO):
            def write(self, _: str) -> int:
                raise BrokenPipeError

            def fileno(self) -> int:
                return kept.fileno()

        monkeypatch.setattr(sys, "stdout", Closed())
        assert main([]) == 1
        os.write(kept.fileno(), b"lost")
    assert (tmp_path / "pipe").read_bytes() == b""


def test_json_is_escaped_only_for_who_cannot_show_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = {}
    for encoding in ("ascii", "utf-8"):
        into = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(into, encoding))
        assert main(["compare-plans", "--json", "{}"]) == 0
        written[encoding] = into.getvalue().decode()
    assert written["ascii"] != written["utf-8"]
    assert written["ascii"].isascii()
    assert json.loads(written["ascii"]) == json.loads(written["utf-8"])


def test_the_module_is_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["calc", "late-fee", "--json", "{}"])
    with pytest.raises(SystemExit) as stop:
        runpy.run_module("calc", run_name="__main__")
    assert stop.value.code == 0
    assert as_json(capsys)["outputs"] == ALL["late-fee"].answer({}).outputs
