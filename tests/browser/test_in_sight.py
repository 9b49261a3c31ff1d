"""The figure stays in sight: at the foot of a small screen, beside the form on a wide one."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from calc.calculators import ALL
from tests.browser.serving import Server
from tests.browser.test_take_away import REFUSE

PHONE = ViewportSize(width=390, height=844)
KEYBOARD = ViewportSize(width=390, height=508)
WIDE = ViewportSize(width=1280, height=900)
CALCULATOR = "calculators/early-payoff/"
OWN = {"amount": "5999", "payment": "549.99"}


def form(page: Page) -> None:
    """One's own figures."""
    for name, value in OWN.items():
        page.locator(f"[name={name}]").fill(value)


def expect_own_figure(page: Page) -> str:
    """The figure that native Python has for them stands in the answer."""
    answered = ALL["early-payoff"].answer(OWN)
    lead = answered.calculator.lead
    figure = answered.calculator.outputs[lead].with_unit(getattr(answered.result, lead))
    expect(page.locator(".calc-lead dd")).to_have_text(figure)
    return figure


def test_the_figure_is_above_the_keyboard_while_one_types(
    page: Page, server: Server
) -> None:
    page.set_viewport_size(KEYBOARD)
    page.goto(f"{server.url}/{CALCULATOR}")
    bar = page.locator(".calc-bar")
    expect(bar.locator(".calc-bar-name")).to_contain_text("例子")
    form(page)
    expect(bar.locator("strong")).to_have_text(expect_own_figure(page))
    box = bar.bounding_box()
    assert box
    assert box["y"] + box["height"] <= KEYBOARD["height"]


def test_what_is_wrong_is_said_beside_the_figure(page: Page, server: Server) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{server.url}/{CALCULATOR}")
    page.locator("[name=amount]").fill("五千")
    expect(page.locator(".calc-bar-name")).to_contain_text("有几处要改")


def test_a_tap_leads_to_the_answer_and_the_bar_goes(page: Page, server: Server) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{server.url}/{CALCULATOR}")
    page.locator(".calc-bar-go").click()
    expect(page.locator(".calc-lead")).to_be_in_viewport()
    expect(page.locator(".calc-bar")).to_be_hidden()


def test_to_calculate_moves_sight_and_focus(page: Page, server: Server) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{server.url}/{CALCULATOR}")
    form(page)
    page.get_by_role("button", name="计算", exact=True).click()
    expect(page.locator(".calc-result")).to_be_focused()
    expect(page.locator(".calc-lead")).to_be_in_viewport()


def test_on_a_wide_screen_the_answer_is_beside_the_form(
    page: Page, server: Server
) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{server.url}/{CALCULATOR}")
    expect(page.locator(".calc-lead")).to_be_in_viewport()
    expect(page.locator(".calc-bar")).to_be_hidden()


ASKED = """() => [...document.querySelectorAll("#calc-1 .calc-form [name]")]
    .filter((box) => box.checkVisibility() && box.name !== "known").map((box) => box.name)"""


@pytest.mark.parametrize("name", ALL)
def test_at_most_four_boxes_stand_before_the_answer(
    page: Page, server: Server, name: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{server.url}/calculators/{name}/")
    page.locator("#calc-1 [type=submit]:enabled").wait_for()
    assert len(page.evaluate(ASKED)) <= 4, page.evaluate(ASKED)


def test_a_question_that_does_not_apply_is_not_shown(
    page: Page, server: Server
) -> None:
    page.goto(f"{server.url}/{CALCULATOR}")
    assert "rate" not in page.evaluate(ASKED)
    page.select_option("[name=known]", "rate")
    assert "rate" in page.evaluate(ASKED)
    assert "payment" not in page.evaluate(ASKED)


def test_what_is_folded_is_said_and_opens_for_what_a_link_carries(
    page: Page, server: Server
) -> None:
    schedule = f"{server.url}/calculators/repayment-schedule/"
    page.goto(schedule)
    expect(page.locator(".calc-more-said")).to_contain_text("利率填的是 年利率")
    unit = page.locator("[name=rate_unit]")
    expect(unit).to_be_hidden()
    page.locator(".calc-more > summary").click()
    unit.select_option("monthly")
    page.fill("[name=rate]", "1.5")
    expect(page.locator(".calc-sentence")).to_contain_text("18.00 %")
    page.evaluate(REFUSE)
    page.click("[data-take=link]")
    copied = page.locator(".calc-copied")
    expect(copied).not_to_have_value("")
    link = copied.input_value()
    page.goto("about:blank")
    page.goto(link)
    expect(unit).to_be_visible()
    expect(unit).to_have_value("monthly")


def test_a_doubt_leads_into_the_fold(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/calculators/card-overdue/")
    page.locator("[name=statement_amount]").fill("90000")
    page.locator(".calc-doubts a", has_text="最低还款额").click()
    expect(page.locator("[name=minimum_due]")).to_be_focused()


def test_a_row_is_a_line_on_a_phone_until_it_is_opened(
    page: Page, server: Server
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{server.url}/calculators/monthly-load/")
    first = page.locator(".calc-row").first
    expect(first.locator("summary")).to_contain_text("手机，4999.00 元，12 期")
    first.locator("summary").click()
    first.locator("input").first.fill("电视")
    first.locator("summary").click()
    expect(first.locator("summary")).to_contain_text("电视，4999.00 元")
    page.get_by_role("button", name="再加一行").click()
    expect(page.locator(".calc-row").last.locator("input").first).to_be_focused()
