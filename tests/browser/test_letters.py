"""The letters, filled in, copied and printed on the reader's own device."""

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Server

LETTERS = "/guides/letters/"
LETTER = "guide-letter:has(#letter-hardship-name)"
SHEET = f"{LETTER} .letter-sheet"
STATUS = f"{LETTER} .letter-status"
OTHER = "guide-letter:has(#letter-waiver-name) .letter-sheet"
COUNT = "() => Object.keys(localStorage).length + Object.keys(sessionStorage).length"


@pytest.fixture
def letters(page: Page, server: Server) -> Page:
    page.goto(server.url + LETTERS, wait_until="networkidle")
    unfold(page)
    return page


def unfold(page: Page) -> None:
    """Open every letter."""
    page.locator(".letter-fold").first.wait_for(state="attached")
    page.evaluate(
        "() => { for (const at of document.querySelectorAll('.letter-fold')) at.open = true; }"
    )


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
    letters.select_option("#letter-hardship-law", label="信用卡")
    letters.click(f"{LETTER} .letter-copy")
    expect(letters.locator(STATUS)).to_contain_text("已复制。还有 ")
    copied = letters.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("协商还款申请")
    assert "申请人：王小明" in copied
    assert "第七十条写明" in copied
    assert "民法典" not in copied
    assert "〔" not in copied


def test_nothing_is_copied_while_a_choice_is_open(letters: Page) -> None:
    letters.context.grant_permissions(["clipboard-read", "clipboard-write"])
    letters.evaluate("navigator.clipboard.writeText('从前')")
    letters.click(f"{LETTER} .letter-copy")
    expect(letters.locator(STATUS)).to_have_text("还没有复制。先选「欠的是哪一种」。")
    expect(letters.locator("#letter-hardship-law")).to_be_focused()
    assert letters.evaluate("navigator.clipboard.readText()") == "从前"


def test_the_blanks_left_are_counted(letters: Page) -> None:
    left = letters.locator(f"{LETTER} .letter-left")
    boxes = letters.locator(f"{LETTER} [name]")
    blanks = boxes.count() - 1  # the day is known
    expect(left).to_contain_text(f"还有 {blanks} 处空着")
    letters.fill("#letter-hardship-name", "王小明")
    expect(left).to_contain_text(f"还有 {blanks - 1} 处空着")
    letters.fill("#letter-hardship-name", "  ")
    expect(left).to_contain_text(f"还有 {blanks} 处空着")
    letters.select_option("#letter-hardship-law", index=1)
    for box in letters.locator(f"{LETTER} :is(input, textarea)").all():
        box.fill("字")
    expect(left).to_have_text("")


def test_the_day_is_filled_in_and_can_be_another(letters: Page) -> None:
    today = letters.evaluate(
        "(d => `${d.getFullYear()}年${d.getMonth() + 1}月${d.getDate()}日`)(new Date())"
    )
    expect(letters.locator("#letter-hardship-date")).to_have_value(today)
    expect(letters.locator(SHEET)).to_contain_text(f"日期：{today}")
    letters.fill("#letter-hardship-date", "")
    expect(letters.locator(SHEET)).to_contain_text("日期：____年__月__日")
    letters.click(f"{LETTER} >> text=清空")
    expect(letters.locator("#letter-hardship-date")).to_have_value(today)


def test_copying_where_the_browser_refuses(letters: Page) -> None:
    letters.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(Error('no')) }"
    )
    letters.select_option("#letter-hardship-law", label="其他")
    letters.click(f"{LETTER} .letter-copy")
    expect(letters.locator(STATUS)).to_contain_text("已经选中")
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
    expect(letters.locator("article h1")).to_contain_text("还款提醒")
    letters.click(".md-nav--primary a:has-text('信函与清单')")
    unfold(letters)
    letters.fill("#letter-hardship-name", "王小明")
    expect(letters.locator(SHEET)).to_contain_text("我是王小明")


def test_what_was_typed_stays_for_the_visit(letters: Page) -> None:
    letters.fill("#letter-hardship-name", "王小明")
    letters.fill("#letter-hardship-date", "")
    letters.select_option("#letter-hardship-law", label="信用卡")
    letters.get_by_label("退款凭证").check()
    letters.click(".md-nav--primary a:has-text('还款提醒')")
    expect(letters.locator("article h1")).to_contain_text("还款提醒")
    letters.click(".md-nav--primary a:has-text('信函与清单')")
    unfold(letters)
    expect(letters.locator(SHEET)).to_contain_text("我是王小明")
    expect(letters.locator(SHEET)).to_contain_text("第七十条写明")
    expect(letters.locator("#letter-hardship-date")).to_have_value("")
    expect(letters.get_by_label("退款凭证")).to_be_checked()
    expect(letters.locator(OTHER)).not_to_contain_text("王小明")


def test_a_narrow_screen_needs_no_scrolling_aside(letters: Page) -> None:
    letters.set_viewport_size({"width": 390, "height": 844})
    assert letters.evaluate("document.documentElement.scrollWidth") == 390


def kept(page: Page, server: Server, *orders: dict[str, str]) -> None:
    """Keep plans on 2026-12-15, and come to the letters."""
    page.clock.set_fixed_time("2026-12-15T08:00:00")
    page.goto(f"{server.url}/calculators/my-plans/")
    content = json.dumps({"version": 1, "answers": {"orders": orders}}).encode()
    payload: Any = {"name": "x", "mimeType": "application/json", "buffer": content}
    page.set_input_files("input[type=file]", payload)
    expect(page.locator(".plans-said")).to_have_text("已导入。")
    page.get_by_role("button", name="存在这台设备上").click()
    expect(page.locator("next-due .next-amount")).to_be_visible()
    page.goto(server.url + LETTERS)
    unfold(page)


TV = {"name": "电视", "amount": "1200", "periods": "12", "first_due": "2026-11-20"}
PHONE = {"name": "手机", "amount": "600", "periods": "6", "first_due": "2027-01-05"}


def test_a_kept_plan_fills_in_what_is_empty_and_nothing_else(
    page: Page, server: Server
) -> None:
    kept(page, server, TV, PHONE)
    page.fill("#letter-hardship-balance", "1000")
    plans = page.locator(f"{LETTER} .letter-plans button")
    expect(plans).to_have_text(["填入「电视」", "填入「手机」"])
    plans.first.click()
    expect(page.locator("#letter-hardship-due_date")).to_have_value("2026年12月20日")
    expect(page.locator("#letter-hardship-balance")).to_have_value("1000")
    expect(page.locator(STATUS)).to_contain_text(
        "「剩余应还金额（元）」你写的没有动，分期里是 1100.00"
    )
    other = "guide-letter:has(#letter-complaint-name)"
    page.click(f"{other} >> text=填入「手机」")
    expect(page.locator(f"{other} .letter-sheet")).to_contain_text(
        "分期金额：600元，分6期，每期100.00元"
    )
    expect(page.locator(f"{other} .letter-plans button")).to_have_text("填入「电视」")


def test_an_overdue_payment_goes_into_the_letters_about_it(
    page: Page, server: Server
) -> None:
    kept(page, server, TV)
    page.clock.set_fixed_time("2026-12-27T08:00:00")
    page.reload()
    unfold(page)
    letter = "guide-letter:has(#letter-no-third-party-name)"
    page.click(f"{letter} >> text=填入「电视」")
    expect(page.locator(f"{letter} .letter-sheet")).to_contain_text(
        "逾期金额100.00元，还款日是2026年12月20日"
    )
    page.click(f"{LETTER} >> text=填入「电视」")
    expect(page.locator("#letter-hardship-due_date")).to_have_value("2027年1月20日")


def test_what_a_message_said_in_this_visit_goes_into_a_letter(
    page: Page, server: Server
) -> None:
    page.goto(f"{server.url}/calculators/read-text/")
    page.fill("[name=text]", "分期金额3000元，分6期，每期应还526.58元")
    expect(page.locator(".calc-result .calc-proposal")).to_have_count(3)
    page.click(".md-nav--primary a:has-text('信函与清单')")
    unfold(page)
    letter = "guide-letter:has(#letter-complaint-name)"
    page.click(f"{letter} >> text=填入刚才填的那笔")
    expect(page.locator(f"{letter} .letter-sheet")).to_contain_text(
        "分期金额：3000.00元，分6期，每期526.58元"
    )


def test_deleted_plans_are_offered_no_more(page: Page, server: Server) -> None:
    kept(page, server, TV)
    plans = page.locator(f"{LETTER} .letter-plans")
    expect(plans).to_be_visible()
    other = page.context.new_page()
    other.goto(f"{server.url}/calculators/my-plans/")
    other.once("dialog", lambda dialog: dialog.accept())
    other.get_by_role("button", name="清除全部").click()
    expect(plans).to_be_hidden()


def test_an_app_that_cannot_print_says_what_to_do(
    browser: Browser, server: Server
) -> None:
    agent = "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8"
    with browser.new_context(user_agent=agent) as context:
        page = context.new_page()
        page.add_init_script("window.print = () => { throw Error('no printer'); }")
        page.goto(f"{server.url}/guides/letters/")
        letter = page.locator("guide-letter").first
        letter.locator(".letter-print").dispatch_event("click")
        said = letter.locator(".letter-status")
        expect(said).to_have_text(
            "这个应用里打印不了。先按「复制」，再贴到能打印的地方。"
        )


def test_a_reader_sees_the_list_first_and_a_link_opens_a_letter(
    page: Page, server: Server
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(server.url + LETTERS)
    page.locator(".letter-form:not([hidden])").first.wait_for(state="attached")
    assert page.evaluate("document.documentElement.scrollHeight") < 7500
    expect(page.locator(SHEET)).to_be_hidden()
    page.get_by_role("link", name="协商还款申请").first.click()
    expect(page.locator(SHEET)).to_be_visible()
    page.locator(f".letter-fold:has({LETTER}) > summary").click()
    expect(page.locator(SHEET)).to_be_hidden()
    page.get_by_role("link", name="协商还款申请").first.click()
    expect(page.locator(SHEET)).to_be_visible()
    page.goto(f"{server.url}{LETTERS}#waiver")
    expect(page.locator(OTHER)).to_be_visible()


def test_only_open_letters_are_printed(page: Page, server: Server) -> None:
    page.goto(f"{server.url}{LETTERS}#hardship")
    expect(page.locator(SHEET)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(SHEET)).to_be_visible()
    expect(page.locator(OTHER)).to_be_hidden()
    expect(page.locator(".letter-fold:not([open])").first).to_be_hidden()


def test_without_the_script_a_letter_opens_by_a_tap(
    browser: Browser, server: Server
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(server.url + LETTERS)
        expect(page.locator(SHEET)).to_be_hidden()
        page.locator(f".letter-fold:has({LETTER}) > summary").click()
        expect(page.locator(SHEET)).to_be_visible()
