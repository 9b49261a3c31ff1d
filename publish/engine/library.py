"""The standard library, cut down to what Pyodide and calc were seen to import."""

import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from publish.engine import bytecode, rehearsal
from publish.engine.pyodide import LIBRARY
from publish.files import Part, kept, read_zip, stamped, stored_zip

STOCK = LIBRARY


def library(wheel: Part) -> Part:
    """The library for this wheel, found by running it."""
    files = imported(wheel)
    inputs = (STOCK.read_bytes(), files, Path(bytecode.__file__).read_bytes())
    make = partial(trimmed, json.loads(files))
    return stamped("library.zip", kept("library", make, *inputs))


def imported(wheel: Part) -> bytes:
    """The names of the library's files that this wheel imports, as JSON text."""
    asked = list(rehearsal.requests())
    press = (STOCK, Path(rehearsal.__file__), rehearsal.SCRIPT)
    sources = [path.read_bytes() for path in press]

    def make() -> bytes:
        files = rehearsal.rehearse(STOCK, wheel, asked).files
        return json.dumps(sorted(files)).encode()

    return kept("imported", make, wheel.content, json.dumps(asked).encode(), *sources)


def trimmed(files: Iterable[str]) -> bytes:
    """These files of the stock library, as byte code."""
    stock = read_zip(STOCK.read_bytes())
    return stored_zip(bytecode.compiled({name: stock[name] for name in files}))
