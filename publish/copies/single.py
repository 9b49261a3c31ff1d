"""The one file: every page, every calculator and the search in a single HTML."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from publish.copies.anchors import book_id, within_book
from publish.copies.version import version
from publish.scripts import WEB, bundled, sheet
from publish.theme import search
from publish.theme.policy import of_single

TEMPLATE = WEB / "shell" / "single.html"
END_OF_SCRIPT = re.compile(r"</script|<!--", re.IGNORECASE)


def write(config: MkDocsConfig, pages: Sequence[Page]) -> None:
    """Write the file beside the folder of the copy that is opened as a file."""
    site = Path(config.site_dir)
    ordered = in_order(pages)
    addresses = {page.url for page in ordered}
    groups = groupby(ordered, key=lambda page: page.parent and page.parent.title)
    style = "\n".join([_style(site), sheet("single.css")])
    scripts = [*_parts(site), *_engine(site), bundled("shell/single.js")]
    template = Environment(autoescape=False, undefined=StrictUndefined)  # noqa: S701  # HTML is given
    text = template.from_string(TEMPLATE.read_text("utf-8")).render(
        name=config.site_name,
        description=config.site_description,
        version=version().shown,
        policy=of_single(scripts, style),
        style=style,
        groups=[(title, [*map(_entry, group)]) for title, group in groups],
        pages=[
            (*_entry(p), within_book(p.content or "", p.url, addresses))
            for p in ordered
        ],
        index=_json(search.carried(site)),
        search=_script(bundled(search.WORKER)),
        scripts=[*map(_script, scripts)],
    )
    site.with_suffix(".html").write_text(text, encoding="utf-8")


def in_order(pages: Iterable[Page]) -> list[Page]:
    """The pages as the navigation has them, then those it does not name."""
    rest = {page.url: page for page in pages}
    page: Page | None = next(page for page in rest.values() if page.is_homepage)
    found = []
    while page:
        found.append(rest.pop(page.url))
        page = page.next_page
    return [*found, *(rest[url] for url in sorted(rest))]


def _entry(page: Page) -> tuple[str, str]:
    return book_id(page.url), str(page.title)


def _style(site: Path) -> str:
    """The one style sheet of a page."""
    (path,) = site.glob("assets/handbook-*.css")
    return path.read_text(encoding="utf-8")


def _parts(site: Path) -> Iterator[str]:
    """The scripts that carry a part: named as the part, and `.js`."""
    for path in sorted((site / "engine").glob("*.js")):
        if Path(path.stem).suffix:
            yield path.read_text(encoding="utf-8")


def _engine(site: Path) -> Iterator[str]:
    """The one script of a page."""
    for path in (site / "engine").glob("calc-*.js"):
        if not Path(path.stem).suffix:
            yield path.read_text(encoding="utf-8")


def _script(text: str) -> str:
    """The text, which must not end the element it stands in.

    Raises:
        ValueError: It would.
    """
    if found := END_OF_SCRIPT.search(text):
        raise ValueError(f"a script cannot stand in a page with {found[0]} in it")
    return text


def _json(content: object) -> str:
    """As an element holds it."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", r"\u003c")
