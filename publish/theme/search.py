"""Chinese search: Material's dialog, with our own index and worker behind it.

The theme cuts text into words at build time and the query again in the browser, and
what is cut differently is lost. Here the worker (web/workers/search.js) looks for pieces
of the query in whole text, so nothing can be lost; a list of words only says which
pieces weigh more.
"""

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain
from pathlib import Path
from typing import TypedDict

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from publish.files import Part, place, stamped
from publish.scripts import NPM, bundled
from publish.theme.asked import asked
from publish.theme.offers import forms
from publish.theme.sections import Section, sections
from publish.theme.spelling import readings, traditional
from publish.theme.words import vocabulary

GLOSSARY = "reference/glossary.md"
STAND_IN = NPM / "iframe-worker" / "shim" / "index.js"
# Sections that only point elsewhere, in the words of what they point to.
POINTERS = frozenset({"接下来看", "相关", "出处", "全部出处"})
UNUSED = ("assets/javascripts/lunr", "assets/javascripts/workers")
_OPTION = re.compile(r'<a [^>]*data-to="([\w-]+)"[^>]*>(.*?)</a>')
_STOCK_WORKER = re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js")
_STOCK_DIALOG = 'data-md-component="search" role="dialog"'


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


def adapt(html: str) -> str:
    """The page, starting our worker and with a name for the search dialog.

    Raises:
        PluginError: The theme is no longer the one this was written for.
    """
    html, workers = _STOCK_WORKER.subn(f"assets/{_worker().name}", html)
    if workers != 1 or html.count(_STOCK_DIALOG) != 1:
        raise PluginError("主题的查找部分变了:请核对 publish/theme/search.py")
    return html.replace(_STOCK_DIALOG, f'{_STOCK_DIALOG} aria-label="查找"')


def write(config: MkDocsConfig, pages: Iterable[Page]) -> None:
    """Put the index and the worker in the built site, and take the theme's out.

    A copy to be opened from a folder (`use_directory_urls: false`) also gets the
    stand-in for workers, which its settings name: `polyfills: [assets/iframe-worker.js]`.
    """
    site = Path(config.site_dir)
    index = _index(list(pages), Path(config.docs_dir))
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    stock = site / "search" / "search_index.json"
    if config.use_directory_urls:
        stock.write_text(text, encoding="utf-8")
    else:
        # A page opened from a folder may run a neighbour file, but not read it.
        stock.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8")
        stock.unlink()
        stand_in = bundled("workers/file-worker.js") + STAND_IN.read_text("utf-8")
        (site / "assets" / "iframe-worker.js").write_text(stand_in, encoding="utf-8")
    place([_worker()], site / "assets")
    for folder in UNUSED:
        shutil.rmtree(site / folder)


def _worker() -> Part:
    return stamped("search.js", bundled("workers/search.js").encode())


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
