"""How long the sentences of each page are: `python -m publish.writing.sentences`.

Characters of prose between full stops, question and exclamation marks and the ends of
paragraphs and list items; tables, headings, code and what is built do not count.
"""

import re
from pathlib import Path

from publish.writing.declared import DOCS
from publish.writing.rules import QUOTED, quoted

_GONE = re.compile(
    r"\A---\n.*?\n---\n|<figure.*?</figure>|^```.*?^```|^(?:#|:::|<|\||>).*?$",
    re.DOTALL | re.MULTILINE,
)
_MARK = re.compile(r"^\s*(?:[-*]|\d+\.|:)\s+", re.MULTILINE)
_CITED = re.compile(r"\[\^[\w-]+\]")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_FIGURE = re.compile(r"\[= [^\]]+\]")
_TAG = re.compile(r"<[^>]+>")
_END = re.compile(r"(?<=[。！？])|\n")


def sentences(text: str) -> list[str]:
    """The sentences of a page, without white space."""
    prose = _GONE.sub("\n", text)
    prose = QUOTED.sub(lambda at: quoted(".".join(filter(None, at.groups()))), prose)
    prose = _TAG.sub("", _FIGURE.sub("1234", _LINK.sub(r"\1", _CITED.sub("", prose))))
    prose = _MARK.sub("", prose.replace("*", "").replace("`", ""))
    parts = (re.sub(r"\s", "", part) for part in _END.split(prose))
    return [part for part in parts if re.search(r"\w\w", part)]


def average(text: str) -> float:
    """Characters a sentence; 0 where a page has none."""
    found = sentences(text)
    return sum(map(len, found)) / len(found) if found else 0


def _listing(docs: Path) -> str:
    rows = sorted(
        (
            (average(p.read_text("utf-8")), p.relative_to(docs))
            for p in docs.rglob("*.md")
        ),
        reverse=True,
    )
    return "\n".join(f"{length:5.1f} {page}" for length, page in rows)


if __name__ == "__main__":
    print(_listing(DOCS))  # noqa: T201  # it is a command
