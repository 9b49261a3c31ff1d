"""A calculator on its page, as a reader uses it."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from calc.calculators import ALL
from tests.browser.contrast import PHONE
from tests.browser.serving import Server

GUIDE = "/guides/overdue/"
SENTENCE = "#calc-1 .calc-sentence"
AMOUNT = "#calc-1 [name=overdue_amount]"
SCRIPTED = ".plans, .calc-paste, .calc-each, .calc-picker, .calc-add, .calc-remove"


@pytest.fixture
def guide(page: Page, server: Server) -> Page:
    page.goto(server.url + GUIDE)
    return page


def test_the_page_answers_before_the_engine(browser: Browser, server: Server) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(server.url + GUIDE)
        expect(page.locator(SENTENCE)).to_contain_text("逾期 7 天，费用 1.61 元")
        expect(page.locator("#calc-1 tbody tr")).not_to_have_count(0)
        expect(page.locator("#calc-1 .calc-example")).to_contain_text("例子")


def test_what_only_a_script_can_do_is_not_shown_without(
    browser: Browser, server: Server
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for name in ("my-plans", "monthly-load", "repayment-schedule"):
            page.goto(f"{server.url}/calculators/{name}/")
            expect(page.locator(".calc-paste")).not_to_have_count(0)
            for part in page.locator(SCRIPTED).all():
                expect(part).to_be_hidden()


def test_typing_changes_the_answer(guide: Page) -> None:
    guide.fill(AMOUNT, "5,000元")
    expect(guide.locator(SENTENCE)).to_contain_text("费用 17.50 元")
    expect(guide.locator("#calc-1 .calc-example")).to_have_count(0)


def test_a_preset_fills_its_fields_and_shows_what_applies(guide: Page) -> None:
    guide.fill(AMOUNT, "5000")
    guide.locator("#calc-1 .calc-more summary").first.click()
    guide.select_option("#calc-1 [name=preset]", "xiaomi-overdue")
    expect(guide.locator(SENTENCE)).to_contain_text("费用 26.25 元")
    expect(guide.locator("#calc-1 [name=annual_rate]")).to_be_visible()
    expect(guide.locator("#calc-1 [name=daily_rate]")).to_be_hidden()


def test_all_that_is_wrong_at_once_and_nothing_typed_is_lost(guide: Page) -> None:
    guide.fill(AMOUNT, "很多")
    guide.fill("#calc-1 [name=due_date]", "2026-02-30")
    guide.press(AMOUNT, "Enter")
    summary = guide.locator("#calc-1-errors")
    expect(summary).to_be_focused()
    expect(summary.locator("li")).to_have_count(2)
    sentence = "逾期金额要填数字，例如 4999"
    expect(summary.locator("li").first).to_have_text(sentence)
    expect(guide.locator("#calc-1-overdue_amount-error")).to_have_text(sentence)
    expect(guide.locator(AMOUNT)).to_have_value("很多")
    expect(guide.locator(AMOUNT)).to_have_attribute("aria-invalid", "true")
    expect(guide.locator(SENTENCE)).to_contain_text("1.61 元")
    summary.locator("a").last.click()
    expect(guide.locator("#calc-1 [name=due_date]")).to_be_focused()
    guide.fill("#calc-1 [name=due_date]", "2026-10-10")
    guide.fill(AMOUNT, "5000")
    expect(guide.locator(SENTENCE)).to_contain_text("费用 17.50 元")
    expect(summary).to_be_hidden()


def test_moving_between_pages_keeps_the_worker(guide: Page) -> None:
    workers: list[str] = []
    guide.on("worker", lambda worker: workers.append(worker.url))
    guide.fill(AMOUNT, "5000")
    expect(guide.locator(SENTENCE)).to_contain_text("费用 17.50 元")
    guide.evaluate("window.sameVisit = true")
    guide.click(".md-nav--primary a:has-text('还款提醒')")
    expect(guide.locator("article h1")).to_contain_text("还款提醒")
    guide.fill("#calc-1 [name=amount]", "3000")
    expect(guide.locator(SENTENCE)).to_contain_text("每期 522.50 元")
    assert guide.evaluate("window.sameVisit")
    assert len([url for url in workers if "/engine/worker-" in url]) == 1


def test_plain_pages_fetch_no_engine(page: Page, server: Server) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(server.url + "/guides/scams/")
    page.wait_for_timeout(2000)
    assert [url for url in fetched if url.endswith((".wasm", ".bin"))] == []


def test_of_the_questions_that_wait_only_the_newest_is_put(guide: Page) -> None:
    guide.fill(AMOUNT, "5000")
    expect(guide.locator(SENTENCE)).to_contain_text("费用 17.50 元")
    put: list[str] = guide.evaluate(
        """async (selector) => {
        const box = document.querySelector(selector), form = box.closest("calc-form");
        const put = [], ask = engine.ask;
        engine.ask = (request) => {
            put.push(JSON.parse(request).answers.overdue_amount);
            return ask.call(engine, request);
        };
        for (const amount of ["1000", "2000", "3000", "4000"]) {
            box.value = amount;
            box.dispatchEvent(new Event("input", { bubbles: true }));
        }
        await form.turn;
        engine.ask = ask;
        return put;
    }""",
        AMOUNT,
    )
    assert put == ["4000"]
    expect(guide.locator(SENTENCE)).to_contain_text("费用 14.00 元")


def test_nothing_moves_when_the_live_answer_comes(guide: Page) -> None:
    places = """() => [...document.querySelectorAll(
        "#calc-1 .calc-answer :is(p, dl, svg, table, summary), #calc-1 ~ :is(p, h2)"
    )].filter((part) => part.checkVisibility() && !part.matches(".calc-made"))
        .map((part) => Math.round(part.getBoundingClientRect().top + scrollY))"""
    before = guide.evaluate(places)
    guide.evaluate("document.querySelector('#calc-1').ask(0)")
    expect(guide.locator("#calc-1 .calc-example")).to_have_count(0)
    assert len(before) > 5
    assert guide.evaluate(places) == before


def test_a_browser_that_knows_no_scripting_hides_what_does_not_apply(
    page: Page, server: Server
) -> None:
    def older(route: Route) -> None:
        response = route.fetch()
        text = response.text().replace("scripting:", "unheard-of:")
        route.fulfill(response=response, body=text)

    page.route("**/assets/handbook-*.css", older)
    page.goto(f"{server.url}/calculators/repayment-schedule/")
    expect(page.locator("[name=rate]")).to_be_visible()
    expect(page.locator("[name=payment]")).to_be_hidden()


TITLE = """() => {
    const { left, right } = document.querySelector(".md-header__title").getBoundingClientRect();
    return [left, right];
}"""


@pytest.mark.parametrize("wide", [390, 800, 1100, 1280])
def test_no_title_moves_when_the_script_comes(
    page: Page, server: Server, wide: int
) -> None:
    page.set_viewport_size({"width": wide, "height": 700})
    script = "**/engine/calc-*.js"
    page.route(script, lambda route: route.fulfill(body=""))
    page.goto(f"{server.url}/")
    before = page.evaluate(TITLE)
    page.unroute(script)
    page.goto(f"{server.url}/")
    expect(page.locator(".shell-colours")).to_be_visible()
    assert page.evaluate(TITLE) == before


def ends(page: Page, server: Server) -> dict[str, tuple[int, int]]:
    """Where the form of each calculator's page begins and ends."""
    found = {}
    for name in (*ALL, "my-plans"):
        page.goto(f"{server.url}/calculators/{name}/")
        box = page.locator(".calc-form").bounding_box()
        assert box
        found[name] = round(box["y"]), round(box["y"] + box["height"])
    return found


def test_no_form_moves_when_the_script_comes(page: Page, server: Server) -> None:
    page.set_viewport_size(PHONE)
    script = "**/engine/calc-*.js"
    page.route(script, lambda route: route.fulfill(body=""))
    before = ends(page, server)
    page.unroute(script)
    assert ends(page, server) == before


def test_of_a_long_table_the_first_rows_come_at_once(
    page: Page, server: Server
) -> None:
    page.goto(f"{server.url}/calculators/repayment-schedule/")
    page.evaluate(
        """() => {
            const result = document.querySelector(".calc-result");
            const rows = (which) => result.querySelectorAll(`tbody${which} tr`).length;
            window.seen = [];
            new MutationObserver(() => seen.push([rows(""), rows(":not([hidden])")]))
                .observe(result, { childList: true });
        }"""
    )
    page.fill("[name=periods]", "600")
    expect(page.locator(".calc-result tbody tr:visible")).to_have_count(600)
    assert [600, 60] in page.evaluate("seen")
