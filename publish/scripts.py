"""The scripts: modules below publish/web, bundled into classic ones.

A page opened as a file may load no module, and a worker of it neither.
"""

import logging
import re
import subprocess
from functools import cache

from mkdocs.exceptions import PluginError

from publish.files import ROOT, kept

WEB = ROOT / "publish" / "web"
NPM = ROOT / "node_modules"
HOW = (
    *("--bundle", "--minify", "--format=iife"),
    *("--target=es2022", "--charset=utf8", "--log-level=warning"),
)
FAULT = re.compile(r"\[ERROR\] (.+)\n\n\s+(.+):(\d+):\d+:")


log = logging.getLogger("mkdocs.publish.scripts")


@cache
def bundled(entry: str) -> str:
    """The script that begins at this file below publish/web.

    Raises:
        PluginError: A script cannot be read: its file, line, and what is wrong there.
    """
    bundler = NPM / ".bin" / "esbuild"

    def bundle() -> bytes:
        command = [str(bundler), str(WEB / entry), *HOW]
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)  # noqa: S603  # our own words only
        if done.returncode:
            raise PluginError(_fault(done.stderr.decode()))
        if done.stderr:
            log.warning(done.stderr.decode())
        return done.stdout

    sources = (path.read_bytes() for path in sorted(WEB.rglob("*.js")))
    key = " ".join([entry, *HOW]).encode()
    return kept("script", bundle, key, *sources).decode()


def _fault(said: str) -> str:
    """The first thing that esbuild says is wrong, in a sentence."""
    found = FAULT.search(said)
    return f"{found[2]} 第 {found[3]} 行：{found[1]}" if found else said


def sheet(*names: str) -> str:
    """The style sheets of publish/web/style, one after another."""
    texts = ((WEB / "style" / name).read_text(encoding="utf-8") for name in names)
    return "\n".join(texts)
