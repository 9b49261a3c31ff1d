"""Within an app nothing is lost and nothing untrue said: text, image, code, a browser."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, expect

from tests.browser.pixels import IMAGE, pixels
from tests.browser.serving import Server

AGENTS = Path(__file__).parents[1] / "web" / "calc" / "agents.json"
APPS: dict[str, str] = json.loads(AGENTS.read_text())["apps"]
# all are told by tests/web/calc; what follows is the same in each
NAMED = ("WeChat, Android", "QQ, iOS", "Alipay, iOS", "Weibo, Android", "DingTalk, iOS")
SAID, COPIED, ADDRESS = ".calc-said", ".calc-copied", ".calc-address"
# Chromium's own is taken away: within apps there mostly is none
NO_SHARE = "navigator.canShare = navigator.share = undefined; window.print = null"
SHARE = """() => {
  navigator.canShare = ({ files }) => files.length === 1;
  navigator.share = async ({ files }) => {
    if (window.refusal) throw new DOMException("", window.refusal);
    window.shared = `${files[0].name} ${files[0].type}`;
  };
}"""


def opened(browser: Browser, agent: str, **more: Any) -> Iterator[Page]:
    """A page within an app that drops what is downloaded."""
    with browser.new_context(
        user_agent=agent, accept_downloads=False, locale="zh-CN", **more
    ) as context:
        page = context.new_page()
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("download", lambda got: complaints.append(got.suggested_filename))
        page.add_init_script(NO_SHARE)
        yield page
        assert complaints == []


@pytest.fixture(params=NAMED)
def app(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    yield from opened(browser, APPS[request.param])


@pytest.fixture
def wechat(browser: Browser) -> Iterator[Page]:
    yield from opened(browser, APPS["WeChat, iOS"], color_scheme="dark")


def test_what_cannot_be_saved_is_text_and_the_way_to_a_browser(
    app: Page, forms: Server
) -> None:
    app.goto(f"{forms.url}/repayment-schedule.html")
    expect(app.locator(".calc-elsewhere")).to_be_hidden()
    app.fill("[name=first_due]", "2027-01-31")
    app.click("[data-take=ics]")
    expect(app.locator(SAID)).to_contain_text("存不了文件，没有存")
    lines = app.locator(COPIED).input_value().splitlines()
    assert lines[0] == "还款计划"
    assert lines[1] == "2027-01-31　第 1 期　458.31 元"
    assert lines[2].startswith("2027-02-28　")
    assert lines[-1] == "共 12 笔，5,499.72 元"
    expect(app.locator(".calc-elsewhere")).to_contain_text("用浏览器打开")
    address = app.locator(ADDRESS).input_value()
    assert address.startswith(
        f"{forms.url}/repayment-schedule.html#repayment-schedule~"
    )
    assert "first_due=2027-01-31" in address
    app.click("[data-take=csv]")
    expect(app.locator(COPIED)).to_be_visible()
    assert "已存" not in app.locator(".calc-take").inner_text()


def test_the_text_is_copied_in_one_tap(wechat: Page, forms: Server) -> None:
    wechat.context.grant_permissions(["clipboard-read", "clipboard-write"])
    wechat.goto(f"{forms.url}/late-fee.html")
    wechat.click("[data-take=csv]")
    wechat.click("[data-take=copy]")
    expect(wechat.locator(SAID)).to_have_text("已复制。")
    text = wechat.evaluate("navigator.clipboard.readText()")
    assert "逾期费用：1.60 元" in text
    assert "逾期天数 7，还清日期 2026-10-17，逾期费用 1.60 元" in text


def test_an_app_without_a_clipboard_copies_in_the_old_way(
    wechat: Page, forms: Server
) -> None:
    wechat.context.grant_permissions(["clipboard-read", "clipboard-write"])
    wechat.goto(f"{forms.url}/late-fee.html")
    wechat.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    wechat.click("[data-take=text]")
    expect(wechat.locator(SAID)).to_contain_text("已复制")
    assert "逾期费用" in wechat.evaluate("navigator.clipboard.readText()")


def test_a_file_goes_to_the_systems_share_where_there_is_one(
    app: Page, forms: Server
) -> None:
    app.goto(f"{forms.url}/monthly-load.html")
    app.evaluate(SHARE)
    app.click("[data-take=ics]")
    expect(app.locator(SAID)).to_contain_text("以你选的地方为准")
    assert app.evaluate("shared") == "多笔分期月历.ics text/calendar;charset=utf-8"
    app.evaluate("window.refusal = 'AbortError'")
    app.click("[data-take=csv]")
    expect(app.locator(SAID)).to_have_text("没有分享「多笔分期月历.csv」。")
    app.evaluate("window.refusal = 'NotAllowedError'")
    app.click("[data-take=csv]")
    expect(app.locator(COPIED)).to_be_visible()


def test_a_tap_that_was_used_up_is_asked_for_again(wechat: Page, forms: Server) -> None:
    wechat.goto(f"{forms.url}/late-fee.html")
    wechat.evaluate(SHARE)
    wechat.evaluate("""() => {
      window.tap = { isActive: false };
      Object.defineProperty(navigator, "userActivation", { get: () => tap });
    }""")
    wechat.click("[data-take=csv]")
    expect(wechat.locator(SAID)).to_have_text(
        "「逾期费用.csv」做好了，再按一次就能分享。"
    )
    wechat.evaluate("tap.isActive = true")
    wechat.click("[data-take=csv]")
    expect(wechat.locator(SAID)).to_contain_text("已交给系统的分享")


def test_what_cannot_be_printed_is_an_image(app: Page, forms: Server) -> None:
    app.goto(f"{forms.url}/repayment-schedule.html")
    app.click("[data-take=print]")
    expect(app.locator(SAID)).to_contain_text(
        "这个应用里打印不了。图片在下面，还没有存"
    )
    expect(app.locator(".calc-elsewhere")).to_be_visible()
    expect(app.locator(IMAGE)).to_have_attribute(
        "alt", re.compile("每期应还：458.31 元")
    )


def test_the_image_is_light_in_the_dark_and_as_large_as_its_drawing(
    wechat: Page, forms: Server
) -> None:
    wechat.goto(f"{forms.url}/repayment-schedule.html")
    wechat.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    wechat.locator(".calc-ways summary").click()
    wechat.click("[data-take=svg]")
    expect(wechat.locator(SAID)).to_contain_text("长按图片")
    expect(wechat.locator(IMAGE)).to_have_attribute(
        "src", re.compile("^data:image/png")
    )
    drawn = pixels(wechat)
    assert drawn.shape[1] == 3 * 360
    assert tuple(drawn[10, 10]) == (0x1F, 0x4E, 0x5F, 255)
    assert tuple(drawn[-10, 10]) == (255, 255, 255, 255)
    ink = (drawn[200:, :, :3].max(axis=2) < 90).sum()
    assert ink > 2000  # words, in their dark colour
    bars = (drawn[:, :, :3] == (0x3B, 0x7F, 0x97)).all(axis=2).sum()
    assert bars > 20_000  # the picture, in the colours of the light page


def test_a_code_leads_to_the_same_answer(page: Page, forms: Server) -> None:
    page.goto(f"{forms.url}/monthly-load.html")
    page.fill("[name='orders.0.name']", "手机 & 平板")
    expect(page.locator(".calc-working")).to_contain_text("「手机 & 平板」")
    page.locator(".calc-ways summary").click()
    page.click("[data-take=code]")
    expect(page.locator(SAID)).to_contain_text("只发给信得过的人")
    (found,) = zxingcpp.read_barcodes(np.ascontiguousarray(pixels(page)[:, :, 0]))
    page.goto("about:blank")
    page.goto(found.text)
    expect(page.locator(".calc-notice")).to_contain_text("和链接里的一样")
    expect(page.locator(".calc-row input").first).to_have_value("手机 & 平板")


def test_what_is_too_long_for_a_code_says_so(page: Page, forms: Server) -> None:
    page.goto(f"{forms.url}/dated-rate.html")
    months = (f"{2026 + n // 12}-{n % 12 + 1:02}-15 -120" for n in range(120))
    page.fill("[name=flows]", "\n".join(["2026-01-01 10000", *months]))
    page.locator(".calc-ways summary").click()
    expect(page.locator(".calc-sentence")).to_contain_text("121 笔")
    page.click("[data-take=code]")
    expect(page.locator(SAID)).to_contain_text("一个二维码放不下")
    expect(page.locator(IMAGE)).to_be_hidden()


def test_from_a_folder_there_is_an_image_and_no_code(
    page: Page, packed_forms: Path
) -> None:
    page.goto((packed_forms / "late-fee.html").as_uri())
    page.locator(".calc-ways summary").click()
    page.click("[data-take=code]")
    expect(page.locator(SAID)).to_contain_text("别的设备打不开。没有做二维码")
    page.click("[data-take=svg]")
    expect(page.locator(IMAGE)).to_be_visible()
    assert pixels(page).shape[1] == 3 * 360


def test_a_file_within_an_app_is_told_to_be_opened_in_a_browser(
    wechat: Page, packed_forms: Path
) -> None:
    wechat.goto((packed_forms / "late-fee.html").as_uri())
    wechat.click("[data-take=csv]")
    expect(wechat.locator(SAID)).to_contain_text("用浏览器打开这个网页文件")
    expect(wechat.locator(COPIED)).to_have_value(re.compile("逾期费用：1.60 元"))
    expect(wechat.locator(".calc-elsewhere")).to_be_hidden()


def test_one_order_and_the_next_day_alone(page: Page, forms: Server) -> None:
    page.goto(f"{forms.url}/monthly-load.html")
    page.locator(".calc-each summary").click()
    with page.expect_download() as download:
        page.locator("[data-take=one]").nth(1).click()
    assert download.value.suggested_filename == "多笔分期月历（耳机）.ics"
    text = Path(download.value.path()).read_text()
    assert text.count("BEGIN:VEVENT") == text.count("（耳机 第") // 4 == 3
    page.clock.set_fixed_time("2027-02-11T08:00:00+08:00")
    page.locator(".calc-ways summary").click()
    with page.expect_download() as download:
        page.click("[data-take=next]")
    assert download.value.suggested_filename == "多笔分期月历（下一期）.ics"
    assert "DTSTART;VALUE=DATE:20270220" in Path(download.value.path()).read_text()
    page.clock.set_fixed_time("2030-01-01T08:00:00+08:00")
    page.click("[data-take=next]")
    expect(page.locator(SAID)).to_have_text("没有还没到的还款日了。")
