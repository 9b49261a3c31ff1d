"""Chinese search: our own index, and the worker that answers from it.

MkDocs cuts text into words at build time and the query again in the browser, and
what is cut differently is lost. Here the worker (web/workers/search.js) looks for pieces
of the query in whole text, so nothing can be lost; a list of words only says which
pieces weigh more.
"""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain
from pathlib import Path
from typing import Any, TypedDict

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from publish.files import Part, stamped
from publish.files import write as write_file
from publish.scripts import bundled
from publish.theme.asked import asked
from publish.theme.offers import forms
from publish.theme.sections import Section, sections
from publish.theme.spelling import readings, traditional
from publish.theme.words import vocabulary

GLOSSARY = "reference/glossary.md"
WORKER = "workers/search.js"
CARRIED = "var SEARCH = "
SERVED = "search/search_index.json"
OPENED = "search/search_index.js"
# Sections that only point elsewhere, in the words of what they point to.
POINTERS = frozenset({"接下来看", "相关", "出处", "全部出处"})
_OPTION = re.compile(r'<a [^>]*data-to="([\w-]+)"[^>]*>(.*?)</a>')


class Entry(TypedDict):
    """What the worker is told of a page or of one of its sections."""

    location: str
    title: str
    text: str
    terms: list[str]
    synonyms: list[str]
    asked: list[str]


def anchor_terms(html: str, page: Page) -> str:
    """The glossary's HTML with an address for each term; other pages as they are."""
    if page.file.src_uri != GLOSSARY:
        return html
    return re.sub(r"<dt>(.*?)</dt>", _anchored, html)


def _anchored(found: re.Match[str]) -> str:
    text = re.sub(r"<sup.*?</sup>|<[^>]+>", "", found[1])
    return f'<dt id="{re.sub(r"\W+", "-", text).strip("-")}">{found[1]}</dt>'


def write(config: MkDocsConfig, pages: Iterable[Page]) -> None:
    """Put the index in the built site.

    A page opened from a folder (`use_directory_urls: false`) may run a neighbour file,
    but not read it: there a script carries the index, and the worker's text.
    """
    site = Path(config.site_dir)
    index = _index(list(pages), Path(config.docs_dir))
    if config.use_directory_urls:
        text = _json(index)
    else:
        text = CARRIED + _json({"worker": bundled(WORKER), "index": index})
    write_file(site / address(config), text.encode())


def address(config: MkDocsConfig) -> str:
    """Where the index is, from the root of the site."""
    return SERVED if config.use_directory_urls else OPENED


def carried(site: Path) -> dict[str, Any]:
    """The index that was written for pages opened from a folder."""
    text = (site / OPENED).read_text(encoding="utf-8")
    index: dict[str, Any] = json.loads(text.removeprefix(CARRIED))["index"]
    return index


def worker() -> Part:
    """What answers queries."""
    return stamped("search.js", bundled(WORKER).encode())


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _index(pages: list[Page], docs: Path) -> dict[str, object]:
    found = {page.url: sections(page.content or "") for page in pages}
    same = [s.names for parts in found.values() for s in parts if s.names]
    entries = [e for page in pages for e in _entries(page, found[page.url], same)]
    urls = {page.file.src_uri: page.url for page in pages}
    told = asked(docs, urls, (entry["location"] for entry in entries))
    chosen = dict(chain.from_iterable(map(_options, pages)))
    for entry in entries:
        at = entry["location"]
        entry["asked"] = [*told.questions.get(at, []), *chosen.get(at, [])]
    short = [t for e in entries for t in (e["title"], *e["terms"], *e["asked"])]
    config = {
        "words": vocabulary(short, (name for names in same for name in names)),
        "same": told.same,
        "urgent": told.urgent,
        "help": told.help,
        "forms": forms(pages),
        "readings": readings(short),
        "written": traditional("".join(chain(short, *told.same))),
    }
    return {"config": config, "docs": entries}


def _options(page: Page) -> Iterator[tuple[str, list[str]]]:
    """The steps of a check, each with what one chooses to come to it."""
    for step, label in _OPTION.findall(page.content or ""):
        yield f"{page.url}#{step}", re.split("[、：]", unescape(label))


def _entries(page: Page, found: list[Section], same: list[list[str]]) -> list[Entry]:
    """The page first, then its sections, as the dialog expects them."""
    # The home page lists the questions of the others; they should answer, not it. What
    # is not in the navigation is for who keeps the book.
    own = [s for s in found if s.title not in POINTERS] if page.parent else []
    whole = [s.text for s in own if s.tag in {"", "h1"}]
    text = " ".join(filter(None, (page.meta.get("description"), *whole)))
    terms = [str(term) for term in page.meta.get("search_terms", [])]
    return [
        _entry(page.url, Section(title=str(page.title), text=text), terms, same),
        *(
            _entry(f"{page.url}#{part.anchor}", part, part.names, same)
            for part in own
            if part.tag not in {"", "h1"}
        ),
    ]


def _entry(
    location: str, part: Section, terms: list[str], same: list[list[str]]
) -> Entry:
    """The entry, with the glossary's other names for what its title speaks of."""
    title = part.title
    groups = (names for names in same if any(name in title for name in names))
    others = {name: None for names in groups for name in names if name not in title}
    return Entry(
        location=location,
        title=title,
        text=part.text,
        terms=terms,
        synonyms=[name for name in others if name not in terms],
        asked=[],
    )
