"""Moving within a page does not load it again; moving on still keeps the visit."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Server

NAME = "#letter-hardship-name"
PLACE = ".md-sidebar--secondary a:has-text('证据清单')"


@pytest.fixture
def typed(page: Page, server: Server) -> Page:
    page.goto(f"{server.url}/guides/letters/", wait_until="networkidle")
    page.evaluate("window.sameVisit = true")
    page.fill(NAME, "王小明")
    server.asked.clear()
    return page


def test_a_place_on_the_page(typed: Page, server: Server) -> None:
    typed.click(PLACE)
    expect(typed.locator("#evidence")).to_be_in_viewport()
    typed.locator(".footnote-ref").first.click()
    typed.go_back()
    typed.go_back()
    typed.wait_for_load_state("networkidle")
    assert "/guides/letters/" not in server.asked
    expect(typed.locator(NAME)).to_have_value("王小明")


def test_another_page_after_a_place(typed: Page) -> None:
    typed.click(PLACE)
    typed.click(".md-nav--primary a:has-text('还款提醒')")
    expect(typed.locator("article h1")).to_contain_text("还款提醒")
    typed.go_back()
    expect(typed.locator("article h1")).to_contain_text("信函与清单")
    assert typed.evaluate("window.sameVisit")
