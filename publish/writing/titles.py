"""A link says where it leads: the title, or another name that page answers to."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import yaml

from publish.writing.declared import DOCS

LINK = re.compile(
    r"\[(?P<text>[^\]]+)\]\((?P<path>[\w./-]+\.md)(?:#(?P<anchor>[\w-]+))?\)"
)
HEADING = re.compile(r"^#+ (?P<text>.+?)(?: \{#(?P<id>[\w-]+)\})?$", re.MULTILINE)
# where readers' own questions are the links
FREE = ("index.md", "about/decisions/")


def misnamed(page: str, line: str) -> Iterator[str]:
    """A sentence for each link of the line whose text is not what it leads to."""
    if page.startswith(FREE):
        return
    for link in LINK.finditer(line):
        text = link["text"].replace("*", "")
        target = _resolved(page, link["path"])
        names = _names(target, link["anchor"])
        if names and text not in names:
            yield f"链接“{text}”通向“{names[0]}”，要照这样写"


def _resolved(page: str, path: str) -> str:
    parts: list[str] = []
    for part in (PurePosixPath(page).parent / path).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


@cache
def _names(target: str, anchor: str | None) -> list[str]:
    """The names of a page or of one of its headings; none where there is no such page."""
    file = DOCS / target
    if not file.is_file():
        return []
    text = file.read_text("utf-8")
    meta = _meta(text)
    heading = [
        h["text"] for h in HEADING.finditer(text) if anchor and h["id"] == anchor
    ]
    return [*heading, *map(str, (meta["title"], *meta.get("also", ())))]


def _meta(text: str) -> Mapping[str, Any]:
    parts = text.split("---\n", 2)
    return yaml.safe_load(parts[1]) if len(parts) == 3 else {}
