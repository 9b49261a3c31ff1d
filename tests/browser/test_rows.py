"""Repeating rows with the keyboard alone, and pasted from a spreadsheet."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Server

ROWS = ".calc-row"
SAID = ".calc-rows-said"
PASTE = """(box, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const how = { clipboardData, bubbles: true, cancelable: true };
    box.dispatchEvent(new ClipboardEvent("paste", how));
}"""


@pytest.fixture
def orders(page: Page, forms: Server) -> Page:
    page.goto(f"{forms.url}/monthly-load.html")
    return page


def names(page: Page) -> list[str]:
    """What stands in the first box of each row."""
    boxes = page.locator(f"{ROWS} input[name$='.name']").all()
    return [box.input_value() for box in boxes]


def test_add_move_and_remove_by_keyboard(orders: Page) -> None:
    orders.get_by_role("button", name="再加一行").focus()
    orders.keyboard.press("Enter")
    for text in ("电视", "1200", "12", "", "2027-02-10"):
        orders.keyboard.type(text)
        orders.keyboard.press("Tab")
    expect(orders.locator(".calc-working")).to_contain_text(
        "「电视」下一笔：2027-02-10"
    )
    up = orders.get_by_role("button", name="上移第 4 行：电视")
    up.focus()
    for _ in range(3):
        orders.keyboard.press("Enter")
    assert names(orders) == ["电视", "手机", "耳机", "平板"]
    down = orders.get_by_role("button", name="下移第 1 行：电视")
    expect(down).to_be_focused()
    expect(orders.locator(SAID)).to_have_text("现在是第 1 行。")
    expect(orders.get_by_role("button", name="上移第 1 行：电视")).to_be_disabled()
    orders.keyboard.press("Tab")
    orders.keyboard.press("Enter")
    expect(orders.locator(SAID)).to_have_text("已删去第 1 行：电视。")
    expect(orders.get_by_role("button", name="删去第 1 行：手机")).to_be_focused()
    assert names(orders) == ["手机", "耳机", "平板"]
    expect(orders.locator(".calc-working")).not_to_contain_text("电视")


def test_removing_all_leads_to_a_new_row(orders: Page) -> None:
    for _ in range(3):
        orders.locator(".calc-remove").first.click()
    expect(orders.locator(ROWS)).to_have_count(0)
    add = orders.get_by_role("button", name="再加一行")
    expect(add).to_be_focused()
    expect(orders.locator("#calc-1-orders-error")).to_have_text("我的分期至少要填一行")
    add.click()
    expect(orders.locator(f"{ROWS} input").first).to_be_focused()


def test_an_error_stands_at_its_row_after_moving(orders: Page) -> None:
    orders.locator("[name='orders.2.amount']").fill("很多")
    orders.get_by_role("button", name="上移第 3 行：平板").click()
    question = orders.locator(ROWS).nth(1).locator(".calc-question").nth(1)
    expect(question.locator(".calc-error")).to_contain_text("第 2 行：分期金额要填数字")


@pytest.mark.parametrize(
    ("text", "pasted", "due"),
    [
        (
            "电视\t1,200\t12\t\t2027-02-10\r\n冰箱\t2400\t6\t60\t2027/3/5\r\n",
            ["电视", "冰箱"],
            "「冰箱」下一笔：2027-03-05",
        ),
        ("电视,1200,12,,2027-02-10", ["电视"], "「电视」下一笔：2027-02-10"),
    ],
    ids=["from a spreadsheet", "typed with commas"],
)
def test_pasting_fills_columns_and_rows(
    orders: Page, text: str, pasted: list[str], due: str
) -> None:
    orders.locator("[name='orders.2.name']").evaluate(PASTE, text)
    assert names(orders) == ["手机", "耳机", *pasted]
    expect(orders.locator(SAID)).to_have_text(f"贴了 {len(pasted)} 行。")
    expect(orders.locator(".calc-working")).to_contain_text(due)


def test_a_pasted_cell_without_a_place_is_named(orders: Page) -> None:
    text = "电视\t1200\t12\t\t2027-02-10\t白色"
    orders.locator("[name='orders.2.name']").evaluate(PASTE, text)
    expect(orders.locator(SAID)).to_contain_text("「白色」没有地方放，没有贴")


def test_pasting_stops_at_the_most(orders: Page) -> None:
    text = "\n".join(f"第{n}笔" for n in range(30))
    orders.locator("[name='orders.0.name']").evaluate(PASTE, text)
    expect(orders.locator(ROWS)).to_have_count(20)
    expect(orders.locator(SAID)).to_contain_text("最多 20 行，后面 10 行没有贴")
    orders.get_by_role("button", name="再加一行").click()
    expect(orders.locator(ROWS)).to_have_count(20)
    expect(orders.locator(SAID)).to_have_text("最多 20 行。")


def test_choices_are_pasted_by_their_names(page: Page, forms: Server) -> None:
    page.goto(f"{forms.url}/compare-plans.html")
    text = "店里的分期\t5000\t\t7.5\t总手续费率\t等本等费\t6"
    page.locator("[name='plans.0.name']").evaluate(PASTE, text)
    expect(page.locator("[name='plans.0.method']")).to_have_value("flat_fee")
    expect(page.locator("[name='plans.0.rate_unit']")).to_have_value("total_fee")
    expect(page.locator(".calc-working")).to_contain_text(
        "「店里的分期」：一共要还 5,375.00 元"
    )


def test_a_line_of_text_is_pasted_as_always(orders: Page) -> None:
    prevented = orders.locator("[name='orders.0.name']").evaluate(
        PASTE.replace("box.dispatchEvent", "return !box.dispatchEvent"), "新手机"
    )
    assert prevented is False


@pytest.mark.parametrize("width", [390, 1280])
def test_no_row_is_wider_than_the_screen(orders: Page, width: int) -> None:
    orders.set_viewport_size({"width": width, "height": 800})
    assert orders.evaluate("document.documentElement.scrollWidth") <= width
    box = orders.locator(ROWS).first.bounding_box()
    assert box is not None
    assert (box["height"] < 240) == (width > 390)
