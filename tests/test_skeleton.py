"""`make calculator` writes what works at once and what is still to be written."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from publish.files import ROOT
from skeleton.__main__ import LINES, NOTES
from tests.test_whole import missing

NEW = ("early-bird", "早还优惠")


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """What the skeleton changes, as it is."""
    shutil.copytree(ROOT / "calc", tmp_path / "calc")
    for name, _, _ in LINES + NOTES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_new_calculator_answers_and_says_what_is_to_be_written(root: Path) -> None:
    done = run(root, "skeleton", *NEW)
    assert done.returncode == 0, done.stderr
    answered = run(root, "calc", NEW[0], "--json", "{}")
    assert json.loads(answered.stdout)["outputs"] == {"total": "1000.00"}
    lacking = list(missing(root, *NEW))
    assert len(lacking) == 8
    assert all(line.endswith("“待写” is left") for line in lacking)
    checked = run(root, "ruff", "check", f"--config={ROOT}/pyproject.toml", ".")
    assert checked.returncode == 0, checked.stdout


def test_nothing_is_overwritten(root: Path) -> None:
    assert run(root, "skeleton", *NEW).returncode == 0
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    again = run(root, "skeleton", *NEW)
    assert again.returncode == 2
    assert again.stderr == "calc/calculators/early_bird/__init__.py is there already\n"
    assert before == {p: p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("early-bird",),
        ("Early", "早还优惠"),
        ("early_bird", "早还"),
        ("a", "Early"),
    ],
)
def test_a_name_that_cannot_be(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run(tmp_path, "skeleton", *words)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())
