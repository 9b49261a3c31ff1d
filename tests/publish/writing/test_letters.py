"""Letters: their blanks, their sources, and the text as it prints without a script."""

import re
from copy import deepcopy
from html import unescape
from typing import Any

import pytest
from markdown import markdown

from publish.mistakes import Mistake
from publish.writing import declared
from publish.writing.letter import LINES, letter
from publish.writing.markdown import from_page

FOLDER = declared.DOCS / "guides" / "letters"
NAMES = {
    "hardship": "协商还款申请",
    "waiver": "逾期费用减免请求",
    "card-refund": "退货后结束信用卡分期的申请",
    "contract-copy": "索要合同和收费明细",
    "settled": "结清证明申请",
    "no-third-party": "请只联系我本人的通知",
    "complaint": "正式投诉书",
    "review": "投诉核查申请书",
    "dispute": "征信异议申请",
    "credit-complaint": "征信投诉书",
    "call-log": "与客服沟通记录表",
    "evidence": "证据清单",
}
SMALL: dict[str, Any] = {
    "title": "一封信",
    "sources": ["CR-04"],
    "text": "致：{to}\n\n20 日内答复。{why}",
    "fields": {"to": {"label": "机构"}, "why": {"label": "原因", "kind": "lines"}},
}


@pytest.fixture
def table() -> dict[str, Any]:
    return deepcopy(SMALL)


def refusal(table: dict[str, Any]) -> str:
    with pytest.raises(Mistake) as raised:
        letter(table)
    return str(raised.value)


def pressed(name: str) -> str:
    extensions = ["footnotes", "md_in_html", "tables", "publish.writing.markdown"]
    return markdown(from_page("a.md", 0, f"::: letter {name}"), extensions=extensions)


def sheet(name: str) -> str:
    found = re.search(
        r'<div class="letter-sheet">(.*?)</div>', pressed(name), re.DOTALL
    )
    assert found
    return unescape(re.sub(r"<[^>]+>", "", found[1]))


def test_a_blank_nobody_declared(table: dict[str, Any]) -> None:
    table["text"] += "{wy}"
    assert refusal(table) == "空里没有“wy”；最接近的是“why”"


def test_a_field_the_text_leaves_out(table: dict[str, Any]) -> None:
    table["fields"]["name"] = {"label": "姓名"}
    assert refusal(table) == "正文里没有用到“name”"


def test_an_unknown_kind(table: dict[str, Any]) -> None:
    table["fields"]["to"]["kind"] = "lins"
    assert refusal(table) == "to：种类里没有“lins”；最接近的是“lines”"


def test_a_fact_no_calculator_knows(table: dict[str, Any]) -> None:
    table["fields"]["to"]["plan"] = "amont"
    assert refusal(table) == "to：分期的事实里没有“amont”；最接近的是“amount”"


def test_an_unknown_source(table: dict[str, Any]) -> None:
    table["sources"] = ["CR-4"]
    assert "出处里没有“CR-4”；最接近的是“CR-" in refusal(table)


def test_a_period_without_a_source(table: dict[str, Any]) -> None:
    table["sources"] = []
    assert refusal(table).startswith("正文：“20 日”没有出处")


def test_a_choice_without_a_source(table: dict[str, Any]) -> None:
    table |= {"sources": [], "text": "致：{to}{why}"}
    table["fields"]["why"] = {"label": "规定", "choices": {"甲": "最长 5 年。"}}
    assert refusal(table).startswith("why：“5 年”没有出处")


def test_no_fields_at_all(table: dict[str, Any]) -> None:
    del table["fields"]
    assert refusal(table) == "这封信 缺“fields”，或者它是空的"


def test_these_letters_and_no_others() -> None:
    found = {path.stem: path for path in FOLDER.glob("*.toml")}
    titles = {
        n: declared.read(f"guides/letters/{n}.toml", dict)["title"] for n in found
    }
    assert titles == NAMES
    page = (FOLDER.parent / "letters.md").read_text(encoding="utf-8")
    for name, title in NAMES.items():
        assert f"## {title} {{#{name}}}" in page
        assert f"::: letter {name}\n" in page


@pytest.mark.parametrize("name", NAMES)
def test_every_box_has_a_label_and_fills_a_blank(name: str) -> None:
    html = pressed(name)
    boxes = re.findall(
        r'<(?:input|textarea|select)[^>]* id="([^"]+)" name="(\w+)"', html
    )
    assert len(boxes) >= 10
    for place, field in boxes:
        assert f'<label for="{place}">' in html
        assert f'data-field="{field}"' in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_boxes_say_which_fact_they_hold_and_where_the_day_goes() -> None:
    html = pressed("no-third-party")
    assert re.search(r'<input[^>]* name="overdue_amount"[^>]* data-plan="over', html)
    assert re.search(r'<input[^>]* name="lender"[^>]* data-plan="lender"', html)
    assert re.search(r'<input[^>]* name="date"[^>]* data-today', html)
    assert not re.search(r'<input[^>]* name="name"[^>]* data-(plan|today)', html)


@pytest.mark.parametrize("name", NAMES)
def test_the_sheet_reads_without_a_script(name: str) -> None:
    text = sheet(name)
    assert NAMES[name] in text
    assert LINES["line"] in text
    assert not re.search(r"[{}|]|\[\^", text)


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("hardship", "《商业银行信用卡业务监督管理办法》第七十条"),
        ("hardship", "《中华人民共和国民法典》第六百七十八条"),
        ("dispute", "《征信业管理条例》第二十五条"),
        ("waiver", "《征信业管理条例》第十五条"),
        ("credit-complaint", "《征信业管理条例》第二十六条"),
        ("contract-copy", "《中华人民共和国消费者权益保护法》第二十八条"),
        ("no-third-party", "《中华人民共和国个人信息保护法》第四十四条"),
    ],
)
def test_a_rule_is_named_with_its_article(name: str, article: str) -> None:
    assert article in sheet(name)


def test_the_card_rule_is_only_for_cards() -> None:
    found = letter(declared.read("guides/letters/hardship.toml", dict))
    choices = found.fields["law"].choices
    assert [who for who, text in choices.items() if "第七十条" in text] == ["信用卡"]


@pytest.mark.parametrize("name", NAMES)
def test_letters_ask_and_do_not_threaten(name: str) -> None:
    text = sheet(name)
    for word in ("必须", "否则", "违法", "起诉", "曝光", "一切后果", "保证"):
        assert word not in text


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_asks_for_what_thieves_want(name: str) -> None:
    found = letter(declared.read(f"guides/letters/{name}.toml", dict))
    for blank in found.fields.values():
        assert not re.search("身份证|证件号|完整卡号|密码|验证码", blank.label)
