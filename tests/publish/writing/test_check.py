"""A check's data is held to its rules, and its text is all there to read."""

import re
from copy import deepcopy
from html.parser import HTMLParser
from typing import Any

import pytest
from markdown import markdown

from publish.mistakes import Mistake
from publish.writing import declared
from publish.writing.check import Outcome, Question, check
from publish.writing.steps import DAMAGED, steps

FILE = "guides/failed-check.toml"
TOLD = {
    "title": "换卡",
    "do": ["换一张卡。[^PF-01]"],
    "worked": ["已还。"],
    "keep": ["截图。"],
    "links": ["[换卡](bank-card.md)"],
}
SMALL: dict[str, Any] = {
    "start": "seen",
    "questions": {
        "seen": {
            "ask": "看到什么<？",
            "hint": "照着选。",
            "options": {
                "card": {"label": "卡的事", "to": "card"},
                "other": {"label": "别的", "to": "other"},
            },
        },
        "card": {
            "ask": "哪一种？",
            "hint": "照着选。",
            "options": {"expired": {"label": "过期", "to": "expired"}},
        },
    },
    "outcomes": {"expired": TOLD, "other": {**TOLD, "title": "问客服"}},
}


@pytest.fixture
def table() -> dict[str, Any]:
    return deepcopy(SMALL)


def refusal(table: dict[str, Any]) -> str:
    with pytest.raises(Mistake) as raised:
        check(table)
    return str(raised.value)


def html(table: dict[str, Any]) -> str:
    kept: list[str] = []

    def store(text: str) -> str:
        kept.append(text)
        return f"<!--{len(kept) - 1}-->"

    text = steps(check(table), store)
    made = markdown(text, extensions=["md_in_html"])
    return re.sub(r"<!--(\d+)-->", lambda found: kept[int(found[1])], made)


def test_a_step_nobody_declared(table: dict[str, Any]) -> None:
    table["questions"]["card"]["options"]["expired"]["to"] = "expird"
    expected = "card.expired：步骤里没有“expird”；最接近的是“expired”"
    assert refusal(table) == expected


def test_a_start_nobody_declared(table: dict[str, Any]) -> None:
    table["start"] = "sen"
    assert refusal(table) == "start：步骤里没有“sen”；最接近的是“seen”"


def test_a_step_no_answer_leads_to(table: dict[str, Any]) -> None:
    del table["questions"]["seen"]["options"]["card"]
    assert refusal(table) == ("没有一个回答通向“card”\n没有一个回答通向“expired”")


def test_answers_that_go_round(table: dict[str, Any]) -> None:
    table["questions"]["card"]["options"]["expired"]["to"] = "seen"
    assert refusal(table) == "回答绕回了原处：seen → card → seen"


def test_one_name_for_two_steps(table: dict[str, Any]) -> None:
    table["outcomes"]["card"] = TOLD
    assert "“card”既是问题又是结果" in refusal(table)


def test_an_unknown_source(table: dict[str, Any]) -> None:
    table["outcomes"]["other"] = {**TOLD, "keep": ["截图。[^PF-1]"]}
    expected = r"other：出处里没有“PF-1”；最接近的是“PF-\d+”"
    assert re.fullmatch(expected, refusal(table))


def test_a_figure_without_a_source(table: dict[str, Any]) -> None:
    table["outcomes"]["other"] = {**TOLD, "worked": ["3 天内到账。"]}
    assert refusal(table).startswith("other：“3 天”没有出处")


@pytest.mark.parametrize("part", ["title", "do", "worked", "keep", "links"])
def test_an_outcome_says_all_it_must(table: dict[str, Any], part: str) -> None:
    table["outcomes"]["other"] = {k: v for k, v in TOLD.items() if k != part}
    assert refusal(table) == f"other 缺“{part}”，或者它是空的"


def test_a_misspelt_entry(table: dict[str, Any]) -> None:
    option = table["questions"]["seen"]["options"]["card"]
    option["lable"] = option.pop("label")
    expected = "seen.card 的项里没有“lable”；最接近的是“label”"
    assert refusal(table) == expected


def test_a_key_that_would_not_stand_in_an_address(table: dict[str, Any]) -> None:
    table["questions"]["card"]["options"] = {"a.b": {"label": "过期", "to": "expired"}}
    assert refusal(table) == "card：选项的键“a.b”只能用小写字母 a 到 z"


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(Mistake, match=r"最接近的是“guides/failed-check\.toml”"):
        declared.read("guides/failed-chek.toml", dict)


def test_the_text_of_a_small_check(table: dict[str, Any]) -> None:
    text = html(table)
    assert f'role="alert" hidden>{DAMAGED}</p>' in text
    assert '<h2 id="check-seen" tabindex="-1">看到什么&lt;？</h2>' in text
    option = '<a href="#check-card" data-key="card" data-to="check-card">卡的事</a>'
    assert option in text
    trail = '<a href="#check-seen">卡的事</a> → <a href="#check-card">过期</a>'
    assert f'<p class="check-trail">{trail}</p><h2 id="check-expired"' in text
    assert re.findall(r'data-route="([^"]*)"', text) == [
        "",
        "card",
        "card.expired",
        "other",
    ]
    assert '<a href="bank-card.md">换卡</a>' in text
    assert text.count("<h3>现在做什么</h3>") == 2


class Links(HTMLParser):
    """The places of a page and the links to places."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and (value or "").startswith("#check-"):
                self.targets.append((value or "")[1:])


def test_without_a_script_every_option_leads_somewhere() -> None:
    links = Links()
    links.feed(html(dict(declared.read(FILE, dict))))
    assert len(links.ids) == len(set(links.ids))
    assert set(links.targets) == set(links.ids)


def test_every_way_of_the_page_ends_in_an_outcome() -> None:
    found = check(declared.read(FILE, dict))
    routes = list(found.routes())
    asked = {n for n, s in found.steps.items() if isinstance(s, Question)}
    ends = [answers for name, answers in routes if name not in asked]
    assert len(ends) >= 20
    for name in asked:
        step = found.steps[name]
        assert isinstance(step, Question)
        assert len(step.options) >= 2
    going_on = [answers for name, answers in routes if name in asked]
    for answers in going_on:
        assert any(end[: len(answers)] == answers for end in ends)


@pytest.mark.parametrize(
    "seen",
    [
        "余额不足",
        "单日限额",
        "超出次数",
        "挂失、冻结、注销、未激活",
        "过期",
        "Ⅱ类户、Ⅲ类户",
        "预留手机号不符",
        "证件",
        "代扣协议已解除",
        "银联在线未开通",
        "系统维护",
        "只收不付",
        "卡里有钱，却没扣",
        "没有显示已还",
        "没有任何提示",
    ],
)
def test_what_readers_see_can_be_chosen(seen: str) -> None:
    found = check(declared.read(FILE, dict))
    labels = [
        option.label
        for step in found.steps.values()
        if isinstance(step, Question)
        for option in step.options.values()
    ]
    assert any(seen in label for label in labels)


def test_who_waits_for_an_answer_does_not_fall_overdue() -> None:
    told = check(declared.read(FILE, dict)).steps["paid-not-posted"]
    assert isinstance(told, Outcome)
    text = "".join(told.do)
    assert "先查再付" in text
    assert text.index("先查再付") < text.index("再付一次这一期")
    assert "已扣款、未入账" in text
