"""The figure stays in sight: at the foot of a small screen, beside the form on a wide one."""

from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.serving import Server

PHONE = ViewportSize(width=390, height=844)
KEYBOARD = ViewportSize(width=390, height=508)
WIDE = ViewportSize(width=1280, height=900)
CALCULATOR = "calculators/early-payoff/"


def form(page: Page) -> None:
    """One's own figures."""
    page.locator("[name=amount]").fill("5999")
    page.locator("[name=payment]").fill("549.99")


def test_the_figure_is_above_the_keyboard_while_one_types(
    page: Page, server: Server
) -> None:
    page.set_viewport_size(KEYBOARD)
    page.goto(f"{server.url}/{CALCULATOR}")
    bar = page.locator(".calc-bar")
    expect(bar.locator(".calc-bar-name")).to_contain_text("例子")
    before = bar.locator("strong").inner_text()
    form(page)
    expect(bar.locator("strong")).not_to_have_text(before)
    expect(bar.locator("strong")).to_have_text(
        page.locator(".calc-lead dd").text_content() or ""
    )
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


def test_at_most_four_questions_stand_before_the_answer(
    page: Page, server: Server
) -> None:
    page.set_viewport_size(PHONE)
    for name in ("late-fee", "true-rate"):
        page.goto(f"{server.url}/calculators/{name}/")
        asked = page.locator(".calc-form > .calc-question:not(.calc-off)")
        assert asked.count() <= 4, name
