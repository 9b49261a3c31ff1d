"""The scripts: modules below publish/web, bundled into classic ones.

A page opened as a file may load no module, and a worker of it neither.
"""

import subprocess
from functools import cache

from publish.files import ROOT, kept

WEB = ROOT / "publish" / "web"
NPM = ROOT / "node_modules"
HOW = (
    *("--bundle", "--minify", "--format=iife"),
    *("--target=es2022", "--charset=utf8", "--log-level=warning"),
)


@cache
def bundled(entry: str) -> str:
    """The script that begins at this file below publish/web.

    Raises:
        subprocess.CalledProcessError: esbuild refused it, and said why.
    """
    bundler = NPM / ".bin" / "esbuild"

    def bundle() -> bytes:
        command = [str(bundler), str(WEB / entry), *HOW]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout  # noqa: S603  # our own words only

    sources = (path.read_bytes() for path in sorted(WEB.rglob("*.js")))
    key = " ".join([entry, *HOW]).encode()
    return kept("script", bundle, key, *sources).decode()


def sheet(*names: str) -> str:
    """The style sheets of publish/web/style, one after another."""
    texts = ((WEB / "style" / name).read_text(encoding="utf-8") for name in names)
    return "\n".join(texts)
