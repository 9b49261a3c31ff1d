"""Whatever a page shows stands out from what is behind it, in every state."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.contrast import PHONE, assert_stands_out, faint
from tests.browser.serving import Server
from tests.browser.test_accessibility import STATES, ready
from tests.browser.test_faults import GUIDE, NEVER_IDLE

# one of each shape: rows, pictures, a bill, days, a text; the others are made alike
SHAPES = ("compare-plans", "early-payoff", "check-bill", "card-overdue", "read-text")
PAGES = [
    "/",
    "/404.html",
    "/guides/overdue/",
    "/guides/letters/",
    "/guides/failed-check/",
    "/understand/fee-or-rate/",
    "/reference/glossary/",
    "/about/offline/",
    "/calculators/",
    "/calculators/my-plans/",
    *(f"/calculators/{name}/" for name in SHAPES),
]


@pytest.fixture
def plain(page: Page) -> Page:
    """A page on which nothing starts by itself."""
    page.add_init_script(NEVER_IDLE)
    page.set_viewport_size(PHONE)
    return page


@pytest.mark.parametrize("path", PAGES)
def test_a_page_stands_out(plain: Page, server: Server, path: str) -> None:
    plain.goto(server.url + path)
    assert_stands_out(plain)


def pasted(page: Page, _: Server) -> None:
    """Chips chosen, left and of no use here."""
    page.get_by_text("手上有短信、账单？贴进来").first.click()
    page.locator(".calc-paper").first.fill(
        "您2026年10月1日到期的账单，第3期，逾期金额600.00元，每日按0.06%收取"
    )
    page.locator(".calc-found .calc-proposal").first.click()


def drawer(page: Page, _: Server) -> None:
    page.get_by_role("button", name="打开目录").click()


def copied(page: Page, _: Server) -> None:
    page.click("[data-take=link]")
    expect(page.locator(".calc-said").first).not_to_be_empty()


@pytest.mark.parametrize("state", [*STATES, pasted, drawer, copied])
def test_a_state_stands_out(
    plain: Page, server: Server, state: Callable[[Page, Server], None]
) -> None:
    plain.goto(server.url + GUIDE)
    state(plain, server)
    assert_stands_out(plain)


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (".calc-sentence { color: #999 !important }", "idle text"),
        (".calc-form .md-button:hover { color: #8ab !important }", "hover text"),
        (".calc-form .md-button:active { color: #1f4e5f !important }", "active text"),
        (".calc-form input { outline-color: transparent !important }", "focus ring"),
        (".calc-form input { border-color: #ddd !important }", "idle frame"),
    ],
)
def test_what_is_faint_is_found(
    plain: Page, server: Server, rule: str, found: str
) -> None:
    plain.goto(server.url + GUIDE)
    ready(plain, server)
    plain.evaluate(
        """(rule) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(rule);
            document.adoptedStyleSheets = [sheet];
        }""",
        rule,
    )
    assert any(found in line for line in faint(plain))
