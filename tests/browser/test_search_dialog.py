"""Search in the built site, through the dialog, online and opened from a folder."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from publish.files import ROOT
from tests.browser.serving import Server

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
    expect(page.locator(".md-search-result__item").first).to_contain_text(URGENT)
    return Copy(page, base, asked_for)


URGENT = "已经过了还款日"
SAMPLE = [
    ("提前还款", "guides/pay-by-hand understand/early-payoff"),
    ("卡里有钱它怎么不扣", "guides/payment-failed guides/failed-check"),
    ("fa xi zen me suan", "calculators/late-fee understand/how-overdue-grows"),
    ("huankuan tixing", "guides/reminders"),
    ("還不起怎麼辦", "guides/hardship"),
    ("帐单核对", "calculators/check-bill"),
    ("overdue怎么办", "guides/overdue"),
    ("代扣协议已解除", "guides/failed-check guides/payment-failed"),
]


def test_a_copy_answers_in_each_way_of_asking(copy: Copy) -> None:
    found = copy.ask(*(query for query, _ in SAMPLE))
    first = {query: pages[0] for (query, _), pages in zip(SAMPLE, found, strict=True)}
    assert [q for q, pages in SAMPLE if first[q] not in pages.split()] == [], first


def test_an_empty_box_shows_the_urgent_questions(copy: Copy) -> None:
    copy.page.locator(".md-search-result__item a").first.click()
    expect(copy.page.locator(".md-content h1")).to_contain_text("逾期")


def test_a_hint_leads_to_its_step(copy: Copy) -> None:
    copy.page.locator(".md-search__input").fill("卡已过期")
    copy.page.locator(".md-search-result__item a[href*='check-card-expired']").click()
    steps = copy.page.locator(".check-step:visible h2")
    expect(steps).to_have_count(1)  # all are shown until the script has started
    expect(steps).to_contain_text("卡已过期")


def test_results_are_clean_and_nothing_is_asked_of_others(copy: Copy) -> None:
    (answer,) = copy.page.evaluate(DIALOG, ["提前还款"])
    assert "提前还款" in answer["text"]
    assert "\u200b" not in answer["text"]
    own = (copy.base, "blob:", "data:", "about:")
    assert [url for url in copy.asked_for if not url.startswith(own)] == []


def test_the_dialog_has_a_name(copy: Copy) -> None:
    expect(copy.page.get_by_role("dialog", name="查找")).to_be_attached()


def test_a_query_without_an_answer_is_not_left_alone(copy: Copy) -> None:
    (answer,) = copy.page.evaluate(DIALOG, ["zzzz"])
    assert copy.name(answer["pages"][-1].removeprefix(copy.base)) == "guides/complaints"
    assert "打电话问谁" in answer["text"]


def test_one_search_on_a_phone(server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(server.url)
    page.get_by_role("button", name="查找", exact=True).click()
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
