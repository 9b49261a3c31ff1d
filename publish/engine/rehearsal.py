"""What calc is asked before readers come: so nothing of it is imported later."""

import json
from collections.abc import Iterator
from typing import Any

from calc.calculators import ALL
from calc.export import TYPES
from calc.model.fields import Field
from publish.files import Part, read_zip

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
    -1.5,
    [],
)
COMMAND_ONLY = ("calc.cli", "calc.usage", "calc.__main__")


def requests() -> Iterator[str]:
    """Every calculator: as it stands, exported, with each option, with wrong answers."""
    for name, calculator in ALL.items():
        yield _request(name)
        yield from (_request(name, export=kind) for kind in (*TYPES, "svg"))
        for key, field in calculator.inputs.items():
            for given in _given(field, calculator.defaults[key]):
                yield _request(name, answers={key: given})
    yield _request("none")
    yield "not JSON"


def script(wheel: Part) -> bytes:
    """All of it, as JSON: the modules to import, then the requests to answer."""
    told = {"modules": modules(wheel), "requests": list(requests())}
    return json.dumps(told).encode()


def modules(wheel: Part) -> list[str]:
    """The modules of calc that a browser can come to import."""
    files = [name for name in read_zip(wheel.content) if name.endswith(".pyc")]
    names = (name.removesuffix(".pyc").replace("/", ".") for name in files)
    plain = {name.removesuffix(".__init__") for name in names}
    return sorted(plain.difference(COMMAND_ONLY))


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
