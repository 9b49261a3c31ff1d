"""The Pyodide from npm that everything is made of."""

import json

from publish.files import ROOT

PYODIDE = ROOT / "node_modules" / "pyodide"
WASM = PYODIDE / "pyodide.asm.wasm"
LIBRARY = PYODIDE / "python_stdlib.zip"


def release() -> str:
    """Its version."""
    package = json.loads((PYODIDE / "package.json").read_bytes())
    return str(package["version"])
