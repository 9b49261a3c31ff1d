"""The browser wheel: exactly calc, the same bytes each time, named by content."""

import base64
import csv
import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from calc.browser import answer
from publish.engine import wheel as press
from publish.files import ROOT, Part, digest, read_zip
from tests.cases import cases

REQUEST = json.dumps({"calculator": "late-fee", "answers": {}})
STOCK = Path(__file__).with_name("stock.mjs")
RUN = "import sys; from calc.browser import answer; print(answer(sys.argv[1]))"


@pytest.fixture(scope="module")
def wheel() -> Part:
    return press.wheel()


def test_it_holds_exactly_calc(wheel: Part) -> None:
    names = read_zip(wheel.content)
    held = {name for name in names if ".dist-info/" not in name}
    sources = (ROOT / "calc").rglob("*.py")
    assert held == {f"{path.relative_to(ROOT).as_posix()}c" for path in sources}


def test_two_builds_in_two_places_give_the_same_bytes(
    wheel: Part, tmp_path: Path
) -> None:
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "calc", tmp_path / "calc")
    assert press.make(tmp_path) == wheel.content


def test_its_name_carries_the_hash_of_its_content(wheel: Part) -> None:
    assert re.fullmatch(r"fenqi_calc-[\d.]+-0\w{10}-cp313-none-any\.whl", wheel.name)
    assert f"-0{digest(wheel.content)}-" in wheel.name


def test_its_record_is_true(wheel: Part) -> None:
    files = read_zip(wheel.content)
    record = next(name for name in files if name.endswith("/RECORD"))
    rows = {name: rest for name, *rest in csv.reader(files[record].decode().split())}
    assert rows.keys() == files.keys()
    assert rows.pop(record) == ["", ""]
    for name, (hashed, size) in rows.items():
        sha256 = base64.urlsafe_b64encode(hashlib.sha256(files[name]).digest())
        assert hashed == f"sha256={sha256.rstrip(b'=').decode()}"
        assert int(size) == len(files[name])


def test_it_answers_without_the_sources(wheel: Part, tmp_path: Path) -> None:
    path = tmp_path / wheel.name
    path.write_bytes(wheel.content)
    command = [sys.executable, "-S", "-c", RUN, REQUEST]
    environment = {"PYTHONPATH": str(path), "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, env=environment, cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == answer(REQUEST)


def test_it_is_a_package_that_pyodide_loads_as_any_other(
    wheel: Part, tmp_path: Path
) -> None:
    path = tmp_path / wheel.name
    path.write_bytes(wheel.content)
    asked = [case.request for case in cases()]
    done = subprocess.run(
        ["node", STOCK],
        input=json.dumps({"wheel": str(path), "requests": asked}),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == [answer(request) for request in asked]
