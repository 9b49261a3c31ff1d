"""The letters, filled in, copied and printed on the reader's own device."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Server

LETTERS = "/guides/letters/"
LETTER = "guide-letter:has(#letter-hardship-name)"
SHEET = f"{LETTER} .letter-sheet"
OTHER = "guide-letter:has(#letter-waiver-name) .letter-sheet"
COUNT = "() => Object.keys(localStorage).length + Object.keys(sessionStorage).length"


@pytest.fixture
def letters(page: Page, server: Server) -> Page:
    page.goto(server.url + LETTERS, wait_until="networkidle")
    return page


def test_the_letter_fills_in_as_the_reader_types(letters: Page) -> None:
    letters.fill("#letter-hardship-name", "王小明")
    expect(letters.locator(SHEET)).to_contain_text("我是王小明，在贵方")
    expect(letters.locator(SHEET)).to_contain_text("申请人：王小明")
    expect(letters.locator(OTHER)).not_to_contain_text("王小明")
    letters.fill("#letter-hardship-name", "")
    expect(letters.locator(SHEET)).to_contain_text("我是________，在贵方")


def test_what_is_typed_is_text_and_never_markup(letters: Page) -> None:
    letters.fill("#letter-hardship-reason", "<img src=x onerror=alert(1)>\n第二行")
    expect(letters.locator(SHEET)).to_contain_text("<img src=x onerror=alert(1)>")
    expect(letters.locator(f"{SHEET} img")).to_have_count(0)


def test_a_choice_writes_its_rule(letters: Page) -> None:
    expect(letters.locator(SHEET)).to_contain_text("〔信用卡：")
    letters.select_option("#letter-hardship-law", label="信用卡")
    expect(letters.locator(SHEET)).to_contain_text("第七十条写明")
    expect(letters.locator(SHEET)).not_to_contain_text("〔")
    expect(letters.locator(SHEET)).not_to_contain_text("民法典")


def test_a_tick_is_set_in_the_list(letters: Page) -> None:
    row = letters.locator("tr", has_text="退款流水号")
    expect(row).to_contain_text("☐")
    letters.get_by_label("退款凭证").check()
    expect(row).to_contain_text("☑")


def test_copying(letters: Page) -> None:
    letters.context.grant_permissions(["clipboard-read", "clipboard-write"])
    letters.fill("#letter-hardship-name", "王小明")
    letters.click(f"{LETTER} .letter-copy")
    expect(letters.locator(f"{LETTER} .letter-status")).to_have_text("已复制。")
    copied = letters.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("协商还款申请")
    assert "申请人：王小明" in copied


def test_copying_where_the_browser_refuses(letters: Page) -> None:
    letters.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(Error('no')) }"
    )
    letters.click(f"{LETTER} .letter-copy")
    expect(letters.locator(f"{LETTER} .letter-status")).to_contain_text("已经选中")
    selected = letters.evaluate("getSelection().toString()")
    assert selected.strip().startswith("协商还款申请")


def test_printing_this_one_only(letters: Page) -> None:
    letters.evaluate("window.print = () => { window.printed = true }")
    letters.click(f"{LETTER} .letter-print")
    assert letters.evaluate("window.printed")
    letters.emulate_media(media="print")
    expect(letters.locator(SHEET)).to_be_visible()
    for hidden in (OTHER, f"{LETTER} form", "h1", ".md-header", ".footnote"):
        expect(letters.locator(hidden)).to_be_hidden()
    letters.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(letters.locator(OTHER)).to_be_visible()


def test_clearing(letters: Page) -> None:
    letters.fill("#letter-hardship-name", "王小明")
    letters.click(f"{LETTER} >> text=清空")
    expect(letters.locator(SHEET)).not_to_contain_text("王小明")
    expect(letters.locator("#letter-hardship-name")).to_have_value("")


def test_nothing_is_kept_and_nothing_is_sent(letters: Page) -> None:
    before = letters.evaluate(COUNT)
    sent: list[str] = []
    letters.on("request", lambda request: sent.append(request.url))
    letters.fill("#letter-hardship-name", "王小明")
    letters.press("#letter-hardship-name", "Enter")
    letters.click(f"{LETTER} .letter-copy")
    expect(letters.locator(SHEET)).to_contain_text("王小明")
    assert letters.evaluate(COUNT) == before
    assert letters.evaluate("document.cookie") == ""
    assert sent == []
    letters.reload()
    expect(letters.locator("#letter-hardship-name")).to_have_value("")
    expect(letters.locator(SHEET)).to_contain_text("我是________")


def test_the_letters_read_without_a_script(browser: Browser, server: Server) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(server.url + LETTERS)
        expect(page.locator(SHEET)).to_contain_text("我是________，在贵方")
        expect(page.locator(".letter-form").first).to_be_hidden()


def test_it_works_after_moving_between_pages(letters: Page) -> None:
    letters.click(".md-nav--primary a:has-text('还款提醒')")
    expect(letters.locator("h1")).to_contain_text("还款提醒")
    letters.click(".md-nav--primary a:has-text('信函与清单')")
    letters.fill("#letter-hardship-name", "王小明")
    expect(letters.locator(SHEET)).to_contain_text("我是王小明")


def test_a_narrow_screen_needs_no_scrolling_aside(letters: Page) -> None:
    letters.set_viewport_size({"width": 390, "height": 844})
    assert letters.evaluate("document.documentElement.scrollWidth") == 390
