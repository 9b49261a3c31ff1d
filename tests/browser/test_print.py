"""On paper a calculator's page is its result alone, on one sheet where it fits."""

import re

import pytest
from playwright.sync_api import Page, expect

from publish.files import ROOT
from tests.browser.serving import Server

PAGES = sorted(
    path.stem
    for path in (ROOT / "docs" / "calculators").glob("*.md")
    if path.stem != "index"
)
TWO = {"monthly-load", "my-plans", "subsidy"}  # two tables, or a whole law
SHEET = re.compile(rb"/Type\s*/Page\b")
PRINTED = """() => {
  dispatchEvent(new Event("beforeprint"));
  const text = document.body.innerText;
  dispatchEvent(new Event("afterprint"));
  return text;
}"""


def sheets(page: Page) -> int:
    """How many the browser prints."""
    return len(SHEET.findall(page.pdf(format="A4")))


@pytest.mark.parametrize("name", PAGES)
def test_the_menu_and_the_button_print_the_result_alone(
    page: Page, server: Server, name: str
) -> None:
    page.goto(f"{server.url}/calculators/{name}/")
    title = page.locator("h1").inner_text().strip("¶\n ")
    fits = 2 if name in TWO else 1
    assert sheets(page) == fits
    page.evaluate("() => { window.print = () => {}; }")
    page.locator("[data-take=print]").dispatch_event("click")
    assert page.locator(".calc-printing").count() == 1
    assert sheets(page) == fits
    page.emulate_media(media="print")
    printed = page.evaluate(PRINTED)
    assert "你的条件" in printed
    assert page.locator(".calc-sentence").inner_text() in printed
    for heading in ("它假设什么", "怎么用", "存到日历", "复制链接", "留在这台设备上"):
        assert heading not in printed
    assert page.locator(".calc-printing").count() == 0
    assert title in page.locator("h1").inner_text()


def test_rows_that_are_still_to_come_are_printed_too(
    page: Page, server: Server
) -> None:
    page.goto(f"{server.url}/calculators/repayment-schedule/")
    page.fill("[name=periods]", "600")
    rows = page.locator(".calc-result tbody tr:visible")
    expect(rows).to_have_count(600)
    page.evaluate(
        "document.querySelectorAll('tbody + tbody').forEach((part) => part.hidden = true)"
    )
    expect(rows).to_have_count(60)
    page.emulate_media(media="print")
    expect(rows).to_have_count(600)


def test_a_guide_is_printed_whole_with_its_calculators(
    page: Page, server: Server
) -> None:
    page.goto(f"{server.url}/guides/overdue/")
    page.emulate_media(media="print")
    printed = page.evaluate(PRINTED)
    assert page.locator("h2").first.inner_text().strip("¶\n ") in printed
    assert page.locator("calc-form .calc-sentence").first.inner_text() in printed
    assert sheets(page) > 1
