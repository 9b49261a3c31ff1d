"""The library as others install it: from the wheel, into an environment of its own."""

import hashlib
import json
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from calc.browser import answer
from calc.calculators import ALL
from publish.files import ROOT

USE = """
import json, sys
from decimal import Decimal
import calc
from calc.browser import answer
assert calc.late_fee(overdue_amount=Decimal(5000)).charge
print(calc.__file__)
print(json.dumps([answer(request) for request in json.load(sys.stdin)]))
"""
REQUESTS = [json.dumps({"calculator": name, "answers": {}}) for name in ALL]


def build(source: Path, place: Path) -> dict[str, Path]:
    """The wheel and the sdist of the project in a folder, by suffix."""
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(place)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    return {path.suffix: path for path in place.iterdir()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return build(ROOT, tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def installed(built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel and nothing else, made without a network."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--no-index"]
    subprocess.run([*pip, str(built[".whl"])], check=True, capture_output=True)
    return folder / "bin"


def test_the_wheel_holds_calc_and_asks_for_nothing(built: dict[str, Path]) -> None:
    with zipfile.ZipFile(built[".whl"]) as wheel:
        names = wheel.namelist()
        (info,) = (name for name in names if name.endswith("/METADATA"))
        told = Parser().parsestr(wheel.read(info).decode())
    assert {name.partition("/")[0] for name in names} == {
        "calc",
        info.partition("/")[0],
    }
    assert "calc/py.typed" in names
    assert told["Name"] == "fenqi-calc"
    assert told["Requires-Python"] == ">=3.13"
    assert told["License-Expression"] == "MIT"
    assert told.get_all("Requires-Dist") is None


def test_the_sdist_gives_the_same_wheel(built: dict[str, Path], tmp_path: Path) -> None:
    with tarfile.open(built[".gz"]) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    assert {path.name for path in source.iterdir()} == {
        *("calc", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"),
        *(".gitignore", "PKG-INFO"),
    }
    again = build(source, tmp_path / "built")[".whl"]
    hashes = {
        hashlib.sha256(path.read_bytes()).digest() for path in (again, built[".whl"])
    }
    assert len(hashes) == 1


def test_the_library_answers_as_it_does_here(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [installed / "python", "-I", "-c", USE],
        input=json.dumps(REQUESTS),
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    place, replies = done.stdout.splitlines()
    assert Path(place).is_relative_to(installed.parent)
    assert json.loads(replies) == [answer(request) for request in REQUESTS]


def test_the_command_comes_with_it(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [installed / "calc", "late-fee", "--json", "{}"],
        cwd=tmp_path,
        env={"PATH": os.defpath, "PYTHONUTF8": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    wanted = json.loads(answer(REQUESTS[list(ALL).index("late-fee")]))["outputs"]
    assert json.loads(done.stdout)["outputs"] == wanted
