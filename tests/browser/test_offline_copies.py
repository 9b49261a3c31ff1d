"""The zip and the one file, opened as files in three engines, as readers open them."""

import json
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from calc.browser import answer
from calc.calculators import ALL
from publish import build
from publish.copies import offline
from tests.browser.engines import Engine
from tests.browser.test_search_dialog import DIALOG
from tests.cases import cases

MOST_ZIP = 12_000_000
MOST_SINGLE = 10_000_000
MOST_PARTS = 6_000_000
GUIDE = "guides/overdue.html"
INSIDE = ("file:", "blob:", "data:")
LINKED = re.compile(
    r'<(?:script|link|img|iframe)[^>]*?(?:src|href)="(\w+:)?//', re.DOTALL
)
ASK_ALL = "return await Promise.all(given[0].map((request) => engine.ask(request)));"
NEIGHBOUR = (
    "return await fetch('which-lender.html').then(() => 'read', () => 'refused');"
)
REQUESTED = "return performance.getEntriesByType('resource').map(({ name }) => name);"
STATED = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
SHOWN = """
  return [...document.querySelectorAll(".single-page:not([hidden])")].map(({ id }) => id);
"""
INTRUDE = """
  const heading = document.querySelector("h1");
  const tried = [];
  for (const way of [
    () => {
      const script = document.createElement("script");
      script.append("window.intruded = 1");
      document.head.append(script);
    },
    () => { heading.setAttribute("onclick", "window.intruded = 1"); heading.click(); },
    () => heading.insertAdjacentHTML("beforeend", "<img src=x onerror='intruded = 1'>"),
    () => setTimeout("window.intruded = 1"),
  ]) {
    try { way(); } catch {}
    await new Promise((done) => setTimeout(done, 50));
    tried.push(window.intruded ? "ran" : "refused");
  }
  return tried;
"""
TYPE = """
  const form = document.querySelector("calc-form[name='late-fee']");
  const box = form.querySelector("[name=overdue_amount]");
  const sentence = () => form.querySelector(".calc-sentence").textContent;
  box.value = "5000";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  for (let tries = 0; tries < 600 && !sentence().includes("17.50"); tries++) {
    await new Promise((done) => setTimeout(done, 50));
  }
  return sentence();
"""
SEARCH = f"""
  const box = document.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list");
  box.focus();
  for (let tries = 0; tries < 600 && !list.querySelector("a"); tries++) {{
    await new Promise((done) => setTimeout(done, 50));
  }}
  return await ({DIALOG})(given[0]);
"""
FIND = """
  const book = { box: document.querySelector("#single-query"),
    list: document.querySelector(".single-found") };
  const ask = (query) => new Promise((done) => {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      done(book.list.querySelector("a")?.hash);
    }).observe(book.list, { childList: true });
    book.box.value = query;
    book.box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const first = [];
  for (const query of given[0]) first.push(await ask(query));
  return first;
"""


@dataclass(frozen=True)
class Copies:
    """What `make offline` made, and the zip unpacked in a folder of a reader."""

    bundle: Path
    single: Path
    folder: Path

    def url(self, name: str) -> str:
        """The address of a page in the folder."""
        return (self.folder / name).as_uri()

    def titles(self) -> dict[str, str]:
        """The title of every page, and the page."""
        script = self.folder / "search" / "search_index.js"
        text = script.read_text(encoding="utf-8").removeprefix("var SEARCH = ")
        docs = json.loads(text)["index"]["docs"]
        return {e["title"]: e["location"] for e in docs if "#" not in e["location"]}


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    place = tmp_path_factory.mktemp("copies")
    dist, home = place / "dist", place / "我的 文件"
    build.copies(dist)
    with zipfile.ZipFile(offline.bundle(dist)) as archive:
        archive.extractall(home)
    (folder,) = home.iterdir()
    single = offline.single_file(dist)
    return Copies(offline.bundle(dist), single.rename(home / "手册 全本.html"), folder)


def standing() -> list[str]:
    """Every calculator as it stands."""
    return [json.dumps({"calculator": name, "answers": {}}) for name in ALL]


def requested(engine: Engine) -> list[str]:
    """What the page asked for from elsewhere."""
    urls: list[str] = engine.run(REQUESTED)
    return [url for url in urls if not url.startswith(INSIDE)]


def test_every_calculator_answers_as_native_python_does(
    copies: Copies, engine: Engine
) -> None:
    asked = [*standing(), *(case.request for case in cases()[::3])]
    engine.open(copies.url(GUIDE))
    assert engine.run(NEIGHBOUR) == "refused"
    assert engine.run(ASK_ALL, asked) == [answer(request) for request in asked]
    assert requested(engine) == []


def test_the_form_on_a_page_is_live(copies: Copies, engine: Engine) -> None:
    engine.open(copies.url(GUIDE))
    assert "17.50" in engine.run(TYPE)


def test_search_finds_every_title(copies: Copies, engine: Engine) -> None:
    titles = copies.titles()
    engine.open(copies.url("index.html"))
    found: list[dict[str, Any]] = engine.run(SEARCH, list(titles))
    first = [answer["pages"][0] for answer in found]
    assert [page.removeprefix(copies.url("")) for page in first] == [
        f"/{page}" for page in titles.values()
    ]
    assert requested(engine) == []


def test_the_one_file_answers_and_finds(copies: Copies, engine: Engine) -> None:
    asked = standing()
    engine.open(copies.single.as_uri())
    assert engine.run(ASK_ALL, asked) == [answer(request) for request in asked]
    assert "17.50" in engine.run(TYPE)
    titles = copies.titles()
    wanted = [
        f"#{page.removesuffix('.html').replace('/', '-')}" for page in titles.values()
    ]
    assert engine.run(FIND, list(titles)) == wanted
    assert requested(engine) == []


@pytest.mark.parametrize("place", ["%E5%A4", "guides-overdue-%E5%A4", "%", "没有"])
def test_a_place_that_was_cut_opens_the_first_page(
    copies: Copies, engine: Engine, place: str
) -> None:
    engine.open(f"{copies.single.as_uri()}#{place}")
    assert engine.run(SHOWN) == ["index"]
    assert "17.50" in engine.run(TYPE)


def test_every_page_of_every_copy_states_its_policy(copies: Copies) -> None:
    pages = [copies.single, *copies.folder.rglob("*.html")]
    for page in pages:
        (policy,) = STATED.findall(page.read_text(encoding="utf-8"))
        assert "require-trusted-types-for 'script'" in policy
        assert "unsafe-inline" not in policy


def test_nothing_but_what_was_built_runs_in_a_copy(
    copies: Copies, engine: Engine
) -> None:
    for url in (copies.url(GUIDE), copies.single.as_uri()):
        engine.open(url)
        assert engine.run(INTRUDE) == ["refused"] * 4


def test_nothing_in_the_copies_comes_from_elsewhere(copies: Copies) -> None:
    pages = [copies.single, *copies.folder.rglob("*.html")]
    assert len(pages) > 40
    linked = [p.name for p in pages if LINKED.search(p.read_text(encoding="utf-8"))]
    assert linked == []


def test_the_copies_are_small_enough(copies: Copies) -> None:
    assert copies.bundle.stat().st_size < MOST_ZIP
    assert copies.single.stat().st_size < MOST_SINGLE
    parts = copies.folder.glob("engine/*")
    assert sum(part.stat().st_size for part in parts) < MOST_PARTS


def test_the_bundle_has_the_same_bytes_again(copies: Copies) -> None:
    top = copies.folder.name
    assert offline.zipped(copies.folder, top) == copies.bundle.read_bytes()


def test_a_copy_names_no_address_and_says_what_it_is(copies: Copies) -> None:
    pages = sorted(copies.folder.rglob("*.html"))
    assert len(pages) > 50
    assert not (copies.folder / "share.png").exists()
    for path in (*pages, copies.single):
        html = path.read_text(encoding="utf-8")
        assert '<html lang="zh-CN"' in html
        assert '<meta name="description" content="' in html
        for told in ('rel="canonical"', 'property="og:url"', 'property="og:image'):
            assert told not in html, path.name
