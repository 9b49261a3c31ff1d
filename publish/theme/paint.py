"""What a page waits for before it shows: one style sheet, and no script but the first."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mkdocs.exceptions import PluginError

from publish.files import Part, stamped
from publish.theme.bundle import eased

SHEETS = "assets/stylesheets"
SCRIPTS = "assets/javascripts"

_SHEET = re.compile(
    r'<link rel="stylesheet" href="[^"]*?((?:assets|engine)/[^"]+)">\s*'
)
_BUNDLE = re.compile(
    r'<script src="[^"]*?(assets/javascripts/bundle\.[^"]+\.js)"></script>'
)
_OURS = re.compile(r'<script src="([^"]+/calc-[^"]+\.js)"></script>')
_MARK = "<!-- sheet -->"
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
# as the theme's script does it
_WRAPPED = (
    '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">'
    r"\g<0></div></div>"
)
_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")
_RULE = re.compile(r"([^{}@;]+)\{[^{}]*\}")
# What could match any element makes the browser style them all: a guard against fading
# while the colours change, and, whenever a class changes, kinds of content that the pages
# do not have: tabs, paragraphs in a cell, a table that the theme has not yet wrapped.
_COSTLY = re.compile(
    r"\[data-md-color-switching\] |\.tabbed-|table:not\(\[class\]\)(\+\*| t[dh]>:)"
)


@dataclass(frozen=True)
class Haste:
    """A page, and the two files of the theme that it names."""

    html: str
    sheet: Part
    bundle: Part


def hastened(html: str, root: str, site: Path) -> Haste:
    """The page with one style sheet in place of several, and scripts that wait.

    Args:
        html: A page of the theme.
        root: The way from the page to the root of the site.
        site: The folder that is the root, with the files that the page names.

    Raises:
        PluginError: The theme is no longer the one this was written for.
    """
    names, bundles = _SHEET.findall(html), _BUNDLE.findall(html)
    if len(names) < 2 or len(bundles) != 1 or len(_OURS.findall(html)) != 1:
        raise PluginError(
            "the theme's sheets or scripts have changed: see publish/theme/paint.py"
        )
    sheet = _sheet(*((site / name).read_text("utf-8") for name in names))
    bundle = eased((site / bundles[0]).read_text("utf-8"))
    link = f'<link rel="stylesheet" href="{root}/{SHEETS}/{sheet.name}">'
    html = _SHEET.sub("", _SHEET.sub(_MARK, html, count=1)).replace(_MARK, link)
    tag = f'<script src="{root}/{SCRIPTS}/{bundle.name}" defer></script>'
    html = _OURS.sub(r'<script src="\1" defer></script>', _BUNDLE.sub(tag, html))
    return Haste(_TABLE.sub(_WRAPPED, html), sheet, bundle)


def sweep(site: Path) -> None:
    """Remove the theme's files that no page names any more."""
    for folder, kept in ((SHEETS, "handbook-*.css"), (SCRIPTS, "bundle-*.js")):
        for path in (site / folder).iterdir():
            if not path.match(kept):
                path.unlink()


@cache
def _sheet(*texts: str) -> Part:
    text = "\n".join(_MAP.sub("", text) for text in texts)
    return stamped("handbook.css", _RULE.sub(_affordable, text).encode())


def _affordable(rule: re.Match[str]) -> str:
    return "" if all(map(_COSTLY.search, rule[1].split(","))) else rule[0]
