"""What was typed stays for the visit, and is offered where it may serve again."""

from playwright.sync_api import Page, expect

from tests.browser.serving import Server

SENTENCE = ".calc-sentence"
OFFER = ".calc-carry"


def turn(page: Page, title: str) -> None:
    """To another page of the site, as readers go there."""
    page.click(f".md-nav--primary a:has-text('{title}')")
    expect(page.locator("article h1")).to_contain_text(title)


def test_a_visit_from_schedule_to_early_payoff_to_late_fee(
    page: Page, server: Server
) -> None:
    page.goto(f"{server.url}/calculators/repayment-schedule/")
    expect(page.locator(OFFER)).to_be_hidden()
    page.fill("[name=amount]", "3000")
    page.fill("[name=periods]", "6")
    expect(page.locator(SENTENCE)).to_contain_text("6 期，每期 526.58 元")

    turn(page, "提前结清")
    expect(page.locator("[name=amount]")).to_have_value("4999.00")
    offer = page.get_by_role("button", name="用刚才填的：3000 元、6 期")
    offer.click()
    expect(page.locator("[name=amount]")).to_be_focused()
    expect(page.locator(SENTENCE)).to_contain_text("剩下 2 期共 1,053.13 元")
    expect(offer).to_be_hidden()

    turn(page, "逾期费用")
    expect(page.locator("[name=overdue_amount]")).to_have_value("458.31")
    page.get_by_role("button", name="用刚才填的：526.58 元").click()
    expect(page.locator(SENTENCE)).to_contain_text("一共要还 528.42 元")

    turn(page, "还款计划")
    expect(page.locator("[name=amount]")).to_have_value("3000")
    expect(page.locator(SENTENCE)).to_contain_text("6 期，每期 526.58 元")
    expect(page.locator(OFFER)).to_be_hidden()


def test_nothing_outlives_the_visit(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/calculators/late-fee/")
    page.fill("[name=overdue_amount]", "777")
    expect(page.locator(SENTENCE)).to_contain_text("779.72")
    stored = "JSON.stringify([localStorage, sessionStorage, document.cookie])"
    assert "777" not in page.evaluate(stored)
    assert "777" not in page.url
    page.reload()
    expect(page.locator("[name=overdue_amount]")).to_have_value("458.31")


def test_an_example_nobody_touched_is_not_carried(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/calculators/repayment-schedule/")
    page.evaluate("document.querySelector('calc-form').again()")
    expect(page.locator(".calc-example")).to_have_count(0)
    turn(page, "提前结清")
    expect(page.locator(".calc-take")).to_be_visible()
    expect(page.locator(OFFER)).to_be_hidden()


def test_what_a_message_says_goes_along(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/calculators/read-text/")
    page.fill("[name=text]", "分期金额3000元，分6期，每期应还526.58元")
    chosen = page.locator(".calc-result .calc-proposal")
    expect(chosen).to_have_count(3)
    chosen.filter(has_text="期数").click()
    turn(page, "提前结清")
    page.get_by_role("button", name="用刚才填的").click()
    expect(page.locator("[name=amount]")).to_have_value("3000.00")
    expect(page.locator("[name=periods]")).to_have_value("12")
    expect(page.locator("[name=payment]")).to_have_value("526.58")


def test_a_kept_plan_is_offered_in_a_later_visit(page: Page, server: Server) -> None:
    page.clock.set_fixed_time("2026-12-15T08:00:00")
    page.goto(f"{server.url}/calculators/my-plans/")
    page.get_by_role("button", name="清空例子，填我自己的").click()
    boxes = page.locator(".calc-row input")
    for number, text in enumerate(["电视", "1200", "12", "72", "2026-10-20"]):
        boxes.nth(number).fill(text)
    page.get_by_role("button", name="存在这台设备上").click()
    expect(page.locator("next-due .next-amount")).to_have_text("106.00")
    page.goto(f"{server.url}/calculators/early-payoff/")
    page.get_by_role("button", name="用「电视」").click()
    expect(page.locator("[name=known]")).to_have_value("payment")
    expect(page.locator("[name=paid_periods]")).to_have_value("2")
    expect(page.locator(OFFER)).to_be_hidden()
    page.goto(f"{server.url}/calculators/late-fee/")
    page.get_by_role("button", name="用「电视」").click()
    expect(page.locator("[name=overdue_amount]")).to_have_value("106.00")
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(page.locator(OFFER)).to_be_hidden()


KEEP = ".calc-keep"


def keep(page: Page, name: str) -> None:
    """Keep the plan of a form that is filled in."""
    page.click(f"{KEEP} summary")
    page.fill(f"{KEEP} input", name)
    page.click(f"{KEEP} button")


def test_a_plan_of_a_calculator_is_kept_only_when_asked(
    page: Page, server: Server
) -> None:
    page.clock.set_fixed_time("2026-12-15T08:00:00")
    page.goto(f"{server.url}/calculators/repayment-schedule/")
    expect(page.locator(KEEP)).to_be_hidden()
    page.fill("[name=amount]", "3000")
    page.fill("[name=first_due]", "2026-12-20")
    expect(page.locator(SENTENCE)).to_contain_text("275.04 元")
    page.click(f"{KEEP} summary")
    page.click(f"{KEEP} button")
    expect(page.locator(f"{KEEP}-said")).to_contain_text("先起个名")
    assert page.evaluate("localStorage.length") == 0
    page.fill(f"{KEEP} input", "手机")
    expect(page.locator(SENTENCE)).to_contain_text("275.04 元")
    page.click(f"{KEEP} button")
    expect(page.locator(f"{KEEP}-said")).to_contain_text("「手机」留在这台设备上了")

    page.goto(f"{server.url}/calculators/true-rate/")
    page.get_by_role("button", name="用「手机」").click()
    expect(page.locator("[name=received]")).to_have_value("3000")
    expect(page.locator("[name=payment]")).to_have_value("275.04")

    page.goto(f"{server.url}/calculators/my-plans/")
    page.get_by_role("button", name="加到这里").click()
    row = page.locator(".calc-row")
    expect(row).to_have_count(1)
    boxes = [box.input_value() for box in row.locator("input[name]").all()]
    assert boxes == ["手机", "3000", "12", "300.46", "2026-12-20"]
    expect(page.locator(SENTENCE)).to_contain_text("2026-12-20，还有 5 天")


def test_deleting_all_deletes_plans_of_calculators_too(
    page: Page, server: Server
) -> None:
    page.goto(f"{server.url}/calculators/true-rate/")
    page.fill("[name=payment]", "460")
    expect(page.locator(KEEP)).to_be_visible()
    keep(page, "电视")
    page.goto(f"{server.url}/calculators/early-payoff/")
    expect(page.locator(OFFER)).to_contain_text("用「电视」")
    other = page.context.new_page()
    other.goto(f"{server.url}/calculators/my-plans/")
    expect(other.locator(".plans-others")).to_contain_text("电视")
    other.once("dialog", lambda dialog: dialog.accept())
    other.get_by_role("button", name="清除全部").click()
    expect(page.locator(OFFER)).to_be_hidden()
    assert page.evaluate("localStorage.getItem('calc.my-plans')") is None
    expect(other.locator(".plans-others")).to_be_hidden()


def test_one_plan_of_two_is_let_go(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/calculators/true-rate/")
    page.fill("[name=payment]", "460")
    expect(page.locator(KEEP)).to_be_visible()
    keep(page, "电视")
    page.fill(f"{KEEP} input", "手机")
    page.click(f"{KEEP} button")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.click(f"{KEEP} button")
    page.goto(f"{server.url}/calculators/my-plans/")
    kept = page.locator(".plans-others li span")
    expect(kept).to_have_text(["电视", "手机"])
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="删去", exact=True).first.click()
    expect(kept).to_have_text(["手机"])
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="删去", exact=True).first.click()
    assert page.evaluate("localStorage.length") == 0


def test_what_is_not_understood_is_not_overwritten(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/calculators/true-rate/")
    page.evaluate("localStorage['calc.my-plans'] = '{\"version\": 9}'")
    page.fill("[name=payment]", "460")
    expect(page.locator(KEEP)).to_be_visible()
    keep(page, "电视")
    expect(page.locator(f"{KEEP}-said")).to_contain_text("没有动它")
    assert page.evaluate("localStorage['calc.my-plans']") == '{"version": 9}'


def test_what_is_true_for_a_month_only_is_not_kept(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/calculators/early-payoff/")
    page.fill("[name=paid_periods]", "7")
    expect(page.locator(KEEP)).to_be_visible()
    keep(page, "电视")
    stored = "JSON.parse(localStorage['calc.my-plans']).plans[0].facts"
    facts = page.evaluate(stored)
    assert "paid_periods" not in facts
    assert (facts["amount"], facts["known"]) == ("4999.00", "payment")
