"""What a page waits for before it shows: one style sheet, and no script but the first."""

import re
from collections.abc import Sequence
from pathlib import Path

from mkdocs.exceptions import PluginError

from publish.packing import Part, stamped

FOLDER = "assets/stylesheets"

_SHEET = re.compile(
    r'<link rel="stylesheet" href="[^"]*?((?:assets|engine)/[^"]+)">\s*'
)
_SCRIPT = re.compile(r'<script src="([^"]+/(?:bundle\.|calc-)[^"]+\.js)"></script>')
_MARK = "<!-- sheet -->"
_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")


def hastened(html: str, root: str, folders: Sequence[Path]) -> tuple[str, Part]:
    """The page with one style sheet in place of several, and that sheet.

    Args:
        html: A page of the theme.
        root: The way from the page to the root of the site.
        folders: Where the files are that the page names from the root.

    Raises:
        PluginError: The theme is no longer the one this was written for.
    """
    names = _SHEET.findall(html)
    if len(names) < 2 or len(_SCRIPT.findall(html)) != 2:
        raise PluginError(
            "the theme's sheets or scripts have changed: see publish/paint.py"
        )
    sheet = stamped(
        "handbook.css", "\n".join(_read(n, folders) for n in names).encode()
    )
    link = f'<link rel="stylesheet" href="{root}/{FOLDER}/{sheet.name}">'
    html = _SHEET.sub("", _SHEET.sub(_MARK, html, count=1)).replace(_MARK, link)
    return _SCRIPT.sub(r'<script src="\1" defer></script>', html), sheet


def sweep(site: Path) -> None:
    """Remove the sheets that no page names any more."""
    for path in (site / FOLDER).iterdir():
        if not path.match("handbook-*.css"):
            path.unlink()


def _read(name: str, folders: Sequence[Path]) -> str:
    path = next(folder / name for folder in folders if (folder / name).exists())
    return _MAP.sub("", path.read_text(encoding="utf-8"))
