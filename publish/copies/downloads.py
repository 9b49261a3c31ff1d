"""What the page about the offline copies says of them, and the files it links to."""

import hashlib
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from calc.render.html import tag
from publish.copies.version import version
from publish.files import write

FOLDER = "download"
HERE = "你正在看离线版。它的大小和 SHA-256 写在网上「离线版」那一页，要核对就去那里看同一个版本的。"
NOT_MADE = "这里没有可下载的文件：用 make site 生成的网站才有。"


def notice(page: Page, copies: Sequence[Path], *, packed: bool) -> str:
    """Where to get the copies, or in a copy which one this is.

    A copy cannot hold its own hash, so it says where to compare.

    Args:
        page: The page that says so.
        copies: The zip and the single file, if they are part of this build.
        packed: Whether this is a copy.
    """
    reviewed = page.meta.get("reviewed")
    which = f"版本 {version().shown}，内容核对到 {reviewed}。"
    if packed:
        return tag("p", which, HERE)
    if not copies:
        return tag("p", which, NOT_MADE)
    named = zip(copies, ("离线包", "单个文件"), strict=True)
    listed = (_listed(page, file, name) for file, name in named)
    return tag("p", which) + tag("ul", *listed, class_="offline-files")


def place(copies: Iterable[Path], site: Path) -> None:
    """Put the copies into the site."""
    for file in copies:
        write(site / FOLDER / file.name, file.read_bytes())


def keeper() -> str:
    """Buttons for what the browser keeps; web/shell/offline.js shows them where they work."""
    status = tag("p", class_="offline-status", role="status")
    every = tag(
        "button", "全部留在这台设备上", type="button", class_="md-button offline-all"
    )
    remove = tag(
        "button", "从这台设备删除", type="button", class_="md-button offline-remove"
    )
    size = tag(
        "p", "全部页面和计算程序，下载约 ", tag("span", class_="offline-size"), "。"
    )
    return tag("offline-keeper", size, every, " ", remove, status, hidden=True)


def _listed(page: Page, file: Path, name: str) -> str:
    content = file.read_bytes()
    url = get_relative_url(f"{FOLDER}/{file.name}", page.url)
    link = tag("a", escape(file.name), href=url, download=file.name)
    sha256 = tag("code", hashlib.sha256(content).hexdigest())
    return tag("li", f"{name}：{link}，{len(content) / 1e6:.1f} MB，SHA-256：{sha256}")
