"""MkDocs hooks: thin, each calls the room that does the work."""

import logging
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from publish.copies import (
    downloads,
    licences,
    manifest,
    offline,
    service_worker,
    single,
)
from publish.copies.version import version
from publish.engine.runtime import build_assets
from publish.files import compress, sendable, write
from publish.mistakes import Mistake
from publish.theme import search
from publish.theme.policy import of_page
from publish.theme.shell import shell
from publish.writing.markdown import LATER, from_page

REVIEW_EVERY = timedelta(days=180)

MEND = "上面写着哪一页、哪一行、怎么改；改好再来。"

log = logging.getLogger("mkdocs.hooks.publish")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin a build: what it comes to know is its own."""
    config.plugins["publish"] = Press(config)
    config.copyright = f"版本 {version().shown}"
    return config


class Press(BasePlugin[LegacyConfig]):
    """One build.

    Attributes:
        site: The folder that is the root of the site.
        packed: Whether this is the copy opened as a file.
        quick: Whether only its writer reads it: nothing is compressed or kept.
        reading: Whether a page's Markdown is on its way to HTML.
        pages: What has been rendered, for the search index and the single file.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        """Take the settings of the build from its configuration."""
        self.site = Path(config.site_dir)
        self.packed = bool(config.extra.get("packed"))
        self.quick = bool(config.extra.get("quick"))
        dist = config.extra.get("copies")
        self.copies = offline.both(Path(dist)) if dist else []
        self.reading = False
        self.pages: list[Page] = []

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Write the engine's files, and put script and style on every page."""
        assets = build_assets(self.site, packed=self.packed, quick=self.quick)
        style = (self.site / assets.style).read_text(encoding="utf-8")
        made = shell(
            files,
            assets.script,
            style,
            index=search.address(config),
            build=version().content,
            policy=of_page(packed=self.packed),
            installable=not self.packed and not self.quick,
        )
        config.extra["shell"] = made.names
        for address, part in made.files.items():
            write(self.site / address, part.content)
        return files

    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Tell the extension where the text is from; say when it was last checked."""
        del config, files
        self.reading = True
        source = page.file.content_string
        reviewed = _reviewed(page)
        if reviewed:  # for the sitemap, which would date every page by the build
            page.update_date = str(reviewed)
        above = source.count("\n") - markdown.count("\n")
        return from_page(page.file.src_uri, above, markdown, reviewed)

    def on_page_content(
        self, html: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Give the glossary's terms addresses; keep the page for the search index."""
        del config, files
        self.reading = False
        self.pages.append(page)
        html = _filled(
            html,
            keeper=downloads.keeper,
            licences=licences.listing,
            offline=lambda: downloads.notice(page, self.copies, packed=self.packed),
        )
        return search.anchor_terms(html, page)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what is not a page: the search index, the copies, what is kept."""
        search.write(config, self.pages)
        if self.packed:
            single.write(config, self.pages)
        else:
            downloads.place(self.copies, self.site)
        if self.quick or self.packed:
            manifest.write(self.site)
        else:
            self._for_hosts()

    def on_build_error(self, error: Exception) -> None:
        """End with the sentence, not with a traceback, where a writer is to mend it."""
        if isinstance(error, Mistake):
            if not self.reading:  # MkDocs has said what is wrong in a page
                log.error(str(error))
            raise Abort(MEND)

    def _for_hosts(self) -> None:
        """What a server has a use for; each list speaks of what was there before it."""
        compress(sendable(self.site))
        service_worker.write(self.site)
        manifest.write(self.site)
        compress(self.site / each.NAME for each in (service_worker, manifest))


def _filled(html: str, **written: Callable[[], str]) -> str:
    """The page with what the copies say of themselves in its place."""
    for name, mark in LATER.items():
        if mark in html:
            html = html.replace(mark, written[name]())
    return html


def _reviewed(page: Page) -> date | None:
    reviewed = page.meta.get("reviewed")
    if type(reviewed) is not date:  # a moment is none
        log.warning(
            "%s：开头要有 reviewed: 2026-11-21 这样的核对日期", page.file.src_uri
        )
        return None
    if date.today() - reviewed > REVIEW_EVERY:  # noqa: DTZ011  # a local day is meant
        log.info("%s：上次核对是 %s，该再核对了", page.file.src_uri, reviewed)
    return reviewed
