"""CPython's code for the reader: what is reached from a few exports, and no data."""

import subprocess
import tempfile
from pathlib import Path

from publish.engine import sections
from publish.engine.pyodide import WASM
from publish.files import ROOT, kept

# all that the loader calls
EXPORTS = (
    *("PyBytes_FromStringAndSize", "PyBytes_AsString", "PyBytes_Size"),
    *("PyObject_CallOneArg", "_Py_DecRef"),
)
BINARYEN = ROOT / "node_modules" / "binaryen" / "bin" / "wasm-opt"
# What Emscripten used: with all of them binaryen would write what browsers cannot read.
SWITCHES = (
    "--remove-unused-module-elements",
    *("--enable-bulk-memory", "--enable-bulk-memory-opt", "--enable-sign-ext"),
    *("--enable-call-indirect-overlong", "--enable-exception-handling"),
    *("--enable-multivalue", "--enable-mutable-globals", "--enable-reference-types"),
    "--enable-nontrapping-float-to-int",
)


def wasm() -> bytes:
    """What readers get; the image brings the data."""
    stock = WASM.read_bytes()
    press = (Path(__file__).read_bytes(), Path(sections.__file__).read_bytes())
    return kept("wasm", lambda: trimmed(stock), stock, *press)


def trimmed(stock: bytes) -> bytes:
    """Without exports that nobody calls, what they alone reached, and the data."""
    parts = sections.split(stock)
    parts[sections.EXPORTS] = sections.exporting(EXPORTS, parts[sections.EXPORTS])
    reached = sections.split(_reached(sections.joined(parts)))
    dropped = (sections.DATA, sections.DATA_COUNT)
    return sections.joined({i: reached[i] for i in reached if i not in dropped})


def _reached(wasm: bytes) -> bytes:
    """Without what no export reaches."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "python.wasm")
        file.write_bytes(wasm)
        command = ["node", str(BINARYEN), str(file), *SWITCHES, "-o", str(file)]
        subprocess.run(command, check=True)  # noqa: S603  # our own words
        return file.read_bytes()
