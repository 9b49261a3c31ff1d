"""The list of pages and the search on a narrow screen, with the keyboard alone."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.contrast import PHONE
from tests.browser.serving import Server

DRAWER = "打开目录"
LIST = ".md-sidebar--primary"
IN_LIST = f"document.querySelector('{LIST}').contains(document.activeElement)"


@pytest.fixture
def phone(page: Page, server: Server) -> Page:
    page.set_viewport_size(PHONE)
    page.goto(f"{server.url}/guides/overdue/")
    page.get_by_role("button", name=DRAWER).wait_for()
    return page


def test_the_list_opens_by_key_and_escape_gives_the_focus_back(phone: Page) -> None:
    button = phone.get_by_role("button", name=DRAWER)
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    phone.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(phone.locator(f"{LIST} a.md-nav__link--active").first).to_be_focused()
    phone.keyboard.press("Tab")
    assert phone.evaluate(IN_LIST)
    phone.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_every_page_is_in_the_list_at_one_tap(phone: Page) -> None:
    phone.get_by_role("button", name=DRAWER).click()
    phone.locator(LIST).get_by_role("link", name="隐私").click()
    expect(phone.locator(".md-content h1").first).to_contain_text("隐私")
    expect(phone.get_by_role("button", name=DRAWER)).to_have_attribute(
        "aria-expanded", "false"
    )


def test_the_list_closes_when_the_focus_leaves_it(phone: Page) -> None:
    phone.get_by_role("button", name=DRAWER).click()
    phone.locator("#__drawer:checked").wait_for(state="attached")
    phone.locator(".md-content p a").first.focus()
    expect(phone.locator("#__drawer")).not_to_be_checked()


def test_the_search_opens_by_key_and_escape_gives_the_focus_back(phone: Page) -> None:
    button = phone.get_by_role("button", name="查找", exact=True)
    button.focus()
    phone.keyboard.press("Enter")
    expect(phone.locator(".md-search__input")).to_be_focused()
    expect(phone.locator(".md-search-result__item").first).to_be_visible()
    phone.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(phone.locator("#__search")).not_to_be_checked()
    button.click()
    phone.get_by_role("button", name="关上查找").click()
    expect(button).to_be_focused()


def test_the_skip_link_leads_to_the_text(phone: Page) -> None:
    phone.keyboard.press("Tab")
    skip = phone.locator(".md-skip")
    expect(skip).to_have_text("跳到正文")
    expect(skip).to_be_in_viewport()
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    inside = "document.activeElement.closest('.md-content') !== null"
    assert phone.evaluate(inside)


def test_an_unknown_page_says_so_in_chinese_and_can_be_searched_from(
    phone: Page, server: Server
) -> None:
    phone.goto(f"{server.url}/404.html")
    expect(phone.locator("h1")).to_have_text("没有这一页")
    assert phone.title().startswith("没有这一页")
    phone.locator(".md-content").get_by_role("button", name="查找").click()
    phone.keyboard.insert_text("绑卡")
    expect(phone.locator(".md-search-result__item").first).to_contain_text("绑")
    phone.keyboard.press("Escape")
    phone.locator(".md-content").get_by_role("link", name="已经晚了").click()
    expect(phone.locator("h1")).to_contain_text("逾期")


def test_without_the_script_the_list_still_opens(
    browser: Browser, server: Server
) -> None:
    with browser.new_context(java_script_enabled=False, viewport=PHONE) as context:
        page = context.new_page()
        page.goto(f"{server.url}/guides/overdue/")
        expect(page.get_by_role("button", name=DRAWER)).to_be_hidden()
        page.locator("header label[for=__drawer]").click()
        expect(page.locator(LIST).get_by_role("link", name="隐私")).to_be_visible()
