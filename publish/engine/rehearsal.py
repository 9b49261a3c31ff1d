"""Runs calc in Pyodide as readers will, to learn which modules that takes."""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from calc.calculators import ALL
from calc.export import TYPES
from calc.model.fields import Field
from publish.engine.pyodide import PYODIDE
from publish.files import Part, read_zip

SCRIPT = Path(__file__).with_suffix(".mjs")
WRONG: tuple[Any, ...] = (
    "",
    "错",
    "-1",
    "0",
    "1e400",
    "9" * 5000,
    "2026-02-30",
    "\ud800",
    None,
    [],
)
COMMAND_ONLY = ("calc.cli", "calc.__main__")


@dataclass(frozen=True)
class Rehearsal:
    """What came of it.

    Attributes:
        replies: One for each request; None where Python raised.
        files: What was imported from the standard library.
    """

    replies: list[str | None]
    files: list[str]


def requests() -> Iterator[str]:
    """Every calculator: as it stands, exported, with each option, with wrong answers."""
    for name, calculator in ALL.items():
        yield _request(name)
        yield from (_request(name, export=kind) for kind in TYPES)
        for key, field in calculator.inputs.items():
            for given in _given(field, calculator.defaults[key]):
                yield _request(name, answers={key: given})
    yield _request("none")
    yield "not JSON"


def rehearse(library: Path, wheel: Part, asked: Sequence[str]) -> Rehearsal:
    """Answer in Pyodide under Node, with this standard library and this wheel."""
    with tempfile.NamedTemporaryFile(suffix=".whl") as file:
        file.write(wheel.content)
        file.flush()
        script = {
            "library": str(library),
            "wheel": file.name,
            "lock": lock(),
            "modules": modules(wheel),
            "requests": list(asked),
        }
        done = subprocess.run(  # noqa: S603  # our own words only
            ["node", SCRIPT],  # noqa: S607  # node is where the reader's PATH says
            input=json.dumps(script),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return Rehearsal(**json.loads(done.stdout))


def modules(wheel: Part) -> list[str]:
    """The modules of calc that a browser can come to import."""
    files = [name for name in read_zip(wheel.content) if name.endswith(".pyc")]
    names = (name.removesuffix(".pyc").replace("/", ".") for name in files)
    plain = {name.removesuffix(".__init__") for name in names}
    return sorted(plain.difference(COMMAND_ONLY))


def lock() -> dict[str, object]:
    """Pyodide's list of packages, emptied: calc needs none."""
    text = (PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8")
    return {"info": json.loads(text)["info"], "packages": {}}


def _given(field: Field, default: Any) -> Iterator[Any]:
    """Every option of the field, and what nobody should answer."""
    yield from map(str, getattr(field, "options", ()))
    yield from WRONG
    for name, column in getattr(field, "columns", {}).items():
        for given in _given(column, ""):
            as_rows = isinstance(default, list)
            yield [{**default[0], name: given}] if as_rows else f"{default}\n{given}"


def _request(calculator: str, **more: object) -> str:
    return json.dumps({"calculator": calculator, **more})
