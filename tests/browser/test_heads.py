"""What every page says of itself to apps, searches and whoever shares it."""

import base64
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page

from publish.files import ROOT
from tests.browser.pixels import pixels
from tests.browser.serving import SITE_URL, Server

HOME = SITE_URL.decode()
DRAWN = ROOT / "publish" / "theme" / "share.svg"
SHARED = ROOT / "publish" / "theme" / "templates" / "share.png"
SIZE = (630, 1200)


class Head(HTMLParser):
    """The language, the title, and what metas and links say by their name."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: dict[str, list[str]] = {}
        self.title: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        key = named.get("property") or named.get("name") or named.get("rel") or ""
        if tag == "html":
            self.said["lang"] = [named["lang"]]
        elif tag in ("meta", "link"):
            said = named.get("content") or named.get("href") or ""
            self.said.setdefault(key, []).append(said)
        elif tag == "title" and self.title is None:
            self.title = ""

    def handle_data(self, data: str) -> None:
        if self.title == "":
            self.title = data


def heads(site: Path) -> Mapping[str, Head]:
    """Address below the root → head, of every page but the one that is none."""
    pages = sorted(site.rglob("index.html"))
    found = {str(path.parent.relative_to(site)): path for path in pages}
    assert len(found) > 50
    return {name: Head(path.read_text("utf-8")) for name, path in found.items()}


def test_every_page_has_its_title_description_language_and_address(site: Path) -> None:
    found = heads(site)
    for name, head in found.items():
        url = HOME if name == "." else f"{HOME}{name}/"
        (description,) = head.said["description"]
        assert head.said["lang"] == ["zh-CN"], name
        assert head.said["canonical"] == head.said["og:url"] == [url], name
        assert head.said["og:description"] == [description], name
        assert 8 <= len(description) <= 120, (name, description)
        (title,) = head.said["og:title"]
        assert head.title in (title, f"{title} - 分期还款手册"), name
    for said in ("description", "og:title", "canonical"):
        every = [head.said[said][0] for head in found.values()]
        assert len(set(every)) == len(every), said


def test_every_page_shows_our_one_image(site: Path) -> None:
    for name, head in heads(site).items():
        assert head.said["og:image"] == [f"{HOME}share.png"], name
        assert head.said["og:image:width"] == [str(SIZE[1])]
        assert head.said["og:image:height"] == [str(SIZE[0])]
        assert head.said["og:locale"] == ["zh_CN"]
        assert head.said["og:site_name"] == ["分期还款手册"]
        assert head.said["og:type"] == ["website" if name == "." else "article"]
    assert (site / "share.png").read_bytes() == SHARED.read_bytes()


def test_the_page_that_is_missing_has_no_address(site: Path) -> None:
    head = Head((site / "404.html").read_text("utf-8"))
    assert head.said["og:title"] == ["分期还款手册"]
    assert not {"canonical", "og:url"} & head.said.keys()


def test_what_a_page_says_of_itself_goes_along_to_the_next(
    page: Page, server: Server
) -> None:
    page.goto(f"{server.url}/guides/overdue/")
    page.evaluate("window.stayed = true")
    page.locator(".md-content a[href*='hardship']").first.click()
    page.wait_for_url("**/guides/hardship/**")
    page.wait_for_function("document.title.startsWith('还不上')")
    assert page.evaluate("window.stayed")
    for name in ("title", "description", "url"):
        said = page.locator(f"meta[property='og:{name}']").get_attribute("content")
        fresh = page.request.get(f"{server.url}/guides/hardship/").text()
        assert Head(fresh).said[f"og:{name}"] == [said]


def image(path: Path, kind: str) -> str:
    data = base64.b64encode(path.read_bytes()).decode()
    return f'<div class="calc-image"><img src="data:image/{kind};base64,{data}"></div>'


def test_the_image_is_the_drawing(page: Page, request: pytest.FixtureRequest) -> None:
    page.set_viewport_size({"width": SIZE[1], "height": SIZE[0]})
    page.goto(DRAWN.as_uri())
    if request.config.getoption("--update-golden"):
        page.screenshot(path=SHARED)
    page.goto("about:blank")
    shown: list[Any] = []
    for path, kind in ((SHARED, "png"), (DRAWN, "svg+xml")):
        page.set_content(image(path, kind))
        shown.append(pixels(page)[:, :, :3].astype(int))
    assert shown[0].shape == (*SIZE, 3)
    assert np.abs(shown[0] - shown[1]).mean() < 1  # fonts are drawn a little otherwise
    middle = slice((SIZE[1] - SIZE[0]) // 2, (SIZE[1] + SIZE[0]) // 2)
    beside = np.delete(shown[0], np.r_[middle], axis=1)
    assert (beside == beside[0, 0]).all()  # an app that cuts a square loses nothing
    assert not re.search(r"<image|href|url\(", DRAWN.read_text("utf-8"))
