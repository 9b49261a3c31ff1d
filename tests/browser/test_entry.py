"""Days by tapping, and a message pasted above the form."""

from datetime import date

from playwright.sync_api import Page, expect

from tests.browser.serving import Server

LATE = "calculators/late-fee/"


def test_a_day_can_be_tapped(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/{LATE}")
    box = page.locator(".calc-box", has=page.locator("[name=due_date]"))
    box.locator(".calc-picker").fill("2026-10-01")
    expect(page.locator("[name=due_date]")).to_have_value("2026-10-01")
    expect(page.locator(".calc-sentence").first).to_contain_text("逾期 16 天")


def test_today_is_offered(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/{LATE}")
    box = page.locator(".calc-box", has=page.locator("[name=paid_date]"))
    box.get_by_role("button", name="今天").click()
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    assert date.fromisoformat(today)
    expect(page.locator("[name=paid_date]")).to_have_value(today)


def test_a_day_without_a_year_is_understood(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/{LATE}")
    page.locator("[name=paid_date]").fill("10月20日")
    expect(page.locator(".calc-sentence").first).to_contain_text("逾期 10 天")


def test_a_message_fills_the_form(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/{LATE}")
    page.get_by_text("手上有短信、账单？贴进来").click()
    page.locator(".calc-paper").fill(
        "您2026年10月1日到期的账单，逾期金额600.00元，每日按0.06%收取，验证码 123456"
    )
    found = page.locator(".calc-found")
    expect(found.locator(".calc-proposal")).to_have_text(
        ["还款日 2026-10-01", "逾期金额 600.00 元", "日利率 0.06 %"]
    )
    expect(found).to_contain_text("验证码 123456")
    found.locator(".calc-proposal", has_text="日利率").click()
    page.get_by_role("button", name="填进下面").click()
    expect(page.locator("[name=overdue_amount]")).to_have_value("600.00")
    expect(page.locator("[name=due_date]")).to_have_value("2026-10-01")
    expect(page.locator("[name=daily_rate]")).to_have_value("0.05")
    expect(page.locator(".calc-notice")).to_contain_text("填好了 2 项")


def test_a_bill_s_amount_turns_the_question(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/calculators/repayment-schedule/")
    page.get_by_text("手上有短信、账单？贴进来").click()
    page.locator(".calc-paper").fill("分期金额5999元 12期 每期应还549.99元")
    page.get_by_role("button", name="填进下面").click()
    expect(page.locator("[name=known]")).to_have_value("payment")
    expect(page.locator("[name=payment]")).to_have_value("549.99")
    expect(page.locator(".calc-lead dd").first).to_contain_text("549.99")


def test_nothing_is_filled_in_before_it_is_read(page: Page, server: Server) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    page.goto(f"{server.url}/calculators/repayment-schedule/")
    page.get_by_text("手上有短信、账单？贴进来").click()
    page.locator(".calc-paper").fill("分期金额5999元 12期 每期应还549.99元")
    expect(page.locator(".calc-found")).to_contain_text("先取下面的计算程序")
    expect(page.get_by_role("button", name="填进下面")).to_be_hidden()
    page.locator(".calc-fetch").click()
    page.get_by_role("button", name="填进下面").click()
    expect(page.locator("[name=payment]")).to_have_value("549.99")
