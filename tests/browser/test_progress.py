"""While there is no live answer: how far it is, why not, and what it would cost."""

import pytest
from playwright.sync_api import Page, expect

from publish.engine.wheel import wheel
from tests.browser.serving import Server
from tests.browser.waiting import until

AMOUNT = "[name=overdue_amount]"
SENTENCE = ".calc-sentence"
LOADING = ".calc-loading"
FAILED = ".calc-failed"
SLOW = "Object.defineProperty(navigator, 'connection', {{value: {}}})"
NEVER_IDLE = "requestIdleCallback = () => 0"
STAGES = """() => {
    window.seen = [];
    const stage = document.querySelector(".calc-stage");
    const note = () => seen.push(stage.textContent);
    new MutationObserver(note).observe(stage, { childList: true });
}"""


def test_warming_is_quiet_and_the_example_stays_one(page: Page, forms: Server) -> None:
    forms.faults["python"] = "stalled"
    page.goto(f"{forms.url}/late-fee.html")
    page.mouse.move(100, 100)
    until(page, "engine.progress.loaded > 0")
    expect(page.locator(LOADING)).to_be_hidden()
    expect(page.locator(".calc-example")).to_contain_text("例子")
    expect(page.locator(".calc-made")).to_contain_text("建站时算出")


def test_a_reader_who_waits_sees_bytes_and_stages(page: Page, forms: Server) -> None:
    page.add_init_script(NEVER_IDLE)
    page.goto(f"{forms.url}/late-fee.html")
    page.evaluate(STAGES)
    page.fill(AMOUNT, "5000")
    expect(page.locator(SENTENCE)).to_contain_text("费用 17.50 元")
    expect(page.locator(LOADING)).to_be_hidden()
    seen = page.evaluate("seen")
    total = page.evaluate("(CALC_ASSETS.download / 1e6).toFixed(1)")
    assert any("正在取计算程序" in said and f"/ {total} MB" in said for said in seen)
    assert seen[-1] == "正在启动"
    build = page.evaluate("CALC_ASSETS.build")
    expect(page.locator(".calc-made")).to_have_text(
        f"由计算程序 {build}在你的设备上算出。"
    )
    release, stamp = build.removesuffix("）").split("（")
    assert wheel().name.startswith(f"fenqi_calc-{release}-0{stamp}-")
    expect(page.locator(".calc-example")).to_have_count(0)


@pytest.mark.parametrize("network", ["{saveData: true}", "{effectiveType: 'slow-2g'}"])
def test_a_metered_reader_is_asked_first(
    page: Page, forms: Server, network: str
) -> None:
    page.add_init_script(SLOW.format(network))
    page.goto(f"{forms.url}/late-fee.html")
    page.fill(AMOUNT, "5000")
    page.press(AMOUNT, "Enter")
    button = page.locator(".calc-fetch")
    expect(button).to_contain_text("MB")
    expect(page.locator(SENTENCE)).to_contain_text("1.60 元")
    assert not any("python" in path or "worker" in path for path in forms.asked)
    button.click()
    expect(page.locator(SENTENCE)).to_contain_text("费用 17.50 元")
    expect(button).to_be_hidden()


def test_a_metered_reader_of_a_link_is_asked_and_then_told(
    page: Page, forms: Server
) -> None:
    page.add_init_script(SLOW.format("{saveData: true}"))
    page.goto(
        f"{forms.url}/late-fee.html#late-fee~overdue_amount=5000~answer=8.00%20元"
    )
    expect(page.locator(AMOUNT)).to_have_value("5000")
    page.click(".calc-fetch")
    expect(page.locator(SENTENCE)).to_contain_text("费用 17.50 元")
    expect(page.locator(".calc-notice")).to_contain_text(
        "是 8.00 元，现在算出来是 17.50 元"
    )


def test_a_failure_is_told_and_the_next_try_answers(
    page: Page, forms: Server, complaints: list[str]
) -> None:
    forms.faults["python"] = "missing"
    page.goto(f"{forms.url}/late-fee.html")
    page.fill(AMOUNT, "5000")
    expect(page.locator(FAILED)).to_contain_text("网站上没有计算程序")
    expect(page.locator(AMOUNT)).to_have_value("5000")
    expect(page.locator(".calc-example")).to_be_visible()
    forms.faults.clear()
    page.click(".calc-retry")
    expect(page.locator(SENTENCE)).to_contain_text("费用 17.50 元")
    expect(page.locator(FAILED)).to_be_hidden()
    complaints.clear()


def test_a_browser_without_wasm_is_told(page: Page, forms: Server) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(f"{forms.url}/late-fee.html")
    page.fill(AMOUNT, "5000")
    expect(page.locator(FAILED)).to_contain_text("锁定模式")
