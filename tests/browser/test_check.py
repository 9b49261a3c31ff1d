"""The check of failed payments, one question at a time, as a reader goes through it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from publish.scripts import bundled
from tests.browser.serving import Server

CHECK = "/guides/failed-check/"
FIRST = "你碰到的是哪一种？"
SECOND = "提示里是哪几个字？"
LIMIT = "超出限额：换卡，或调高限额再还"
SHOWN = ".check-step:visible"
HEADING = f"{SHOWN} h2"
ANSWERS = ".check-answers:visible li"


@pytest.fixture
def check(page: Page, server: Server) -> Callable[[str], Page]:
    def opened(fragment: str = "") -> Page:
        page.goto(server.url + CHECK + fragment)
        return page

    return opened


def test_one_question_at_a_time(check: Callable[[str], Page]) -> None:
    page = check("")
    expect(page.locator(HEADING)).to_have_text(FIRST)
    expect(page.locator(".check-answers")).to_be_hidden()
    expect(page.locator(".check-damaged")).to_be_hidden()
    page.click("text=提示说钱不够")
    expect(page.locator(HEADING)).to_have_text(SECOND)
    expect(page.locator(HEADING)).to_be_focused()
    page.click("text=超出单笔限额")
    expect(page.locator(HEADING)).to_have_text(LIMIT)
    expect(page.locator(HEADING)).to_be_focused()
    assert page.url.endswith("#check=money.limit")
    expect(page.locator(SHOWN)).to_contain_text("做对了会看到什么")
    expect(page.locator(SHOWN)).to_contain_text("留好这些证据")


def test_the_keyboard_is_enough(check: Callable[[str], Page]) -> None:
    page = check("")
    page.locator(SHOWN).get_by_text("只扣走了一部分").focus()
    page.keyboard.press("Enter")
    expect(page.locator(HEADING)).to_have_text("只扣了一部分：剩下的自己补")
    expect(page.locator(HEADING)).to_be_focused()


def test_back_and_forward(check: Callable[[str], Page]) -> None:
    page = check("")
    page.click("text=提示说钱不够")
    page.click("text=超出单笔限额")
    page.go_back()
    expect(page.locator(HEADING)).to_have_text(SECOND)
    expect(page.locator(ANSWERS)).to_have_count(1)
    page.go_back()
    expect(page.locator(HEADING)).to_have_text(FIRST)
    page.go_forward()
    page.go_forward()
    expect(page.locator(HEADING)).to_have_text(LIMIT)
    expect(page.locator(ANSWERS)).to_have_count(2)


def test_a_shared_link_and_a_changed_answer(check: Callable[[str], Page]) -> None:
    page = check("#check=money.limit")
    expect(page.locator(HEADING)).to_have_text(LIMIT)
    expect(page.locator(ANSWERS)).to_have_text(
        [re.compile("钱不够，或超出限额"), re.compile("超出单笔限额")]
    )
    page.get_by_label(f"修改：{SECOND}").click()
    expect(page.locator(HEADING)).to_have_text(SECOND)
    expect(page.locator(ANSWERS)).to_have_count(1)
    page.click("text=超出次数")
    expect(page.locator(HEADING)).to_contain_text("超出次数")
    page.click("text=重新开始")
    expect(page.locator(HEADING)).to_have_text(FIRST)
    expect(page.locator(".check-answers")).to_be_hidden()


@pytest.mark.parametrize("fragment", ["#check=money.lim", "#check=%E9", "#check=x.."])
def test_a_damaged_link(check: Callable[[str], Page], fragment: str) -> None:
    page = check(fragment)
    expect(page.locator(HEADING)).to_have_text(FIRST)
    expect(page.locator(".check-damaged")).to_be_visible()
    page.click("text=提示说钱不够")
    expect(page.locator(HEADING)).to_have_text(SECOND)
    expect(page.locator(".check-damaged")).to_be_hidden()


def test_a_link_to_a_step_shows_it(check: Callable[[str], Page]) -> None:
    page = check("#check-phone")
    expect(page.locator(HEADING)).to_contain_text("预留手机号不符")
    expect(page.locator(ANSWERS)).to_have_count(2)


def test_a_footnote_leaves_the_step_alone(check: Callable[[str], Page]) -> None:
    page = check("#check=money.balance")
    page.locator(f"{SHOWN} .footnote-ref").first.click()
    expect(page.locator(HEADING)).to_contain_text("余额不足")
    page.locator(".footnote-backref").first.click()
    expect(page.locator(HEADING)).to_contain_text("余额不足")


def test_it_starts_again_on_the_next_page(check: Callable[[str], Page]) -> None:
    page = check("#check=money.limit")
    page.evaluate("window.sameVisit = true")
    page.locator(f"{SHOWN} >> text=绑定与更换还款银行卡").click()
    expect(page.locator("article h1")).to_contain_text("绑定与更换还款银行卡")
    page.click(".md-nav--primary a:has-text('还款失败自查')")
    expect(page.locator(HEADING)).to_have_text(FIRST)
    page.click("text=没有任何提示")
    expect(page.locator(HEADING)).to_contain_text("今天和还款日比")
    assert page.evaluate("window.sameVisit")


def test_every_step_is_there_without_a_script(browser: Browser, server: Server) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(server.url + CHECK)
        assert page.locator(SHOWN).count() == page.locator(".check-step").count() > 20
        expect(page.locator(".check-answers")).to_be_hidden()
        page.locator(".check-step").get_by_text("提示说钱不够").first.click()
        assert page.url.endswith("#check-money")


def test_a_narrow_screen_needs_no_scrolling_aside(check: Callable[[str], Page]) -> None:
    page = check("#check=posted.gone")
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_it_works_in_a_page_opened_as_a_file(page: Page, tmp_path: Path) -> None:
    script = bundled("guides/check.js")
    (tmp_path / "check.js").write_text(script, encoding="utf-8")
    html = (
        '<!doctype html><meta charset="utf-8"><guide-check>'
        '<p class="check-damaged" hidden>坏</p>'
        '<section class="check-step" data-route=""><h2 id="check-a" tabindex="-1">问</h2>'
        '<a href="#check-b" data-key="x" data-to="check-b">答</a></section>'
        '<section class="check-step" data-route="x"><h2 id="check-b" tabindex="-1">做</h2>'
        '</section><div class="check-answers" hidden><template><li><span></span>'
        '<b></b><a href="#">修改</a></li></template><ol></ol></div></guide-check>'
        '<script src="check.js"></script>'
    )
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    page.goto((tmp_path / "a.html").as_uri())
    page.click("text=答")
    expect(page.locator(HEADING)).to_have_text("做")
    expect(page.locator(ANSWERS)).to_have_text("问答修改")
