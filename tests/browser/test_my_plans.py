"""我的分期: nothing is kept unless asked for, and all of it can go."""

import json
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Server

PAGE = "/calculators/my-plans/"
SAID = ".plans-said"
SENTENCE = ".calc-sentence"
NAME = "[name$='.name']"
STORED = "localStorage.getItem('calc.my-plans')"
HEADPHONES = (
    "#monthly-load~orders=name,amount,periods,fee,first_due;"
    "%E8%80%B3%E6%9C%BA,9,1,,2027-01-01~answer=9.00%20元"
)
AMOUNTLESS = "#monthly-load~orders=name;%E8%80%B3%E6%9C%BA~answer=9"
CUT = HEADPHONES.removesuffix("~answer=9.00%20元")
DENIED = "Storage.prototype.{} = () => {{ throw new DOMException('no') }}"


@pytest.fixture
def plans(page: Page, server: Server) -> Page:
    page.clock.set_fixed_time("2026-12-15T08:00:00")
    page.goto(server.url + PAGE)
    return page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def row(page: Page, *texts: str) -> None:
    """Fill in the last row."""
    boxes = page.locator(".calc-row").last.locator("input")
    for number, text in enumerate(texts):
        boxes.nth(number).fill(text)


def test_own_plans_are_seen_from_today(plans: Page) -> None:
    press(plans, "清空例子，填我自己的")
    expect(plans.locator(f".calc-row {NAME}")).to_be_focused()
    row(plans, "电视", "1200", "12", "", "2026-11-20")
    press(plans, "再加一行")
    row(plans, "手机", "600", "6", "", "2026-12-10")
    expect(plans.locator(SENTENCE)).to_contain_text("下一个还款日是 2026-12-20")
    figures = plans.locator(".calc-figures").last
    expect(figures).to_contain_text("这个月还要还100.00 元")
    expect(figures).to_contain_text("一共还要还1,600.00 元")
    with plans.expect_download() as download:
        plans.click("[data-take=ics]")
    content = Path(download.value.path()).read_bytes()
    assert len(icalendar.Calendar.from_ical(content).walk("VEVENT")) == 16
    assert plans.evaluate(STORED) is None


def test_stored_only_when_asked_and_cleared_at_once(plans: Page) -> None:
    press(plans, "清空例子，填我自己的")
    row(plans, "电视", "1200", "12", "", "2026-12-20")
    expect(plans.locator(SENTENCE)).to_contain_text("1,200.00 元")
    assert plans.evaluate(STORED) is None
    press(plans, "存在这台设备上")
    expect(plans.locator(SAID)).to_contain_text("已存在这台设备上")
    plans.fill(NAME, "大电视")
    plans.clock.set_fixed_time("2027-02-01T08:00:00")
    plans.reload()
    expect(plans.locator(NAME)).to_have_value("大电视")
    expect(plans.locator(SENTENCE)).to_contain_text("一共还要还 1,000.00 元")
    expect(plans.locator(NAME)).to_be_hidden()
    plans.once("dialog", lambda dialog: dialog.dismiss())
    press(plans, "清除全部")
    assert "大电视" in plans.evaluate(STORED)
    plans.once("dialog", lambda dialog: dialog.accept())
    press(plans, "清除全部")
    expect(plans.locator(SAID)).to_contain_text("已清除")
    assert plans.evaluate(STORED) is None
    expect(plans.locator(NAME).first).to_have_value("手机")
    plans.reload()
    expect(plans.locator(NAME).first).to_have_value("手机")
    assert plans.evaluate(STORED) is None


def test_a_file_takes_the_plans_to_another_device(plans: Page, tmp_path: Path) -> None:
    press(plans, "清空例子，填我自己的")
    row(plans, "电视", "1200", "12", "", "2026-12-20")
    with plans.expect_download() as download:
        press(plans, "导出文件")
    assert download.value.suggested_filename == "我的分期.json"
    file = tmp_path / "我的分期.json"
    download.value.save_as(file)
    plans.reload()
    expect(plans.locator(NAME).first).to_have_value("手机")
    plans.set_input_files("input[type=file]", file)
    expect(plans.locator(SAID)).to_contain_text("已导入")
    expect(plans.locator(NAME)).to_have_value("电视")
    expect(plans.locator(SENTENCE)).to_contain_text("1,200.00 元")
    assert plans.evaluate(STORED) is None


def plan_file(**orders: Any) -> str:
    return json.dumps({"version": 1, "answers": {"orders": [orders]}})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 1000,
        "null",
        '{"version": 3, "answers": {"orders": []}}',
        '{"version": 1, "answers": {"orders": 7}}',
        '{"version": 1, "answers": {"orders": [null]}}',
        '{"version": 1, "answers": {"orders": [], "evil": "1"}}',
        plan_file(name={"toString": "x"}),
        plan_file(__proto__="x"),
        json.dumps({"version": 1, "answers": {"orders": [{}] * 21}}),
        plan_file(name="x" * 200_001),
    ],
    ids=lambda text: text[:40],
)
def test_a_file_that_is_not_ours_is_refused(plans: Page, text: str) -> None:
    payload = {
        "name": "x.json",
        "mimeType": "application/json",
        "buffer": text.encode(),
    }
    plans.set_input_files("input[type=file]", payload)  # type: ignore[arg-type]  # a payload
    expect(plans.locator(SAID)).to_contain_text("没有用它")
    expect(plans.locator(NAME).first).to_have_value("手机")


def chosen(plans: Page, content: bytes) -> None:
    payload = {"name": "x.json", "mimeType": "application/json", "buffer": content}
    plans.set_input_files("input[type=file]", payload)  # type: ignore[arg-type]  # a payload


def test_a_file_in_another_encoding_is_refused_with_the_reason(plans: Page) -> None:
    order = {"name": "手机", "amount": "1", "periods": "1", "first_due": "2027-01-01"}
    content = json.dumps(
        {"version": 1, "answers": {"orders": [order]}}, ensure_ascii=False
    )
    chosen(plans, content.encode("gbk"))
    expect(plans.locator(SAID)).to_contain_text("不是 UTF-8")
    chosen(plans, content.encode())
    expect(plans.locator(SAID)).to_contain_text("已导入")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"version": 9, "answers": {}}', "更新的手册"),
        ('{"version": 1, "answers": {"orders": [{"na', "不完整"),
        ('{"version": 1, "answers": {"orders": [{"colour": "1"}]}}', "没有的内容"),
    ],
)
def test_what_is_not_understood_is_kept_and_exported(
    plans: Page, text: str, why: str
) -> None:
    plans.evaluate("text => localStorage.setItem('calc.my-plans', text)", text)
    plans.reload()
    expect(plans.locator(SAID)).to_contain_text(why)
    plans.fill(f"{NAME} >> nth=0", "大电视")
    plans.locator(NAME).first.blur()
    assert plans.evaluate(STORED) == text
    with plans.expect_download() as download:
        press(plans, "导出文件")
    assert Path(download.value.path()).read_text() == text
    plans.once("dialog", lambda dialog: dialog.accept())
    press(plans, "存在这台设备上")
    assert "大电视" in plans.evaluate(STORED)


def stored(plans: Page, name: str) -> str:
    order = {"name": name, "amount": "1200", "periods": "12", "first_due": "2026-12-20"}
    text = plan_file(**order)
    plans.evaluate("text => localStorage.setItem('calc.my-plans', text)", text)
    return text


def stored_names(plans: Page) -> list[str]:
    orders = json.loads(plans.evaluate(STORED))["answers"]["orders"]
    return [order["name"] for order in orders]


def test_a_link_is_seen_beside_ones_own_plans(plans: Page) -> None:
    stored(plans, "电视")
    plans.reload()
    expect(plans.locator(NAME)).to_have_value("电视")
    plans.evaluate("link => { location.hash = link; }", HEADPHONES)
    expect(plans.locator(SAID)).to_contain_text("你自己存的没有动")
    expect(plans.locator(".calc-notice")).to_contain_text("按链接填好")
    text = plans.evaluate(STORED)
    plans.fill(f"{NAME} >> nth=0", "别的")
    assert plans.evaluate(STORED) == text
    press(plans, "看我自己存的")
    expect(plans.locator(NAME)).to_have_value("电视")
    plans.fill(NAME, "大电视")
    plans.locator(NAME).blur()
    assert "大电视" in plans.evaluate(STORED)
    press(plans, "撤销：改「电视」")
    press(plans, "撤销：看我自己存的")
    expect(plans.locator(NAME).first).to_have_value("别的")
    plans.fill(f"{NAME} >> nth=0", "又一个")
    assert "电视" in plans.evaluate(STORED)
    assert "又一个" not in plans.evaluate(STORED)


@pytest.mark.parametrize("link", [AMOUNTLESS, CUT])
def test_a_refused_link_leaves_the_example_and_ones_own_plans(
    plans: Page, link: str
) -> None:
    stored(plans, "电视")
    plans.reload()
    expect(plans.locator(NAME)).to_have_value("电视")
    plans.evaluate("link => { location.hash = link; }", link)
    expect(plans.locator(".calc-notice")).to_contain_text("没有用它")
    expect(plans.locator(SAID)).to_contain_text("你自己存的没有动")
    assert stored_names(plans) == ["电视"]
    plans.once("dialog", lambda dialog: dialog.accept())
    press(plans, "存在这台设备上")
    assert stored_names(plans) == names(plans) == ["手机", "耳机", "平板"]
    press(plans, "撤销：换掉原来存着的")
    expect(plans.locator(NAME)).to_have_value("电视")


def test_two_pages_agree(plans: Page, server: Server) -> None:
    stored(plans, "电视")
    plans.reload()
    other = plans.context.new_page()
    other.goto(server.url + PAGE)
    expect(other.locator(NAME)).to_have_value("电视")
    press(other, "改我的分期")
    other.fill(NAME, "大电视")
    expect(plans.locator(NAME)).to_have_value("大电视")
    other.once("dialog", lambda dialog: dialog.accept())
    press(other, "清除全部")
    expect(plans.locator(SAID)).to_contain_text("在另一个页面里清除了")
    expect(plans.locator("[data-plans=undo]")).to_be_disabled()
    plans.fill(f"{NAME} >> nth=0", "手表")
    assert plans.evaluate(STORED) is None


def test_markup_in_a_file_stays_text(plans: Page) -> None:
    evil = "<img src=x onerror=alert(1)>"
    order = {"name": evil, "amount": "1", "periods": "1", "first_due": "2027-01-01"}
    text = plan_file(**order)
    payload = {
        "name": "x.json",
        "mimeType": "application/json",
        "buffer": text.encode(),
    }
    plans.set_input_files("input[type=file]", payload)  # type: ignore[arg-type]  # a payload
    expect(plans.locator(".calc-result")).to_contain_text(evil)
    expect(plans.locator(":is(.calc-form, .calc-result) img")).to_have_count(0)


@pytest.mark.parametrize("denied", ["setItem", "getItem"])
def test_without_storage_all_else_works(
    page: Page, server: Server, complaints: list[str], denied: str
) -> None:
    page.add_init_script(DENIED.format(denied))
    page.goto(server.url + PAGE)
    press(page, "存在这台设备上")
    expect(page.locator(SAID)).to_contain_text("浏览器不让存")
    press(page, "清空例子，填我自己的")
    row(page, "电视", "1200", "12", "", "2099-12-20")
    expect(page.locator(SENTENCE)).to_contain_text("1,200.00 元")
    complaints.clear()  # the theme keeps the colours, and complains


def kept_two(plans: Page) -> None:
    press(plans, "清空例子，填我自己的")
    row(plans, "电视", "1200", "12", "", "2026-12-20")
    press(plans, "再加一行")
    row(plans, "手机", "600", "6", "", "2027-01-05")
    press(plans, "存在这台设备上")
    expect(plans.locator(SENTENCE)).to_contain_text("1,800.00 元")


def names(plans: Page) -> list[str]:
    return [box.input_value() for box in plans.locator(NAME).all()]


def test_each_change_can_be_undone_also_on_the_next_visit(plans: Page) -> None:
    kept_two(plans)
    plans.get_by_role("button", name="删去第 1 行：电视").click()
    plans.fill("[name$='.amount']", "900")
    plans.locator("[name$='.amount']").blur()
    expect(plans.locator(SENTENCE)).to_contain_text("900.00 元")
    plans.reload()
    press(plans, "撤销：改「手机」")
    expect(plans.locator("[name$='.amount']")).to_have_value("600")
    press(plans, "撤销：删去「电视」")
    expect(plans.locator(SENTENCE)).to_contain_text("1,800.00 元")
    assert names(plans) == ["电视", "手机"]
    expect(plans.locator(SAID)).to_have_text("已撤销：删去「电视」。")
    plans.reload()
    expect(plans.locator(SENTENCE)).to_contain_text("1,800.00 元")
    assert names(plans) == ["电视", "手机"]


def test_an_import_and_another_one_kept_can_be_undone(plans: Page) -> None:
    kept_two(plans)
    order = {"name": "手表", "amount": "1", "periods": "1", "first_due": "2027-01-01"}
    chosen(plans, plan_file(**order).encode())
    expect(plans.locator(SAID)).to_contain_text("已导入")
    assert names(plans) == ["手表"]
    assert "手表" in plans.evaluate(STORED)
    press(plans, "撤销：导入文件")
    assert names(plans) == ["电视", "手机"]


def test_what_was_typed_before_a_link_comes_back(plans: Page) -> None:
    press(plans, "清空例子，填我自己的")
    row(plans, "电视", "1200", "12", "", "2026-12-20")
    plans.evaluate("link => { location.hash = link; }", HEADPHONES)
    expect(plans.locator(NAME)).to_have_value("耳机")
    press(plans, "撤销：打开链接")
    expect(plans.locator(NAME)).to_have_value("电视")
    assert plans.evaluate(STORED) is None


def test_clearing_takes_the_way_back_too(plans: Page) -> None:
    kept_two(plans)
    expect(plans.locator("[data-plans=undo]")).to_have_text("撤销：改「手机」")
    plans.once("dialog", lambda dialog: dialog.accept())
    press(plans, "清除全部")
    expect(plans.locator("[data-plans=undo]")).to_be_disabled()
    assert plans.evaluate("localStorage.getItem('calc.my-plans')") is None


def test_a_message_becomes_a_row(plans: Page) -> None:
    plans.click(".calc-paste summary")
    said = "分期金额3000元，分6期，每期应还526.58元，第一期还款日2026年12月20日"
    plans.fill(".calc-paper", said)
    chosen = plans.locator(".calc-paste .calc-proposal:enabled")
    expect(chosen).to_have_count(3)
    press(plans, "填进下面")
    row = plans.locator(".calc-row")
    expect(row).to_have_count(1)
    boxes = [box.input_value() for box in row.locator("input[name]").all()]
    assert boxes == ["", "3000.00", "6", "", "2026-12-20"]
    plans.fill(NAME, "电视")
    expect(plans.locator(f".calc-result {SENTENCE}")).to_contain_text("3,000.00 元")
    press(plans, "撤销")
    expect(plans.locator(NAME)).to_have_value("")
    press(plans, "撤销")
    assert names(plans) == ["手机", "耳机", "平板"]
