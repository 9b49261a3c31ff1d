"""MkDocs hooks: thin, each calls the room that does the work."""

import logging
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from publish.copies import downloads, licences, manifest, service_worker, single
from publish.copies.version import version
from publish.engine.runtime import build_assets
from publish.files import compress, place
from publish.theme import paint, search
from publish.theme.landmarks import named
from publish.theme.policy import outsourced
from publish.writing.markdown import LATER, from_page

REVIEW_EVERY = timedelta(days=180)
BUILT = Path("build/assets")
PACKED = Path("build/packed")

log = logging.getLogger("mkdocs.hooks.publish")
_pages: list[Page] = []
_serving: list[bool] = []


def on_startup(command: str, **_: object) -> None:
    """Remember whether only a writer reads."""
    _serving.append(command == "serve")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Build the engine's files and put script and style on every page."""
    version.cache_clear()
    packed = _packed(config)
    built = PACKED if packed else BUILT
    assets = build_assets(built, packed=packed, quick=_serving[-1])
    config.extra_javascript.append(assets.script)
    config.extra_css.append(assets.style)
    config.extra["installable"] = not packed and not _serving[-1]
    config.copyright = f"版本 {version().shown}"
    return config


def _packed(config: MkDocsConfig) -> bool:
    """Whether this is the copy opened as a file."""
    return bool(config.extra.get("packed"))


def on_page_markdown(
    markdown: str, page: Page, config: MkDocsConfig, files: Files
) -> str:
    """Tell the extension where the text is from; say when it was last checked."""
    del config, files
    source = page.file.content_string
    reviewed = _reviewed(page)
    if reviewed:  # for the sitemap, which would date every page by the build
        page.update_date = str(reviewed)
    above = source.count("\n") - markdown.count("\n")
    note = f'\n\n<p class="reviewed">最近核对：{reviewed}</p>\n' if reviewed else ""
    return from_page(page.file.src_uri, above, markdown + note)


def _reviewed(page: Page) -> date | None:
    reviewed: date | None = page.meta.get("reviewed")
    if reviewed is None:
        log.warning("%s: front matter has no `reviewed` day", page.file.src_uri)
    elif date.today() - reviewed > REVIEW_EVERY:  # noqa: DTZ011  # a local day is meant
        log.info("%s: last reviewed %s, check it again", page.file.src_uri, reviewed)
    return reviewed


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the glossary's terms addresses; keep the page for the search index."""
    del files
    _pages.append(page)
    # from the theme's index, which ours replaces
    page.meta["search"] = {"exclude": True}
    html = _filled(
        html,
        keeper=downloads.keeper,
        licences=licences.listing,
        offline=lambda: downloads.notice(page, packed=_packed(config)),
    )
    return search.anchor_terms(html, page)


def _filled(html: str, **written: Callable[[], str]) -> str:
    """The page with what the copies say of themselves in its place."""
    for name, mark in LATER.items():
        if mark in html:
            html = html.replace(mark, written[name]())
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Start our own search worker; leave no script in the page."""
    return _finished(output, get_relative_url(".", page.url), config)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Finish the page for a wrong address too."""
    if template_name != "404.html":
        return output
    return _finished(output, urlsplit(config.site_url or "/").path.rstrip("/"), config)


def _finished(output: str, root: str, config: MkDocsConfig) -> str:
    html, script = outsourced(named(search.adapt(output)), root)
    site = Path(config.site_dir)
    place(script, site / "assets", compressed=False)
    if _packed(config):
        return html
    page = paint.hastened(html, root, (site, BUILT))
    page.place(site)
    return page.html


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is not a page: the search index, the engine, the copies to keep."""
    site = Path(config.site_dir)
    search.write(config, _pages)
    if _packed(config):
        shutil.copytree(PACKED, site, dirs_exist_ok=True)
        single.write(config, _pages)
        manifest.write(site)
    else:
        shutil.copytree(BUILT, site, dirs_exist_ok=True)
        paint.sweep(site)
        if not _serving[-1]:
            service_worker.write(site)
        downloads.place(site)
        manifest.write(site)
        if not _serving[-1]:
            compress(site)
    _pages.clear()
