"""Every page and every state of a calculator, for readers who read or work otherwise."""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from publish.files import ROOT
from tests.browser.accessibility import Scheme, assert_fits, found, go, paint
from tests.browser.serving import Server
from tests.browser.test_faults import AMOUNT, ANSWER, GUIDE, NEVER_IDLE, SENTENCE

DOCS = ROOT / "docs"
DESK: ViewportSize = {"width": 1280, "height": 720}
NARROW: ViewportSize = {"width": 320, "height": 640}  # 1280 at 400 %


def address(page: Path) -> str:
    """Where a page of docs/ is served."""
    url = page.relative_to(DOCS).with_suffix("").as_posix()
    return "/" + f"{url}/".removesuffix("index/")


PAGES = [*sorted(map(address, DOCS.rglob("*.md"))), "/404.html"]
ALIKE = "/about/decisions/0"  # all prose; one of them is looked at
SECTIONS = {
    name: [*paths]
    for name, paths in groupby(
        (path for path in PAGES if not path.startswith(ALIKE) or "/0001" in path),
        lambda path: path.split("/")[1],
    )
}


@pytest.fixture
def plain(page: Page) -> Page:
    """A page on which nothing starts by itself."""
    page.add_init_script(NEVER_IDLE)
    return page


@pytest.mark.parametrize("section", SECTIONS)
def test_pages_have_no_violation_and_fit_320_pixels(
    plain: Page, server: Server, section: str
) -> None:
    for path in SECTIONS[section]:
        plain.set_viewport_size(DESK)
        go(plain, server.url + path, "light")
        assert found(plain) == [], path
        paint(plain, "dark")
        assert found(plain, "color-contrast") == [], path
        plain.set_viewport_size(NARROW)
        assert_fits(plain, NARROW["width"])


def ready(page: Page, _: Server) -> None:
    """The example, before anything is typed."""
    expect(page.locator(SENTENCE)).to_be_visible()


def answered(page: Page, _: Server) -> None:
    page.fill(AMOUNT, "5000")
    page.press(AMOUNT, "Enter")
    expect(page.locator(SENTENCE)).to_contain_text(ANSWER)
    page.click("#calc-1 .calc-more > summary")


def refused(page: Page, _: Server) -> None:
    page.fill(AMOUNT, "很多")
    page.press(AMOUNT, "Enter")
    expect(page.locator("#calc-1 .calc-summary")).to_be_visible()


def loading(page: Page, server: Server) -> None:
    server.faults["python"] = "stalled"
    page.fill(AMOUNT, "5000")
    expect(page.locator("#calc-1 .calc-loading")).to_be_visible()


def failed(page: Page, server: Server) -> None:
    page.evaluate("engine.limits.network = 300")
    loading(page, server)
    expect(page.locator("#calc-1 .calc-failed")).to_be_visible()


def searched(page: Page, _: Server) -> None:
    page.keyboard.press("/")
    page.keyboard.type("逾期")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


STATES = [ready, answered, refused, loading, failed, searched]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_a_state_has_no_violation_and_fits_320_pixels(
    plain: Page, server: Server, state: Callable[[Page, Server], None], scheme: Scheme
) -> None:
    go(plain, server.url + GUIDE, scheme)
    state(plain, server)
    assert found(plain) == []
    plain.set_viewport_size(NARROW)
    assert_fits(plain, NARROW["width"])


WATCH_MOVES = """() => {
    window.moved = new Promise((tell) => {
        addEventListener("transitionrun", () => tell(true));
        setTimeout(() => tell(false), 5000);
    });
}"""
FOCUSED = """() => {
    const { activeElement: at } = document;
    const { outlineStyle, boxShadow } = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    return {
        what: `${at.localName}.${at.className} ${at.getAttribute("name") ?? ""}`,
        order: [...document.querySelectorAll("*")].indexOf(at),
        marked: outlineStyle !== "none" || boxShadow !== "none",
        seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    };
}"""


def test_a_reader_without_a_mouse_gets_an_answer(plain: Page, server: Server) -> None:
    go(plain, server.url + GUIDE, "light")
    plain.keyboard.press("Tab")
    expect(plain.locator(".md-skip")).to_be_focused()
    plain.keyboard.press("Enter")
    for _ in range(60):
        plain.keyboard.press("Tab")
        if "overdue_amount" in plain.evaluate(FOCUSED)["what"]:
            break
    plain.keyboard.press("Control+a")
    plain.keyboard.type("5000")
    plain.keyboard.press("Enter")
    expect(plain.locator(SENTENCE)).to_contain_text(ANSWER)
    expect(plain.locator("#calc-1 .calc-answer > [role=status]")).to_contain_text(
        ANSWER
    )
    expect(plain.locator("#calc-1 .calc-result")).to_be_focused()
    plain.locator(AMOUNT).focus()
    plain.keyboard.press("Control+a")
    plain.keyboard.type("很多")
    plain.keyboard.press("Enter")
    expect(plain.locator("#calc-1-errors")).to_be_focused()
    plain.keyboard.press("Tab")
    plain.keyboard.press("Enter")
    expect(plain.locator(AMOUNT)).to_be_focused()


def test_focus_goes_down_the_page_and_is_seen(plain: Page, server: Server) -> None:
    go(plain, server.url + GUIDE, "light")
    before, passed = -1, 0
    while True:
        plain.keyboard.press("Tab")
        at = plain.evaluate(FOCUSED)
        if at["what"].startswith("body"):
            break
        assert at["order"] > before, at
        assert at["seen"], at
        assert at["marked"], at
        before, passed = at["order"], passed + 1
    assert passed > 50


def test_an_answer_is_announced_once(plain: Page, server: Server) -> None:
    go(plain, server.url + GUIDE, "light")
    plain.evaluate(
        """() => {
            window.said = [];
            for (const region of document.querySelectorAll("#calc-1 [role=status]"))
                new MutationObserver(() => said.push(region.textContent))
                    .observe(region, { childList: true });
        }"""
    )
    plain.fill(AMOUNT, "5000")
    expect(plain.locator(SENTENCE)).to_contain_text(ANSWER)
    assert plain.evaluate("said.filter(Boolean)") == []
    plain.press(AMOUNT, "Enter")
    expect(plain.locator("#calc-1 .calc-status")).to_contain_text(ANSWER)
    (said,) = plain.evaluate("said.filter(Boolean)")
    assert ANSWER in said


def test_nothing_moves_for_who_asked_for_stillness(plain: Page, server: Server) -> None:
    go(plain, server.url + GUIDE, "light")
    plain.evaluate("scrollTo(0, 2000)")
    answered(plain, server)
    plain.keyboard.press("/")
    assert plain.evaluate("document.getAnimations().length") == 0
    plain.emulate_media(reduced_motion="no-preference")
    plain.reload()
    plain.evaluate(WATCH_MOVES)
    plain.hover(".md-nav--primary .md-nav__link[href]")
    assert plain.evaluate("window.moved")
