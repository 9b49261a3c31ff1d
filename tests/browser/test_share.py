"""A shared link gives the answer it promised, or says what became of it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Server

NOTICE = ".calc-notice"
SENTENCE = ".calc-sentence"
PART = "/late-fee.html#late-fee~"


def shared(page: Page) -> str:
    """The link that the form gives."""
    page.evaluate("""() => {
        navigator.clipboard.writeText = async (text) => { window.copied = text; };
    }""")
    page.click("[data-take=link]")
    expect(page.locator(".calc-said")).to_contain_text("已复制链接")
    link: str = page.evaluate("window.copied")
    return link


def opened(page: Page, link: str) -> None:
    """Open the link as a new visit does."""
    page.goto("about:blank")
    page.goto(link)


def test_a_link_gives_the_same_answer(page: Page, forms: Server) -> None:
    page.goto(f"{forms.url}/late-fee.html?from=chat")
    page.locator(".calc-more summary").first.click()
    page.select_option("[name=preset]", "xiaomi-overdue")
    page.fill("[name=overdue_amount]", "5000")
    expect(page.locator(SENTENCE)).to_contain_text("费用 26.25 元")
    link = shared(page)
    assert link.startswith(f"{forms.url}{PART}")
    assert "~annual_rate=18~" in link
    assert "xiaomi" not in link
    forms.asked.clear()
    opened(page, link)
    expect(page.locator(NOTICE)).to_contain_text("和链接里的一样")
    expect(page.locator(SENTENCE)).to_contain_text("费用 26.25 元")
    expect(page.locator("[name=overdue_amount]")).to_have_value("5000")
    expect(page.locator("[name=annual_rate]")).to_be_visible()
    assert not any("5000" in path for path in forms.asked)


def test_rows_come_through_whatever_is_in_them(page: Page, forms: Server) -> None:
    name = "手机~1=2;3,4#5%<b>&\"'"
    page.goto(f"{forms.url}/monthly-load.html")
    page.fill("[name='orders.0.name']", name)
    page.locator(".calc-remove").last.click()
    expect(page.locator(".calc-working")).to_contain_text(f"「{name}」", timeout=20_000)
    opened(page, shared(page))
    expect(page.locator(NOTICE)).to_contain_text("和链接里的一样")
    expect(page.locator(".calc-row")).to_have_count(2)
    expect(page.locator(".calc-row input").first).to_have_value(name)


def test_another_answer_is_told(page: Page, forms: Server) -> None:
    page.goto(f"{forms.url}{PART}overdue_amount=5000~answer=8%20天")
    expect(page.locator(NOTICE)).to_contain_text(
        "「逾期天数」是 8 天，现在算出来是 7 天"
    )
    expect(page.locator(SENTENCE)).to_contain_text("费用 17.50 元")


@pytest.mark.parametrize(
    "fragment",
    [
        "overdue_amount=5000~unknown=1",
        "overdue_amount=5000~__proto__=1",
        "overdue_amount=<img src=x onerror=alert(1)>",
        "overdue_amount=%E0%A4%A",
        "rate_kind=daily%22%5D",
        'overdue_amount"]=5000~\\',
        "overdue_amount=5000~rounding=nearest",
        f"overdue_amount={'9' * 10_000}",
        "overdue_amount=5000;1,2~~=",
    ],
    ids=lambda fragment: fragment[:24],
)
def test_a_damaged_link_gives_the_example_and_a_notice(
    page: Page, forms: Server, fragment: str
) -> None:
    page.goto(f"{forms.url}{PART}{fragment}")
    expect(page.locator(NOTICE)).to_contain_text("不完整，或者被改过")
    expect(page.locator("[name=overdue_amount]")).to_have_value("458.31")
    expect(page.locator(SENTENCE)).to_contain_text("459.91 元")
    expect(page.locator("[aria-invalid]")).to_have_count(0)
    expect(page.locator("img")).to_have_count(0)


def test_other_fragments_are_left_alone(page: Page, forms: Server) -> None:
    page.goto(f"{forms.url}/late-fee.html#heading")
    expect(page.locator(".calc-take")).to_be_visible()
    expect(page.locator(NOTICE)).to_be_empty()
    page.goto(f"{forms.url}{PART}overdue_amount=5000")
    expect(page.locator(SENTENCE)).to_contain_text("费用 17.50 元")
    expect(page.locator(NOTICE)).to_contain_text("已按链接填好")


def test_the_theme_bears_any_fragment(page: Page, server: Server) -> None:
    place = "/calculators/late-fee/#late-fee~overdue_amount="
    page.goto(f'{server.url}{place}5000~"]\\')
    expect(page.locator(f"#calc-1 {NOTICE}")).to_contain_text("被改过")
    page.locator(".md-content h2 .headerlink").first.dispatch_event("click")
    page.goto("about:blank")
    page.goto(f"{server.url}{place}5000")
    expect(page.locator(f"#calc-1 {SENTENCE}")).to_contain_text("费用 17.50 元")
    page.click(".md-nav--primary a:has-text('提前结清')")
    expect(page.locator("calc-form[name=early-payoff]")).to_be_visible()
    page.go_back()
    expect(page.locator(f"#calc-1 {SENTENCE}")).to_contain_text("费用 17.50 元")
