"""Moving within a page does not load it again; moving on still keeps the visit."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Server
from tests.browser.test_letters import unfold
from tests.browser.waiting import until

NAME = "#letter-hardship-name"
PLACE = ".md-sidebar--secondary a:has-text('证据清单')"
LETTERS = ".md-nav--primary a:has-text('信函')"
NEXT = ".md-nav--primary a:has-text('还款提醒')"


@pytest.fixture
def typed(page: Page, server: Server) -> Page:
    page.goto(f"{server.url}/guides/letters/", wait_until="networkidle")
    page.evaluate("window.sameVisit = true")
    unfold(page)
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
    typed.click(NEXT)
    expect(typed.locator("h1")).to_contain_text("还款提醒")
    typed.go_back()
    expect(typed.locator("h1")).to_contain_text("信函与清单")
    assert typed.evaluate("window.sameVisit")


def test_who_listens_hears_the_next_page_and_reads_it_from_the_top(typed: Page) -> None:
    typed.evaluate("scrollTo(0, 1500)")
    typed.click(NEXT)
    expect(typed.locator(".md-content h1")).to_be_focused()
    expect(typed).to_have_title("还款提醒 - 分期还款手册")
    assert typed.evaluate("scrollY") == 0
    canonical = typed.locator("link[rel=canonical]")
    expect(canonical).to_have_attribute("href", re.compile("/guides/reminders/$"))


def test_back_is_where_one_was(typed: Page) -> None:
    typed.evaluate("scrollTo(0, 1500)")
    typed.click(NEXT)
    expect(typed.locator("h1")).to_contain_text("还款提醒")
    typed.go_back()
    until(typed, "scrollY === 1500")


def test_a_page_of_another_build_is_loaded_whole(typed: Page) -> None:
    typed.evaluate("document.querySelector('meta[name=build]').content = 'earlier'")
    typed.click(NEXT)
    expect(typed.locator("h1")).to_contain_text("还款提醒")
    assert not typed.evaluate("window.sameVisit")
    expect(typed.locator(".shell-news")).to_contain_text("手册更新了")
    expect(typed.locator(".shell-news")).to_contain_text("你填的也带过来了")
    assert typed.evaluate("[history.state?.over ?? null, sessionStorage.length]") == [
        None,
        0,
    ]
    typed.click(LETTERS)
    expect(typed.locator(NAME)).to_have_value("王小明")
    expect(typed.locator(".shell-news")).to_be_hidden()


def test_what_was_typed_in_a_calculator_comes_along(
    typed: Page, server: Server
) -> None:
    typed.goto(f"{server.url}/guides/overdue/")
    typed.fill("#calc-1 [name=overdue_amount]", "5000")
    typed.evaluate("document.querySelector('meta[name=build]').content = 'earlier'")
    typed.click(NEXT)
    expect(typed.locator(".shell-news")).to_contain_text("你填的也带过来了")
    typed.go_back()
    expect(typed.locator("#calc-1 [name=overdue_amount]")).to_have_value("5000")
    expect(typed.locator("#calc-1 .calc-sentence")).to_contain_text("费用 17.50 元")


def test_a_page_that_does_not_come_is_opened_as_browsers_do(
    typed: Page, server: Server, complaints: list[str]
) -> None:
    server.faults["index.html"] = "busy"
    typed.click(NEXT)
    expect(typed.locator("h1")).to_contain_text("503")
    server.faults.clear()
    typed.reload()
    expect(typed.locator("h1")).to_contain_text("还款提醒")
    typed.click(LETTERS)
    expect(typed.locator(NAME)).to_have_value("王小明")
    expect(typed.locator(".shell-news")).to_be_hidden()
    complaints.clear()


def test_the_table_of_contents_follows(typed: Page) -> None:
    typed.click(PLACE)
    expect(typed.locator(PLACE)).to_have_class("md-nav__link md-nav__link--active")


def test_colours_that_were_chosen_stay(typed: Page) -> None:
    typed.get_by_role("button", name="换成深色").click()
    typed.reload()
    expect(typed.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    typed.get_by_role("button", name="换成浅色").click()
    expect(typed.locator("body")).to_have_attribute("data-md-color-scheme", "default")
