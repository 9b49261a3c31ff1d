"""What a page waits for before it shows: one style sheet, and one small script."""

import re
from collections.abc import Iterable

from publish.files import Part, stamped
from publish.scripts import bundled

_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")
_RULE = re.compile(r"([^{}@;]+)\{[^{}]*\}")
# What could match any element makes the browser style them all: a guard against fading
# while the colours change, and, whenever a class changes, kinds of content that the pages
# do not have: tabs, paragraphs in a cell, a table in the theme's own wrapping.
_COSTLY = re.compile(
    r"\[data-md-color-switching\] |\.tabbed-|table:not\(\[class\]\)(\+\*| t[dh]>:)"
)


def sheet(texts: Iterable[str]) -> Part:
    """These style sheets in one, without what makes a page slow."""
    text = "\n".join(_MAP.sub("", text) for text in texts)
    text = text.replace(".focus-visible", ":focus-visible")  # its script set a class
    return stamped("handbook.css", _RULE.sub(_affordable, text).encode())


def first() -> Part:
    """The script that runs before the first paint."""
    return stamped("first.js", bundled("shell/first.js").encode())


def _affordable(rule: re.Match[str]) -> str:
    return "" if all(map(_COSTLY.search, rule[1].split(","))) else rule[0]
