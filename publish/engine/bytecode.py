"""Byte code that the browser's Python accepts, the same on every build."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from publish.files import read_zip, stored_zip

# Without the first two the byte code holds the time of its source and the order of
# hashes; the others leave out docstrings, and the columns that tracebacks point at.
STEADY = {
    "SOURCE_DATE_EPOCH": "315532800",
    "PYTHONHASHSEED": "0",
    "PYTHONOPTIMIZE": "2",
    "PYTHONNODEBUGRANGES": "1",
}


def compiled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files by name, each `.py` replaced by its `.pyc`."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder, "sources.zip")
        archive.write_bytes(stored_zip(files))
        pyodide = Path(sys.executable).with_name("pyodide")
        subprocess.run(  # noqa: S603  # our own words only
            [pyodide, "py-compile", "--silent", "--compression-level=0", archive],
            check=True,
            env=os.environ | STEADY,
        )
        return read_zip(archive.read_bytes())
