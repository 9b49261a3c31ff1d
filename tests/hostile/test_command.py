"""The command refuses what it cannot use; it never ends in a traceback."""

import json
import subprocess
import sys

import pytest

from calc.calculators import ALL
from calc.cli import main
from tests.hostile.requests import HOSTILE

DEEP = '{"a":' * 20_000
NO_ANSWERS = ["", "[]", "null", "{", DEEP, '{"\\ud800": "1"}', '{"amount": NaN}']


@pytest.mark.parametrize("text", NO_ANSWERS, ids=range(len(NO_ANSWERS)))
def test_json_that_is_no_answer(text: str) -> None:
    command = [sys.executable, "-m", "calc", "late-fee", "--json", text]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == ""
    assert json.loads(done.stdout)["errors"]


@pytest.mark.parametrize("name", ALL)
def test_hostile_words(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for text in (*HOSTILE, "\udcff"):
        for field in (*ALL[name].inputs, f"a{text}"):
            assert main([name, f"{field}={text}"]) in (0, 2)
            told = capsys.readouterr()
            assert bool(told.out) != bool(told.err)
