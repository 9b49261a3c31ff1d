"""All that a page needs to calculate: Python, calc, the worker, script and style."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from publish.engine import rehearsal
from publish.engine.library import library
from publish.engine.pyodide import PYODIDE
from publish.engine.wheel import wheel
from publish.files import ENGINE, Part, brotlied, carried, digest, place, stamped
from publish.scripts import bundled, sheet

PYTHON = (PYODIDE / "pyodide.asm.js", PYODIDE / "pyodide.js")
STYLES = ("calc.css", "guides.css", "access.css", "home.css", "lean.css")


@dataclass(frozen=True)
class Assets:
    """What was built.

    Attributes:
        script: Address of the script for every page, from the root of the site.
        style: Address of the style sheet, likewise.
        parts: The files the script loads when a reader calculates, by name.
    """

    script: str
    style: str
    parts: Mapping[str, Part]


def build_assets(out_dir: Path, *, packed: bool = False, quick: bool = False) -> Assets:
    """Write script, style and parts below `out_dir`.

    Args:
        out_dir: The root of the site.
        packed: Carry the parts in scripts, for a copy opened without a server.
        quick: Nothing gets compressed, as only its writer reads it.
    """
    found = parts()
    files = {n: carried(n, part) for n, part in found.items()} if packed else found
    page = (script(_constant(found, files, packed=packed, quick=quick)), style())
    place([*page, *files.values()], out_dir / ENGINE)
    script_url, style_url = (f"{ENGINE}/{part.name}" for part in page)
    return Assets(script_url, style_url, files)


def parts() -> dict[str, Part]:
    """The parts of the engine by the names the scripts use."""
    calc = wheel()
    wasm = (PYODIDE / "pyodide.asm.wasm").read_bytes()
    loaded = {
        "wasm": stamped("python.wasm", wasm),
        "library": library(calc),
        "wheel": calc,
    }
    loader = stamped("loader.js", bundled("workers/loader.js").encode())
    return {"worker": _worker(loaded.values()), "loader": loader, **loaded}


def script(constant: Mapping[str, object]) -> Part:
    """The one script of a page, told where the parts are."""
    told = f"const CALC_ASSETS = {json.dumps(constant)};\n"
    return stamped("calc.js", (told + bundled("pages.js")).encode())


def style() -> Part:
    """The one style sheet of a page."""
    return stamped("calc.css", sheet(*STYLES).encode())


def _constant(
    found: Mapping[str, Part],
    files: Mapping[str, Part],
    *,
    packed: bool,
    quick: bool,
) -> dict[str, object]:
    """What parts.js calls CalcAssets."""
    listed = {
        name: {"file": files[name].name, "bytes": len(part.content)}
        for name, part in found.items()
    }
    sent = [part.content for part in found.values()]
    download = sum(len(content if quick else brotlied(content)) for content in sent)
    _, release, stamp, *_ = found["wheel"].name.split("-")
    build = f"{release}（{stamp[1:]}）"
    return {"parts": listed, "download": download, "build": build, "packed": packed}


def _worker(loaded: Iterable[Part]) -> Part:
    """The one script of the worker: Pyodide and our glue, told of what it will get."""
    theirs = [path.read_text(encoding="utf-8") for path in PYTHON]
    texts = [*theirs, bundled("workers/python.js")]
    names = (part.name.encode() for part in loaded)
    constants = {
        "BUILD": digest(*names, *map(str.encode, texts)),
        "LOCK": rehearsal.lock(),
    }
    told = [f"const {name} = {json.dumps(value)};" for name, value in constants.items()]
    return stamped("worker.js", "\n;\n".join([*told, *texts]).encode())
