"""What is due next stands first for who comes back, without starting Python."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import Scheme, assert_fits, found, paint
from tests.browser.serving import Server

CARD = "next-due"
SENTENCE = ".calc-sentence"
PLANS = "/calculators/my-plans/"
TV = {"name": "电视", "amount": "12000", "periods": "12", "first_due": "2026-12-20"}
PHONE = {"name": "手机", "amount": "600", "periods": "6", "first_due": "2026-12-20"}
BUDS = {"name": "耳机", "amount": "300", "periods": "3", "first_due": "2027-01-05"}


def on(page: Page, day: str) -> None:
    page.clock.set_fixed_time(f"{day}T08:00:00")


@pytest.fixture
def home(page: Page, server: Server) -> Page:
    """The landing page of who kept three plans on 2026-12-15."""
    on(page, "2026-12-15")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(server.url + PLANS)
    orders = [TV, PHONE, BUDS]
    content = json.dumps({"version": 1, "answers": {"orders": orders}}).encode()
    payload: Any = {"name": "x", "mimeType": "application/json", "buffer": content}
    page.set_input_files("input[type=file]", payload)
    expect(page.locator(SENTENCE)).to_contain_text("12,900.00 元")
    page.get_by_role("button", name="存在这台设备上").click()
    expect(page.locator(CARD)).to_contain_text("1,100.00 元")
    server.asked.clear()
    page.goto(server.url)
    return page


def test_the_next_day_its_sum_and_whose(home: Page, server: Server) -> None:
    card = home.locator(CARD)
    for text in ("电视、手机", "1,100.00 元", "12 月 20 日，还有 5 天"):
        expect(card).to_contain_text(text)
    assert card.bounding_box()["y"] < 300  # type: ignore[index]  # it is shown
    assert not [path for path in server.asked if "engine/python" in path]
    card.get_by_role("link", name="我的分期").click()
    expect(home.locator(f"{CARD} .next-amount")).to_have_text("1,100.00")
    expect(home.locator(SENTENCE)).to_contain_text("2026-12-20，还有 5 天")
    expect(home.locator(".calc-form")).to_be_hidden()
    expect(home.locator(".calc-rows-table").first).to_contain_text("2027-01")
    home.get_by_role("button", name="改我的分期").click()
    expect(home.locator(".calc-row summary").first).to_contain_text("电视")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-12-19", "12 月 20 日，明天"),
        ("2026-12-20", "12 月 20 日，就是今天"),
        ("2026-12-21", "2027 年 1 月 5 日，还有 15 天"),
        ("2027-01-06", "1 月 20 日，还有 14 天"),
    ],
)
def test_it_is_true_on_any_later_day(home: Page, day: str, said: str) -> None:
    on(home, day)
    home.reload()
    expect(home.locator(f"{CARD} .next-when")).to_have_text(said)


def test_what_is_past_is_asked_for_until_it_is_paid(home: Page) -> None:
    on(home, "2027-01-07")
    home.reload()
    past = home.locator(f"{CARD} .next-past")
    expect(past).to_contain_text(
        "2026 年 12 月 20 日 · 1,100.00 元 · 电视、手机，过了 18 天"
    )
    expect(past).to_contain_text("1 月 5 日 · 100.00 元 · 耳机，过了 2 天")
    expect(home.locator(f"{CARD} .next-when")).to_contain_text("1 月 20 日")
    home.get_by_role("button", name="都还了").click()
    expect(past).to_be_hidden()
    home.get_by_role("button", name="撤销").click()
    expect(past).to_be_visible()
    home.get_by_role("button", name="都还了").click()
    home.reload()
    expect(home.locator(f"{CARD} .next-due")).to_be_visible()
    expect(past).to_be_hidden()


def test_after_the_last_one_nothing_is_next(home: Page) -> None:
    on(home, "2028-05-01")
    home.reload()
    expect(home.locator(f"{CARD} .next-none")).to_be_visible()
    expect(home.locator(f"{CARD} .next-due")).to_be_hidden()


def test_plans_that_another_handbook_changed_lead_to_the_page_only(home: Page) -> None:
    change = """() => {
      const kept = JSON.parse(localStorage["calc.my-plans"]);
      kept.answers.orders[0].amount = "1";
      localStorage["calc.my-plans"] = JSON.stringify(kept);
    }"""
    home.evaluate(change)
    home.reload()
    card = home.locator(CARD)
    expect(card).to_contain_text("打开就看到下一笔")
    expect(card.locator(".next-due")).to_be_hidden()
    card.get_by_role("link", name="我的分期").click()
    expect(home.locator(f"{CARD} .next-amount")).to_have_text("100.12")


def test_another_page_clears_it_here_too(home: Page, server: Server) -> None:
    other = home.context.new_page()
    other.goto(server.url + PLANS)
    other.once("dialog", lambda dialog: dialog.accept())
    other.get_by_role("button", name="清除全部").click()
    expect(home.locator(CARD)).to_be_hidden()
    other.close()


def test_who_kept_nothing_sees_nothing_of_it(page: Page, server: Server) -> None:
    page.goto(server.url)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(CARD)).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everyone_can_read_it(home: Page, server: Server, scheme: Scheme) -> None:
    on(home, "2027-01-07")
    home.reload()
    paint(home, scheme)
    expect(home.locator(f"{CARD} .next-past")).to_be_visible()
    assert found(home) == []
    home.get_by_role("button", name="都还了").click()
    assert found(home) == []
    home.set_viewport_size({"width": 320, "height": 640})
    assert_fits(home, 320)
    home.goto(server.url + PLANS)
    expect(home.locator(SENTENCE)).to_contain_text("还有 13 天")
    assert found(home) == []
    assert_fits(home, 320)


def test_a_plan_that_a_calculator_kept_leads_to_the_page_only(
    page: Page, server: Server
) -> None:
    page.goto(server.url)
    kept = {"version": 2, "plans": [{"name": "电视", "facts": {"amount": "1"}}]}
    page.evaluate("kept => { localStorage['calc.my-plans'] = kept }", json.dumps(kept))
    page.reload()
    expect(page.locator(CARD)).to_contain_text("这台设备上存着你留下的分期")
    expect(page.locator(f"{CARD} .next-due")).to_be_hidden()


def test_two_pages_agree_on_what_is_paid(home: Page, server: Server) -> None:
    on(home, "2027-01-07")
    home.reload()
    other = home.context.new_page()
    on(other, "2027-01-07")
    other.goto(server.url + PLANS)
    other.get_by_role("button", name="都还了").click()
    expect(home.locator(f"{CARD} .next-past")).to_be_hidden()
    other.get_by_role("button", name="改我的分期").click()
    other.locator("[name$='.name']").first.fill("大电视")
    expect(home.locator(f"{CARD} .next-names")).to_contain_text("大电视")
    expect(home.locator(f"{CARD} .next-past")).to_be_hidden()


def test_it_starts_no_python_and_stands_high(home: Page) -> None:
    card = home.locator(CARD).bounding_box()
    assert card
    assert card["y"] + card["height"] < 450
    assert home.evaluate("engine.progress.stage") == "idle"
