"""Published examples, through every door but the browser's own."""

import json
import subprocess
import sys
from collections import Counter

import pytest

from calc.browser import answer
from calc.cli import main
from tests.cases import Case, cases, table

CASES = cases()
every_case = pytest.mark.parametrize(
    "case", CASES, ids=[f"{case.calculator}-{case.id}" for case in CASES]
)


@every_case
def test_the_worker_agrees(case: Case) -> None:
    case.check(json.loads(answer(case.request)))


@every_case
def test_the_command_agrees(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    status = main([case.calculator, "--json", json.dumps(case.answers)])
    assert status == (2 if case.errors else 0)
    case.check(json.loads(capsys.readouterr().out))


def test_the_real_command_agrees() -> None:
    case = next(case for case in CASES if case.id == "pboc_2021_3")
    command = [sys.executable, "-m", "calc", case.calculator, "--json"]
    done = subprocess.run(
        [*command, json.dumps(case.answers)], capture_output=True, check=True
    )
    case.check(json.loads(done.stdout))


def test_every_case_has_a_source_and_a_name_of_its_own() -> None:
    names = Counter((case.calculator, case.id) for case in CASES)
    assert set(names.values()) == {1}
    assert all(case.source.strip() for case in CASES)
    assert all(case.expect or case.rows or case.errors for case in CASES)


def test_what_is_left_out_has_a_reason_and_is_not_used() -> None:
    left = {
        id_: out["reason"]
        for out in table("left_out")["left_out"]
        for id_ in out["ids"]
    }
    assert all(reason.strip() for reason in left.values())
    assert not left.keys() & {case.id for case in CASES}
