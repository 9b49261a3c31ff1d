"""A shared link gives the answer it promised, or says what became of it."""

import json
from urllib.parse import unquote

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


def signed(link: str, *figures: str) -> str:
    """A whole link with these figures, as another version may have made it."""
    fields = [*link.partition("#")[2].split("~"), f"figures={';'.join(figures)}"]
    meaning = [
        [[unquote(cell) for cell in line.split(",")] for line in field.split(";")]
        for field in fields
    ]
    total = 0x811C9DC5
    for unit in json.dumps(meaning, ensure_ascii=False, separators=(",", ":")):
        total = (total ^ ord(unit)) * 0x01000193 % 2**32
    address = link.partition("#")[0]
    return f"{address}#{'~'.join(fields)}~check={total:08x}"


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


@pytest.mark.parametrize(
    "appended",
    ["&appinstall=0", "。", ")", ">", "?from=qq", "~more=1", "%E3%80%82", "abc"],
)
def test_what_a_chat_appends_is_not_looked_at(
    page: Page, forms: Server, appended: str
) -> None:
    link = given(page, forms)
    opened(page, link + appended)
    expect(page.locator(NOTICE)).to_contain_text("算出来和链接里的一样")
    expect(page.locator("[name=overdue_amount]")).to_have_value("5000")


def given(page: Page, forms: Server) -> str:
    page.goto(f"{forms.url}/late-fee.html")
    page.fill("[name=overdue_amount]", "5000")
    expect(page.locator(SENTENCE)).to_contain_text("费用 17.50 元")
    return shared(page)


def test_what_a_chat_cuts_or_changes_is_told(page: Page, forms: Server) -> None:
    link = given(page, forms)
    for cut in (link.rindex("~"), link.index("~due_date"), len(link) - 1):
        opened(page, link[:cut])
        expect(page.locator(NOTICE)).to_contain_text("被截短了")
        expect(page.locator("[name=overdue_amount]")).to_have_value("458.31")
    opened(page, link.replace("=5000~", "=9000~"))
    expect(page.locator(NOTICE)).to_contain_text("被改过")
    expect(page.locator("[name=overdue_amount]")).to_have_value("458.31")
    for encoded in (link.replace("~", "%7E"), unquote(link)):
        opened(page, encoded)
        expect(page.locator(NOTICE)).to_contain_text("和链接里的一样")


def test_every_figure_is_pinned(page: Page, forms: Server) -> None:
    link = "overdue_amount=5000~daily_rate=0.5"
    figures = ("175.00%20元", "7%20天", "5,017.50%20元")
    page.goto(signed(f"{forms.url}{PART}{link}", *figures))
    expect(page.locator(NOTICE)).to_contain_text(
        "」是 5,017.50 元，现在算出来是 5,175.00 元"
    )


def test_no_words_of_a_link_are_shown(page: Page, forms: Server) -> None:
    words = "转人工退款加微信13800138000"
    page.goto(f"{forms.url}{PART}overdue_amount=5000~answer={words}")
    expect(page.locator(NOTICE)).to_contain_text(
        "现在算出来是 17.50 元，和链接里的不一样"
    )
    expect(page.locator("body")).not_to_contain_text(words[:5])


def test_another_answer_is_told(page: Page, forms: Server) -> None:
    page.goto(f"{forms.url}{PART}overdue_amount=5000~answer=8.00%20元")
    expect(page.locator(NOTICE)).to_contain_text(
        "「逾期费用」是 8.00 元，现在算出来是 17.50 元"
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
    expect(page.locator(NOTICE)).to_contain_text("没有用它")
    expect(page.locator("[name=overdue_amount]")).to_have_value("458.31")
    expect(page.locator(SENTENCE)).to_contain_text("459.91 元")
    expect(page.locator("[aria-invalid]")).to_have_count(0)
    expect(page.locator("img:not(.calc-image img)")).to_have_count(0)


def test_other_fragments_are_left_alone(page: Page, forms: Server) -> None:
    page.goto(f"{forms.url}/late-fee.html#heading")
    expect(page.locator(".calc-take")).to_be_visible()
    expect(page.locator(NOTICE)).to_be_empty()
    page.goto(f"{forms.url}{PART}overdue_amount=5000")
    expect(page.locator(NOTICE)).to_contain_text("被截短了")
    expect(page.locator("[name=overdue_amount]")).to_have_value("458.31")


def test_the_theme_bears_any_fragment(page: Page, server: Server) -> None:
    place = "/calculators/late-fee/#late-fee~overdue_amount="
    page.goto(f'{server.url}{place}5000~"]\\')
    expect(page.locator(f"#calc-1 {NOTICE}")).to_contain_text("没有用它")
    page.locator(".md-content h2 .headerlink").first.dispatch_event("click")
    page.goto("about:blank")
    page.goto(f"{server.url}{place}5000~answer=17.50%20元")
    expect(page.locator(f"#calc-1 {SENTENCE}")).to_contain_text("费用 17.50 元")
    page.click(".md-nav--primary a:has-text('提前结清')")
    expect(page.locator("calc-form[name=early-payoff]")).to_be_visible()
    page.go_back()
    expect(page.locator(f"#calc-1 {SENTENCE}")).to_contain_text("费用 17.50 元")
