"""From a click on a link to the first live answer: ours, the peers', the floor."""

import json
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from bench.measure import NPM, REPEATS, fresh_profile, middle, visit
from calc.browser import answer
from publish.engine.pyodide import PYODIDE
from publish.engine.runtime import build_assets
from publish.engine.wheel import wheel
from publish.files import Part, compress, place
from tests.browser.serving import Server

PAGES = Path(__file__).parent / "pages"
PYSCRIPT = NPM / "@pyscript" / "core" / "dist"
REQUEST = json.dumps({"calculator": "late-fee", "answers": {}})
PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>bench</title>
<link rel="icon" href="data:,"><body data-request='{request}'>{body}</body></html>"""
LIMIT = 60_000
KEEPING = 3_000  # in which the browser stores compiled code


@dataclass(frozen=True)
class Start:
    """One page's medians.

    Attributes:
        cold: Milliseconds to the answer, with a fresh profile.
        warm: The same when the browser is started anew with that profile.
        received: Bytes the server sent until the cold answer.
    """

    cold: float
    warm: float
    received: int


def starts(folder: Path) -> dict[str, Start]:
    """Measure every page, one after the other, as often as it takes."""
    bodies = {
        "ours": _ours(folder / "ours"),
        "stock": _stock(folder / "stock"),
        "pyscript": _pyscript(folder / "pyscript"),
        "floor": _floor(folder / "floor"),
    }
    for name, body in bodies.items():
        html = PAGE.format(request=REQUEST, body=body)
        (folder / name / "index.html").write_text(html, encoding="utf-8")
    compress(path for path in sorted(folder.rglob("*")) if path.is_file())
    found: dict[str, list[Start]] = {name: [] for name in bodies}
    with sync_playwright() as playwright:
        for _ in range(REPEATS):
            for name, runs in found.items():
                runs.append(_start(playwright, folder / name))
    return {name: _middle(runs) for name, runs in found.items()}


def _middle(runs: list[Start]) -> Start:
    return Start(
        middle([run.cold for run in runs]),
        middle([run.warm for run in runs]),
        runs[0].received,
    )


def _start(playwright: Playwright, folder: Path) -> Start:
    with fresh_profile() as profile:
        server = Server(folder)
        cold = _answered(playwright, profile, server.url)
        received = server.sent
        warm = _answered(playwright, profile, server.url)
        server.stop()
    return Start(cold, warm, received)


def _answered(playwright: Playwright, profile: Path, url: str) -> float:
    with visit(playwright, profile) as page:
        page.goto(url)
        page.wait_for_function("window.answered", timeout=LIMIT)
        if (reply := page.evaluate("window.reply")) not in ("{}", answer(REQUEST)):
            raise RuntimeError(f"{url} answered {reply}")
        page.wait_for_timeout(KEEPING)
        found: float = page.evaluate("window.answered")
        return found


def _ours(folder: Path) -> str:
    script = build_assets(folder).script
    _copy(PAGES / "engine.js", folder)
    ask = f"<script src='engine.js' data-request='{REQUEST}'></script>"
    return f"<script src='{script}'></script>{ask}"


def _stock(folder: Path) -> str:
    for name in ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm"):
        _copy(PYODIDE / name, folder)
    for name in ("python_stdlib.zip", "pyodide-lock.json"):
        _copy(PYODIDE / name, folder)
    _copy(PAGES / "stock-worker.js", folder)
    _copy(PAGES / "ask.js", folder)
    calc = wheel()
    place([calc], folder)
    return (
        "<script src='ask.js' data-worker='stock-worker.js'"
        f" data-wheel='{calc.name}' data-request='{REQUEST}'></script>"
    )


def _pyscript(folder: Path) -> str:
    for path in sorted(PYSCRIPT.glob("*.js")):
        _copy(path, folder)
    for name in ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm"):
        _copy(PYODIDE / name, folder)
    for name in ("python_stdlib.zip", "pyodide-lock.json"):
        _copy(PYODIDE / name, folder)
    _copy(PAGES / "pyscript.py", folder)
    place([Part("calc.whl", wheel().content)], folder)
    config = {"interpreter": "./pyodide.mjs", "files": {"./calc.whl": "./calc.whl"}}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return (
        "<script type='module' src='core.js'></script>"
        "<script type='py' src='pyscript.py' config='config.json'></script>"
    )


def _floor(folder: Path) -> str:
    wasm = (PYODIDE / "pyodide.asm.wasm").read_bytes()
    place([Part("python.wasm", wasm)], folder)
    _copy(PAGES / "floor-worker.js", folder)
    _copy(PAGES / "ask.js", folder)
    return "<script src='ask.js' data-worker='floor-worker.js'></script>"


def _copy(path: Path, folder: Path) -> None:
    place([Part(path.name, path.read_bytes())], folder)
