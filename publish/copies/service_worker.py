"""The service worker: told which files and pages it may keep, and nothing else."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.exceptions import PluginError

from publish.files import digest
from publish.scripts import bundled

NAME = "service-worker.js"
FOLDERS = ("assets", "engine")
BESIDE = (".br", ".gz", ".map")
LISTS = ("manifest.webmanifest", "search/search_index.json")
BUILD = re.compile(r'<meta name="build" content="([^"]*)">')
NOT_KEPT = """<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>没有网络</title>
<style>body{font:1rem/1.75 system-ui;max-width:32rem;margin:2rem auto;padding:0 1rem}</style>
<h1>没有网络，这一页也没有留在这台设备上</h1>
<p>看过的页面还能打开：<a href="{home}">回首页</a>。连上网络后再打开这一页。</p></html>"""


def write(site: Path) -> None:
    """Write the worker for what is in the built site now.

    Raises:
        PluginError: The pages do not say that they are of one build.
    """
    files = {path.relative_to(site).as_posix(): path for path in _files(site)}
    lists = {name: site / name for name in LISTS}
    pages = dict(_pages(site))
    script = bundled("workers/service-worker.js")
    hashes = {name: _sha256(path) for name, path in files.items()}
    held = [path.read_bytes() for path in pages.values()]
    kept = {
        "build": digest(json.dumps(hashes).encode(), script.encode(), *held),
        "pagesOf": _build(held),
        "files": hashes,
        "lists": {name: _sha256(path) for name, path in lists.items()},
        "pages": list(pages),
        "download": sum(map(_download, (files | lists | pages).values())),
        "missing": NOT_KEPT,
    }
    constant = f"const KEPT = {json.dumps(kept, ensure_ascii=False)};\n"
    (site / NAME).write_text(constant + script, encoding="utf-8")


def _files(site: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((site / folder).rglob("*")):
            if path.is_file() and path.suffix not in BESIDE:
                yield path


def _pages(site: Path) -> Iterator[tuple[str, Path]]:
    """Address below the site's root → file."""
    for path in sorted(site.rglob("index.html")):
        yield path.relative_to(site).as_posix().removesuffix("index.html"), path


def _build(pages: list[bytes]) -> str:
    """The build that all pages say they are of."""
    said = sorted({text for page in pages for text in BUILD.findall(page.decode())})
    if len(said) != 1:
        raise PluginError(f"of which build are the pages? they say {said}")
    return str(said[0])


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _download(path: Path) -> int:
    """Bytes a good host sends: the compressed neighbour, where there is one."""
    small = path.with_name(f"{path.name}.br")
    return (small if small.exists() else path).stat().st_size
