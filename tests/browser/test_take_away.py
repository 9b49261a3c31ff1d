"""What a reader takes away: files, a print, a text, a link; online and from a folder."""

import json
import re
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Browser, Page, expect

from calc.browser import answer
from tests.browser.serving import Server
from tests.browser.waiting import until

SAID = ".calc-said"
REFUSE = """() => {
  navigator.clipboard.writeText = async () => { throw Error(); };
  document.execCommand = () => false;
}"""
PRINT = "() => { window.print = () => { window.printed = document.body.innerText; }; }"


@pytest.fixture
def schedule(page: Page, forms: Server) -> Page:
    page.goto(f"{forms.url}/repayment-schedule.html")
    return page


def taken(page: Page, kind: str) -> tuple[str, bytes]:
    """The name and the bytes of the file that a button gives."""
    with page.expect_download() as download:
        page.click(f"[data-take={kind}]")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_the_calendar_has_an_event_an_instalment(schedule: Page) -> None:
    schedule.fill("[name=first_due]", "2027-01-31")
    name, content = taken(schedule, "ics")
    assert name == "还款计划.ics"
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert len(events) == 12
    assert str(events[1].decoded("DTSTART")) == "2027-02-28"
    assert len(events[0].walk("VALARM")) == 3
    expect(schedule.locator(SAID)).to_contain_text("已交给浏览器下载「还款计划.ics」")


def test_a_browser_that_refuses_downloads_is_not_said_to_have_saved(
    browser: Browser, forms: Server
) -> None:
    with browser.new_context(accept_downloads=False) as context:
        page = context.new_page()
        page.goto(f"{forms.url}/late-fee.html")
        page.click("[data-take=csv]")
        expect(page.locator(SAID)).to_have_text(
            "已交给浏览器下载「逾期费用.csv」；到下载的文件里看看有没有。"
        )
        assert page.locator(".calc-elsewhere").is_hidden()


def test_without_dates_the_calendar_says_what_is_missing(schedule: Page) -> None:
    schedule.click("[data-take=ics]")
    expect(schedule.locator(SAID)).to_contain_text("填了还款日")


def test_only_dated_calculators_offer_a_calendar(page: Page, forms: Server) -> None:
    page.goto(f"{forms.url}/true-rate.html")
    expect(page.locator("[data-take=csv]")).to_be_visible()
    expect(page.locator("[data-take=ics]")).to_have_count(0)


def test_the_table_is_that_of_native_python(schedule: Page) -> None:
    schedule.fill("[name=amount]", "3000")
    name, content = taken(schedule, "csv")
    answers = {"amount": "3000"}
    request = {"calculator": "repayment-schedule", "answers": answers, "export": "csv"}
    assert name == "还款计划.csv"
    assert content.decode() == json.loads(answer(json.dumps(request)))["file"]["text"]


def test_files_come_from_a_page_opened_as_a_file(
    page: Page, packed_forms: Path
) -> None:
    page.goto((packed_forms / "monthly-load.html").as_uri())
    assert taken(page, "csv")[1].startswith("\ufeff多笔分期月历".encode())
    events = icalendar.Calendar.from_ical(taken(page, "ics")[1]).walk("VEVENT")
    assert len(events) == 21


def test_wrong_answers_give_no_file(schedule: Page) -> None:
    schedule.fill("[name=amount]", "很多")
    schedule.click("[data-take=csv]")
    expect(schedule.locator(SAID)).to_contain_text("改好")
    expect(schedule.locator("#calc-1-errors")).to_be_focused()


def test_the_text_has_sentence_figures_conditions_and_origin(schedule: Page) -> None:
    schedule.context.grant_permissions(["clipboard-read", "clipboard-write"])
    schedule.fill("[name=amount]", "3000")
    expect(schedule.locator(".calc-sentence")).to_contain_text("275.04 元")
    schedule.click("[data-take=text]")
    expect(schedule.locator(SAID)).to_contain_text("已复制")
    text = schedule.evaluate("navigator.clipboard.readText()")
    build = schedule.evaluate("CALC_ASSETS.build")
    lines = text.splitlines()
    assert lines[0].startswith("12 期，每期 275.04 元")
    assert "每期应还：275.04 元" in lines
    assert "分期金额：3,000.00 元" in lines
    assert lines[-1] == f"由计算程序 {build}在你的设备上算出。"


def test_a_refused_copy_is_there_to_be_copied_by_hand(schedule: Page) -> None:
    schedule.evaluate(REFUSE)
    schedule.click("[data-take=link]")
    expect(schedule.locator(SAID)).to_contain_text("已经选中")
    copied = schedule.locator(".calc-copied")
    expect(copied).to_be_focused()
    assert "#repayment-schedule~known=rate~amount=4999.00~" in copied.input_value()


def test_what_is_asked_for_too_early_waits_for_the_answer(schedule: Page) -> None:
    schedule.evaluate(REFUSE)
    schedule.fill("[name=amount]", "3000")
    schedule.evaluate(
        """() => {
            const amount = document.querySelector("[name=amount]");
            amount.value = "2000";
            amount.dispatchEvent(new Event("input", { bubbles: true }));
            document.querySelector("[data-take=link]").click();
        }"""
    )
    expect(schedule.locator(".calc-copied")).to_have_value(re.compile("amount=2000"))


def test_what_is_not_answered_yet_is_not_copied(schedule: Page) -> None:
    schedule.fill("[name=amount]", "很多")
    schedule.click("[data-take=text]")
    expect(schedule.locator(SAID)).to_contain_text("先等算好")


def test_the_print_has_conditions_and_result_and_nothing_folded(
    schedule: Page,
) -> None:
    schedule.emulate_media(media="print")
    schedule.evaluate(PRINT)
    schedule.evaluate("dispatchEvent(new Event('beforeprint'))")
    schedule.locator("[data-take=print]").dispatch_event("click")
    until(schedule, "window.printed")
    printed = schedule.evaluate("window.printed")
    for text in ("你的条件", "分期金额", "4,999.00 元", "怎么算的", "第 1 期利息"):
        assert text in printed
    for text in ("标题", "存到日历", "实际分期的那部分"):
        assert text not in printed
    schedule.evaluate("dispatchEvent(new Event('afterprint'))")
    schedule.emulate_media(media="screen")
    expect(schedule.locator(".calc-working li").first).to_be_hidden()
    expect(schedule.locator("h2")).to_be_visible()


def test_without_scripts_no_action_is_offered(browser: Browser, forms: Server) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{forms.url}/repayment-schedule.html")
        expect(page.locator(".calc-take")).to_be_hidden()
        expect(page.locator(".calc-made")).to_contain_text("建站时算出")
        forms.asked.clear()
        page.press("[name=amount]", "Enter")
        expect(page.get_by_role("button", name="计算", exact=True)).to_be_disabled()
        assert page.url == f"{forms.url}/repayment-schedule.html"
        assert forms.asked == []
