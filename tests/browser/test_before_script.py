"""The page without its script: not here yet, or never."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.serving import Fault, Server
from tests.browser.test_in_sight import CALCULATOR, OWN, WIDE, expect_own_figure, form
from tests.browser.waiting import until

SCRIPT = "**/calc-*.js"
LOST = "这一页的程序没有取到"

type Early = Callable[[str], Callable[[], None]]


@pytest.fixture
def early(page: Page, server: Server) -> Early:
    """Opens a page whose script has not come yet; what is returned lets it come."""

    def opened(path: str) -> Callable[[], None]:
        held: list[Route] = []
        page.route(SCRIPT, lambda script: held.extend([script]))
        with page.expect_request(SCRIPT):
            page.goto(f"{server.url}/{path}", wait_until="commit")
        return lambda: held.pop().continue_()

    return opened


def test_what_was_typed_is_answered(page: Page, early: Early) -> None:
    come = early(CALCULATOR)
    form(page)
    come()
    expect_own_figure(page)
    expect(page.locator("[name=amount]")).to_have_value(OWN["amount"])


def test_what_was_chosen_is_followed(page: Page, early: Early) -> None:
    come = early("calculators/repayment-schedule/")
    page.select_option("[name=known]", "payment")
    expect(page.locator("[name=payment]")).to_be_hidden()
    come()
    expect(page.locator("[name=payment]")).to_be_visible()
    expect(page.locator("[name=rate]")).to_be_hidden()


def test_what_was_typed_in_a_row_counts(page: Page, early: Early) -> None:
    come = early("calculators/monthly-load/")
    page.locator("input[name$='.name']").first.fill("电视")
    come()
    expect(page.locator(".calc-working")).to_contain_text("「电视」")


def test_what_was_pasted_is_read(page: Page, early: Early) -> None:
    come = early(CALCULATOR)
    page.locator(".calc-paste summary").click()
    page.locator(".calc-paper").fill("分期金额5999元 12期 每期应还549.99元")
    page.keyboard.press("Tab")
    come()
    expect(page.locator(".calc-found .calc-proposal")).to_have_count(3)


def test_what_was_searched_for_is_found(page: Page, early: Early) -> None:
    page.set_viewport_size(WIDE)
    come = early("")
    page.locator(".md-search__input").fill("罚息")
    come()
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_the_example_is_not_taken_for_typed(page: Page, early: Early) -> None:
    come = early("calculators/compare-plans/")
    expect(page.get_by_role("button", name="计算", exact=True)).to_be_disabled()
    come()
    until(page, "globalThis.engine?.progress.stage === 'ready'")
    assert not page.evaluate("document.querySelector('calc-form').touched")


@pytest.mark.parametrize("fault", ["gone", "missing", "portal", "reversed"])
def test_a_page_says_that_its_script_is_missing(
    page: Page, server: Server, complaints: list[str], fault: Fault
) -> None:
    server.faults["calc-"] = fault
    page.goto(f"{server.url}/calculators/repayment-schedule/")
    page.get_by_role("button", name="计算", exact=True).scroll_into_view_if_needed()
    news = page.locator(".shell-news")
    expect(news).to_contain_text(LOST)
    expect(news).to_be_in_viewport()
    assert complaints
    complaints.clear()
