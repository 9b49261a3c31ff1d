"""The wasm in two: the code that answers enter, and the rest, which is fetched when needed.

A function of the rest is there, but only stops (`unreachable`): Python is then begun anew
with all its code. So nothing is lost by leaving one out but time.
"""

import json
import struct
import subprocess
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from publish.engine import rehearsal, sections, trials
from publish.engine.image import Image
from publish.engine.wasm import wasm
from publish.files import ROOT, kept

FINDER = Path(__file__).with_name("reached.mjs")
LOADER = ROOT / "publish" / "web" / "workers" / "cpython.js"
MARKS = 200 << 20  # beyond all that answers take of memory
SET_ONE = b"\x41\0\x41\1\x3a\0"  # i32.const 0, i32.const 1, i32.store8 at …
STOP = b"\0\0\x0b"  # no variables, unreachable, end


def used(image: Image) -> bytes:
    """The wasm with nothing but stops in place of what was not entered."""
    parts = sections.split(wasm())
    entered = reached(image)
    functions = enumerate(sections.functions(parts[sections.CODE]))
    short = [each if number in entered else STOP for number, each in functions]
    return sections.joined(parts | {sections.CODE: sections.code(short)})


def rest(used: bytes, whole: bytes) -> bytes:
    """What makes the whole of what is used.

    How many steps, then each step: bytes to keep, to pass over, to put in; then all that
    is put in. The numbers have 32 bits.
    """
    steps, added = [], []
    pairs = zip(_pieces(used), _pieces(whole), strict=True)
    for same, run in groupby(pairs, lambda pair: pair[0] == pair[1]):
        old, new = map(b"".join, zip(*run, strict=True))
        steps.append((len(old), 0, 0) if same else (0, len(old), len(new)))
        added.append(b"" if same else new)
    numbers = [len(steps), *(number for step in steps for number in step)]
    return struct.pack(f"<{len(numbers)}I", *numbers) + b"".join(added)


def _pieces(wasm: bytes) -> Iterator[bytes]:
    """What is before the functions, each of them, what is after."""
    functions = sections.functions(sections.split(wasm)[sections.CODE])
    each = list(map(sections.sized, functions))
    before, _, after = wasm.partition(b"".join(each))
    return iter([before, *each, after])


def reached(image: Image) -> frozenset[int]:
    """The numbers of the functions that are entered while all is asked."""
    asked = json.dumps([*rehearsal.requests(), *trials.trials()]).encode()
    press = (Path(__file__), FINDER, LOADER, Path(sections.__file__))
    inputs = (wasm(), image.content, json.dumps(image.facts).encode(), asked)
    found = kept(
        "reached",
        lambda: entered(image, json.loads(asked)),
        *inputs,
        *(path.read_bytes() for path in press),
    )
    return frozenset(json.loads(found))


def entered(image: Image, requests: Sequence[str]) -> bytes:
    """The numbers of those that these requests enter, as JSON."""
    marking, count = _marking(wasm())
    with TemporaryDirectory() as name:
        files = {"wasm": Path(name, "wasm"), "image": Path(name, "image")}
        files["wasm"].write_bytes(marking)
        files["image"].write_bytes(image.content)
        told = {"facts": image.facts, "marks": MARKS, "count": count}
        done = subprocess.run(  # noqa: S603  # our own words only
            ["node", FINDER],  # noqa: S607  # node is where the reader's PATH says
            input=json.dumps({**files, **told, "requests": requests}, default=str),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return done.stdout.encode()


def _marking(wasm: bytes) -> tuple[bytes, int]:
    """The wasm whose functions each set a byte when they are entered; how many there are."""
    parts = sections.split(wasm)
    functions = sections.functions(parts[sections.CODE])
    each = [
        sections.entering(function, SET_ONE + sections.leb(MARKS + number))
        for number, function in enumerate(functions)
    ]
    marking = sections.joined(parts | {sections.CODE: sections.code(each)})
    return marking, len(functions)
