"""Python's memory once calc is imported and has answered: readers begin there."""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publish.engine import rehearsal, sections, unread
from publish.engine.pyodide import LIBRARY, PYODIDE
from publish.engine.sections import Import
from publish.engine.wasm import wasm
from publish.files import Part, kept

MAKER = Path(__file__).with_suffix(".mjs")
INSIDE = Path(__file__).with_name("inside.py")
# bytes: what is empty for so long is not worth a run of its own
PIECE, GAP = 256, 1024
EMPTY = bytes(PIECE)
MOST = 4096  # pages of 64 KiB: beyond that a phone would close the page


@dataclass(frozen=True)
class Image:
    """A memory to begin with.

    Attributes:
        content: Its runs, one after the other; all between them is zero.
        facts: What the loader must know: `door`, the address of the function that
            answers; `runs`, the address and size of each run; `imports`, all that is
            no function as its class and the arguments of its constructor.
    """

    content: bytes
    facts: Mapping[str, Any]


def image(wheel: Part) -> Image:
    """The image for this wheel, once all is rehearsed."""
    press = (Path(__file__), MAKER, INSIDE, Path(unread.__file__), unread.RECORD)
    inputs = (wheel.content, rehearsal.script(wheel), wasm())
    held = kept("image", lambda: made(wheel), *inputs, *(p.read_bytes() for p in press))
    facts, _, content = held.partition(b"\n")
    return Image(content, json.loads(facts))


def made(wheel: Part, *, fill: int = 0) -> bytes:
    """Facts as a line of JSON, then the runs.

    Args:
        wheel: What to import.
        fill: What to write over all that nothing reads.
    """
    memory, told = start(wheel)
    heap = told["globals"]["env.__stack_pointer"]  # it follows the stack
    for at, size in [*told["frozen"], *unread.extents(memory, heap)]:
        memory[at : at + size] = bytes([fill]) * size
    runs = list(_runs(memory))
    asked_for = [i for i in sections.imports(wasm()) if i.kind != "function"]
    imports = {each.name: _given(each, told) for each in asked_for}
    facts = {"door": told["door"], "runs": runs, "imports": imports}
    pieces = (memory[at : at + size] for at, size in runs)
    return json.dumps(facts).encode() + b"\n" + b"".join(pieces)


def start(wheel: Part) -> tuple[bytearray, dict[str, Any]]:
    """The whole memory of a Python that has rehearsed, and what image.mjs tells of it."""
    with tempfile.TemporaryDirectory() as name:
        files = {n: Path(name, n) for n in ("wheel", "script", "image")}
        files["wheel"].write_bytes(wheel.content)
        files["script"].write_bytes(rehearsal.script(wheel))
        files |= {"pyodide": PYODIDE, "library": LIBRARY, "inside": INSIDE}
        done = subprocess.run(  # noqa: S603  # our own words only
            ["node", MAKER],  # noqa: S607  # node is where the reader's PATH says
            input=json.dumps(files, default=str),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return bytearray(files["image"].read_bytes()), json.loads(done.stdout)


def _runs(memory: bytearray) -> Iterator[tuple[int, int]]:
    """Address and size of what is not zero."""
    start = end = 0
    for at in range(0, len(memory), PIECE):
        if memory.startswith(EMPTY, at):
            continue
        if at - end >= GAP:
            yield start, end - start
            start = at
        end = at + PIECE
    yield start, end - start


def _given(asked: Import, told: Mapping[str, Any]) -> list[Any]:
    """The class of what an instance is given, and the arguments of its constructor."""
    match asked.kind:
        case "memory":
            return ["Memory", {"initial": told["memory"], "maximum": MOST}]
        case "table":
            return ["Table", {"initial": told["table"], "element": "anyfunc"}]
        case "tag":
            return ["Tag", {"parameters": asked.takes}]
    how = {"value": asked.takes[0], "mutable": asked.mutable}
    return ["Global", how, told["globals"][asked.name]]
