"""All that a page needs to calculate: Python, calc, the worker, script and style."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from publish import rehearsal
from publish.library import library
from publish.packing import Part, brotlied, place, stamped
from publish.rehearsal import PYODIDE
from publish.wheel import wheel

ASSETS = Path(__file__).parent / "assets"
SCRIPTS = ("parts.js", "engine.js", "element.js")
FOLDER = "engine"


@dataclass(frozen=True)
class Assets:
    """What was built.

    Attributes:
        script: Address of the script for every page, from the root of the site.
        style: Address of the style sheet, likewise.
        parts: What the script loads when a reader calculates, by name.
    """

    script: str
    style: str
    parts: Mapping[str, Part]


def build_assets(out_dir: Path) -> Assets:
    """Write script, style and the engine's parts below `out_dir`; nothing stays there.

    Large files get `.br` and `.gz` neighbours.
    """
    found = parts()
    constant = {"parts": listed(found), "download": download(found), "packed": False}
    page = (script(constant), style())
    folder = out_dir / FOLDER
    _sweep(folder, {part.name for part in [*page, *found.values()]})
    for part in [*page, *found.values()]:
        place(part, folder)
    script_url, style_url = (f"{FOLDER}/{part.name}" for part in page)
    return Assets(script_url, style_url, found)


def parts() -> dict[str, Part]:
    """The parts of the engine by the names the scripts use."""
    calc = wheel()
    wasm = (PYODIDE / "pyodide.asm.wasm").read_bytes()
    return {
        "worker": _worker(),
        "wasm": stamped("python.wasm", wasm),
        "library": library(calc),
        "wheel": calc,
    }


def script(assets: Mapping[str, object]) -> Part:
    """The one script of a page, told where the parts are."""
    texts = [(ASSETS / name).read_text(encoding="utf-8") for name in SCRIPTS]
    constant = f"const CALC_ASSETS = {json.dumps(assets)};"
    return stamped("calc.js", "\n".join([constant, *texts]).encode())


def style() -> Part:
    """The style sheet of the forms and results."""
    return stamped("calc.css", (ASSETS / "calc.css").read_bytes())


def listed(found: Mapping[str, Part]) -> dict[str, object]:
    """The parts as the page's script knows them."""
    return {
        name: {"file": part.name, "bytes": len(part.content)}
        for name, part in found.items()
    }


def download(found: Mapping[str, Part]) -> int:
    """Bytes until the first answer, from a host that compresses well."""
    return sum(len(brotlied(part.content)) for part in found.values())


def _worker() -> Part:
    """The one script of the worker: Pyodide and our glue."""
    constant = f"const LOCK = {json.dumps(rehearsal.lock())};"
    scripts = [PYODIDE / "pyodide.asm.js", PYODIDE / "pyodide.js", ASSETS / "worker.js"]
    texts = [script.read_text(encoding="utf-8") for script in scripts]
    return stamped("worker.js", "\n;\n".join([constant, *texts]).encode())


def _sweep(folder: Path, names: set[str]) -> None:
    """Remove what earlier builds left."""
    for path in folder.glob("*"):
        if path.name.removesuffix(".br").removesuffix(".gz") not in names:
            path.unlink()
