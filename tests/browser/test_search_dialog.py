"""Search in the built site, through the dialog, online and opened from a folder."""

import json
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from publish.files import ROOT
from tests.browser.serving import Server

QUESTIONS = Path(__file__).parents[1] / "publish" / "theme" / "search_questions.toml"
GLOSSARY = "reference/glossary"
NOT_FOUND = 1000
DIALOG = """async (queries) => {
  const box = document.querySelector(".md-search__input");
  const count = document.querySelector(".md-search-result__meta");
  const list = document.querySelector(".md-search-result__list");
  const ask = (query) => new Promise((done) => {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      const links = [...list.querySelectorAll("li > a:first-child")];
      done({ pages: links.map((a) => a.href), text: list.textContent });
    }).observe(count, { childList: true });
    box.value = query;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const answers = [];
  for (const query of queries) answers.push(await ask(query));
  return answers;
}"""


@dataclass(frozen=True)
class Copy:
    """A copy of the site in a browser, its dialog open."""

    page: Page
    base: str
    index: list[dict[str, Any]]
    asked_for: list[str]

    def ask(self, *queries: str) -> list[list[str]]:
        """The pages found for each query, by their place in docs."""
        return [
            [self._name(page) for page in answer["pages"]]
            for answer in self.page.evaluate(DIALOG, list(queries))
        ]

    def _name(self, address: str) -> str:
        return self.name(address.removeprefix(self.base))

    @staticmethod
    def name(location: str) -> str:
        """`guides/overdue` for both `guides/overdue/` and `guides/overdue.html`."""
        bare = location.partition("#")[0].removesuffix(".html").strip("./")
        return "" if bare == "index" else bare.removesuffix("/index")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy that is opened by double-click, somewhere on a reader's disk."""
    place = tmp_path_factory.mktemp("offline") / "分期 手册"
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    settings = ["--config-file", "mkdocs.offline.yml", "--site-dir", str(place)]
    subprocess.run([*mkdocs, *settings], cwd=ROOT, check=True)
    return place


@pytest.fixture(params=["online", "folder"])
def copy(request: pytest.FixtureRequest, page: Page) -> Copy:
    """The site over HTTP, and the copy opened from a folder."""
    asked_for: list[str] = []
    page.on("request", lambda asked: asked_for.append(asked.url))
    if request.param == "online":
        base = f"{request.getfixturevalue('server').url}/"
        page.goto(base)
    else:
        base = f"{request.getfixturevalue('folder').as_uri()}/"
        page.goto(f"{base}index.html")
    page.locator(".md-search__input").focus()
    expect(page.locator(".md-search-result__meta")).to_have_text("键入以开始搜索")
    return Copy(page, base, index(request), asked_for)


def index(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    """What the copy's worker was given."""
    if request.param == "online":
        path = request.getfixturevalue("site") / "search" / "search_index.json"
    else:
        path = request.getfixturevalue("folder") / "search" / "search_index.js"
    text = path.read_text(encoding="utf-8")
    return list(json.loads(text.removeprefix("var __index = "))["docs"])


def questions() -> list[dict[str, Any]]:
    with QUESTIONS.open("rb") as file:
        return list(tomllib.load(file)["question"])


def test_every_title_brings_its_page_first(copy: Copy) -> None:
    titles = {e["title"]: e["location"] for e in copy.index if "#" not in e["location"]}
    assert len(titles) > 20
    found = dict(zip(titles, copy.ask(*titles), strict=True))
    wanted = {title: copy.name(location) for title, location in titles.items()}
    assert {title: pages[0] for title, pages in found.items()} == wanted


def test_every_term_brings_the_page_about_it_or_the_glossary_first(copy: Copy) -> None:
    terms = {
        term
        for entry in copy.index
        if copy.name(entry["location"]) == GLOSSARY and "#" in entry["location"]
        for term in entry["terms"]
    }
    assert len(terms) > 50
    for term, pages in zip(terms, copy.ask(*terms), strict=True):
        assert pages[0] in pages_about(copy, term), term


def pages_about(copy: Copy, term: str) -> set[str]:
    """The pages that carry the term in their name, or else the glossary."""
    about = {
        copy.name(entry["location"])
        for entry in copy.index
        if "#" not in entry["location"]
        and (term in entry["title"] or term in entry["terms"] + entry["synonyms"])
    }
    return about or {GLOSSARY}


def test_questions_of_readers_bring_a_right_page(copy: Copy) -> None:
    asked = questions()
    found = copy.ask(*(question["ask"] for question in asked))
    ranks = [rank(q["pages"], pages) for q, pages in zip(asked, found, strict=True)]
    missed = [
        question["ask"]
        for question, reached in zip(asked, ranks, strict=True)
        if reached > question.get("within", NOT_FOUND)
    ]
    assert missed == []
    assert sum(reached == 1 for reached in ranks) / len(ranks) >= 0.8
    assert sum(reached <= 3 for reached in ranks) / len(ranks) >= 0.93


def rank(wanted: list[str], found: list[str]) -> int:
    """Where the first right page stands."""
    return min((found.index(p) + 1 for p in wanted if p in found), default=NOT_FOUND)


def test_results_are_clean_and_nothing_is_asked_of_others(copy: Copy) -> None:
    (answer,) = copy.page.evaluate(DIALOG, ["提前还款"])
    assert "提前还款" in answer["text"]
    assert "\u200b" not in answer["text"]
    own = (copy.base, "blob:", "data:", "about:")
    assert [url for url in copy.asked_for if not url.startswith(own)] == []


def test_the_dialog_has_a_name(copy: Copy) -> None:
    expect(copy.page.get_by_role("dialog", name="查找")).to_be_attached()


def test_a_query_without_an_answer_says_so(copy: Copy) -> None:
    copy.page.locator(".md-search__input").fill("zzzz")
    expect(copy.page.locator(".md-search-result__meta")).to_have_text(
        "没有找到符合条件的结果"
    )


def test_one_search_on_a_phone(server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(server.url)
    page.locator("header label[for=__search]").first.click()
    page.keyboard.insert_text("绑卡")
    page.locator(".md-search-result__item a").first.click()
    expect(page.locator("h1").first).to_contain_text("绑定")


def test_enter_opens_the_first_result(server: Server, page: Page) -> None:
    page.goto(server.url)
    page.locator("html.js").wait_for()  # the theme hears keys after the first paint
    page.keyboard.press("/")
    page.keyboard.insert_text("自动还款")
    expect(page.locator(".md-search-result__item").first).to_contain_text("自动还款")
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).to_contain_text("自动还款")
