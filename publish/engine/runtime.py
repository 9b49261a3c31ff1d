"""All that a page needs to calculate: Python, calc, the worker, script and style."""

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from publish.engine import known, parted
from publish.engine.image import image
from publish.engine.wasm import wasm
from publish.engine.wheel import wheel
from publish.files import ENGINE, Part, brotlied, carried, place, stamped
from publish.scripts import bundled, sheet

AT_FIRST = ("worker", "wasm", "image")
STYLES = (
    "calc.css",
    "guides.css",
    "access.css",
    "home.css",
    "plans.css",
    "shell.css",
    "lean.css",
)


@dataclass(frozen=True)
class Assets:
    """What was built.

    Attributes:
        script: Address of the script for every page, from the root of the site.
        style: Address of the style sheet, likewise.
        parts: The files the script loads when a reader calculates, by name; `rest` only
            where an answer needs it.
    """

    script: str
    style: str
    parts: Mapping[str, Part]


def build_assets(out_dir: Path, *, packed: bool = False, quick: bool = False) -> Assets:
    """Write script, style and parts below `out_dir`.

    Args:
        out_dir: The root of the site.
        packed: Carry the parts in scripts, for a copy opened without a server.
        quick: Nothing gets compressed or left for later, as only its writer reads it.
    """
    known.check()
    calc = wheel()
    found = parts(calc, quick=quick)
    files = {n: carried(n, part) for n, part in found.items()} if packed else found
    told = {
        "parts": {n: _told(files[n].name, part) for n, part in found.items()},
        "download": sum(_download(found[n], quick=quick) for n in AT_FIRST),
        "build": _build(calc),
        "packed": packed,
    }
    page = (script(told), style())
    place([*page, *files.values()], out_dir / ENGINE)
    script_url, style_url = (f"{ENGINE}/{part.name}" for part in page)
    return Assets(script_url, style_url, files)


def parts(wheel: Part, *, quick: bool = False) -> dict[str, Part]:
    """The parts of the engine for this wheel, by the names the scripts use."""
    memory = image(wheel)
    code = wasm() if quick else parted.used(memory)
    loaded = {
        "wasm": stamped("python.wasm", code),
        "image": stamped("python.bin", memory.content),
        "rest": stamped("python-rest.bin", parted.rest(code, wasm())),
    }
    whole = {name: _whole(part.content) for name, part in loaded.items()}
    told = json.dumps({**whole, "facts": memory.facts}, separators=(",", ":"))
    worker = f"const PYTHON = {told};\n{bundled('workers/python.js')}"
    return {"worker": stamped("worker.js", worker.encode()), **loaded}


def script(constant: Mapping[str, object]) -> Part:
    """The one script of a page, told where the parts are."""
    told = f"const CALC_ASSETS = {json.dumps(constant)};\n"
    return stamped("calc.js", (told + bundled("pages.js")).encode())


def style() -> Part:
    """The one style sheet of a page."""
    return stamped("calc.css", sheet(*STYLES).encode())


def _told(file: str, part: Part) -> dict[str, object]:
    """What parts.js knows of a part."""
    return {"file": file, "bytes": len(part.content)}


def _download(part: Part, *, quick: bool) -> int:
    """Bytes a good host sends; all of them, where nothing was compressed."""
    return len(part.content if quick else brotlied(part.content))


def _build(wheel: Part) -> str:
    """Which calculators these are."""
    _, release, stamp, *_ = wheel.name.split("-")
    return f"{release}（{stamp[1:]}）"


def _whole(content: bytes) -> dict[str, object]:
    """By what arrival.js knows that all of it is there, unchanged."""
    return {
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "adler32": zlib.adler32(content),
    }
