"""The sources of the facts: declared once in docs/sources.toml, cited by key."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from html import escape
from itertools import groupby

from publish.files import ROOT
from publish.mistakes import Mistake, parsed, unknown

FILE = ROOT / "docs" / "sources.toml"
NEEDED = ("title", "kind", "confidence", "note")
DETAILS = ("publisher", "number", "article", "date")
KINDS = ("法规", "标准", "官方", "媒体", "转载", "推算")
# what has an official text: where no link leads to one, the footnote says so
OFFICIAL = KINDS[:3]
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")

type Source = Mapping[str, str]


@cache
def sources() -> Mapping[str, Source]:
    """Key → source, in the order of the file.

    Raises:
        Mistake: What is wrong in the first that is.
    """
    found = parsed(FILE)
    for key, entries in found.items():
        _check(f"{FILE.name} 的 {key}", entries)
    return found


def _check(name: str, entries: Source) -> None:
    for entry in entries:
        if entry not in (*NEEDED, *DETAILS, "url"):
            raise unknown(f"{name} 的项", entry, (*NEEDED, *DETAILS, "url"))
    for entry in NEEDED:
        if not entries.get(entry):
            raise Mistake(f"{name} 缺“{entry}”，或者它是空的")
    if entries["kind"] not in KINDS:
        raise unknown(f"{name} 的 kind", entries["kind"], KINDS)


def source(key: str) -> Source:
    """The source of this key.

    Raises:
        Mistake: docs/sources.toml does not have it.
    """
    if key not in sources():
        raise unknown("出处", key, sources())
    return sources()[key]


def footnotes(keys: Iterable[str], store: Callable[[str], str]) -> list[str]:
    """The footnote definitions of these keys, a line each.

    Args:
        keys: All of them known.
        store: Keeps HTML and returns what stands for it.
    """
    return ["", *(f"[^{key}]: {store(described(source(key)))}" for key in keys)]


def described(source: Source) -> str:
    """Title, publisher, number, article, date; kind and confidence; what it supports."""
    title = escape(source["title"])
    if url := source.get("url"):
        title = f'<a href="{escape(url)}" rel="noopener">{title}</a>'
    parts = [source[key] for key in DETAILS if key in source]
    where = f"（{escape('，'.join(parts))}）" if parts else ""
    sure = f"{source['kind']}，可信度{source['confidence']}。"
    lost = "未找到官方原文。" if source["kind"] in OFFICIAL and not url else ""
    return f"{title}{where}。{sure}{lost}{escape(source['note'])}"


def newest(keys: Iterable[str]) -> str:
    """The newest day, month or year among these sources; empty where none has one."""
    days = (day for key in keys for day in _DAY.findall(source(key).get("date", "")))
    return max(days, default="")


def listing() -> str:
    """All sources by kind, as an HTML list."""
    ranked = sorted(sources().items(), key=lambda item: KINDS.index(item[1]["kind"]))
    return "".join(
        f"<h3>{kind}</h3><ul>"
        + "".join(f'<li id="source-{key}">{described(s)}</li>' for key, s in group)
        + "</ul>"
        for kind, group in groupby(ranked, key=lambda item: item[1]["kind"])
    )
