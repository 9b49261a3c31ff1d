import json
from pathlib import Path
from typing import Any

import pytest

from publish.scripts import bundled
from publish.theme import search
from tests.publish.theme.searching import answers, ask, build, first
from tests.publish.theme.searching import index as read

HOOKS = """
from publish.theme import search
pages = []
def on_page_content(html, page, **_):
    pages.append(page)
    return search.anchor_terms(html, page)
def on_post_build(config):
    search.write(config, pages)
"""
CONFIG = """
site_name: 样书
theme: mkdocs
use_directory_urls: {directory_urls}
plugins: []
hooks: [hooks.py]
exclude_docs: "*.toml"
markdown_extensions: [attr_list, def_list, md_in_html, toc: {{permalink: true}}]
"""
PAGES = {
    "index.md": "# 首页\n\n[提前还款要不要手续费](guides/pay.md)",
    "guides/pay.md": (
        "---\ndescription: 怎么自己还。\nsearch_terms: [怎么还, 12378]\n---\n"
        "# 手动还款与提前还款\n\n提前几天都行。\n\n## 还一部分 {#part}\n\n先问放款方。"
        "\n\n## 接下来看\n\n逾期了怎么办"
    ),
    "guides/autopay.md": "# 设置自动还款\n\n提前把钱存好，还款日自动扣。",
    "guides/late.md": "# 逾期了怎么办\n\n每天收罚息，不要提前下结论，先还款。",
    "guides/check.md": (
        '# 自查\n\n<a href="#check-card" data-key="a" data-to="check-card">'
        "卡有问题：挂失、冻结</a>\n\n## 换一张卡 {#check-card}\n\n先手动还上。"
    ),
    "reference/glossary.md": (
        "# 名词表\n\n罚息\n滞纳金\n:   逾期后多收的利息。\n\n绑卡\n:   把银行卡加进来。"
    ),
    "questions.toml": """
[urgent]
"已经晚了" = "guides/late.md"
[help]
"问谁" = "guides/pay.md#part"
[pages]
"guides/late.md" = ["忘了还会上征信吗", "催收打给爸妈"]
"guides/pay.md#part" = ["手头紧先给一点"]
""",
    "words.toml": 'same = [["爸妈", "家里人", "family"], ["花呗", "huabei"]]',
}


def built(folder: Path, *, directory_urls: bool) -> Path:
    for name, text in PAGES.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build(folder, CONFIG.format(directory_urls=str(directory_urls).lower()), HOOKS)
    return folder / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("online"), directory_urls=True)


@pytest.fixture(scope="module")
def index(site: Path) -> dict[str, Any]:
    found = read(site)
    assert "\u200b" not in json.dumps(found, ensure_ascii=False)
    return found


def test_entries_name_pages_sections_and_terms(index: dict[str, Any]) -> None:
    entries = {entry["location"]: entry for entry in index["docs"]}
    assert entries["guides/pay/"]["terms"] == ["怎么还", "12378"]
    assert entries["guides/pay/"]["text"].startswith("怎么自己还。 提前几天")
    assert entries["guides/pay/#part"]["title"] == "还一部分"
    assert entries["reference/glossary/#罚息"]["terms"] == ["罚息", "滞纳金"]
    assert entries["guides/late/"]["asked"] == ["忘了还会上征信吗", "催收打给爸妈"]
    assert entries["guides/pay/#part"]["asked"] == ["手头紧先给一点"]
    assert "guides/pay/#接下来看" not in entries


def test_a_compound_query_is_not_cut(index: dict[str, Any]) -> None:
    assert first(index, "提前还款") == "guides/pay/"
    assert first(index, "自动还款") == "guides/autopay/"


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("设置自动还款", "guides/autopay/"),
        ("绑卡", "reference/glossary/"),
        ("滞纳金", "reference/glossary/"),
        ("怎么还", "guides/pay/"),
        ("12378", "guides/pay/"),
        ("１２３７８", "guides/pay/"),
        ("自动 还款", "guides/autopay/"),
        ("已经逾期了，该怎么办？", "guides/late/"),
        ("怎么办", "guides/late/"),
    ],
)
def test_the_right_page_is_first(index: dict[str, Any], query: str, page: str) -> None:
    assert first(index, query) == page


def test_the_home_page_does_not_answer_for_the_others(index: dict[str, Any]) -> None:
    (pages,) = ask(index, "提前还款要不要手续费")
    assert pages[0][0]["location"] == "guides/pay/"
    assert "首页" not in [page[0]["title"] for page in pages]


def test_a_section_that_answers_better_is_shown_below_its_page(
    index: dict[str, Any],
) -> None:
    ((page, *_),) = ask(index, "还一部分")
    assert [item["location"] for item in page] == ["guides/pay/", "guides/pay/#part"]
    assert page[1]["title"] == "<mark>还一部分</mark>"


def test_what_is_shown_is_text_with_marks_only(index: dict[str, Any]) -> None:
    hostile = {**index["docs"][1], "title": "<img>", "text": "a<i>提前</i>&amp;"}
    ((page,),) = ask({**index, "docs": [hostile]}, "提前")
    assert page[0]["title"] == "&lt;img>"
    assert page[0]["text"] == "a&lt;i><mark>提前</mark>&lt;/i>&amp;amp;"


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("爸妈", "guides/late/"),
        ("会不会找我家里人", "guides/late/"),
        ("will they call my family", "guides/late/"),
        ("忘记还", "guides/late/"),
        ("先给一点行不行", "guides/pay/"),
    ],
)
def test_listed_questions_and_everyday_words_lead_to_their_page(
    index: dict[str, Any], query: str, page: str
) -> None:
    assert first(index, query) == page


@pytest.mark.parametrize(
    "query",
    [
        *("zidonghuankuan", "zi dong huan kuan", "shezhi zidong huankuan", "zdhk"),
        *("zidonghuankaun", "zidong hauankuan", "zidonghuank", "ZIDONG"),
        *("自动還款", "設置自動還款", "自懂还款", "自动换款", "zidong还款"),
    ],
)
def test_pinyin_slips_and_traditional_characters_are_read(
    index: dict[str, Any], query: str
) -> None:
    assert first(index, query) == "guides/autopay/"


def test_the_part_that_answers_is_named(index: dict[str, Any]) -> None:
    ((page, *_),) = ask(index, "手头紧，给一点")
    assert [item["location"] for item in page] == ["guides/pay/", "guides/pay/#part"]


@pytest.mark.parametrize("hint", ["挂失", "提示冻结", "卡有问题"])
def test_what_one_chooses_in_a_check_leads_to_its_step(
    index: dict[str, Any], hint: str
) -> None:
    ((page, *_),) = ask(index, hint)
    assert [item["location"] for item in page] == [
        "guides/check/",
        "guides/check/#check-card",
    ]


def test_what_a_query_means_is_marked(index: dict[str, Any]) -> None:
    for query in ("zidong", "zi dong", "自懂"):
        ((page, *_),) = ask(index, query)
        assert page[0]["title"] == "设置<mark>自动</mark>还款"


@pytest.mark.parametrize("query", ["", "  ", "？", "(*"])
def test_who_asks_nothing_gets_the_urgent_questions(
    index: dict[str, Any], query: str
) -> None:
    (answer,) = answers(index, query)
    assert answer["kind"] == "urgent"
    (((item,),)) = answer["items"]
    assert item["location"] == "guides/late/"
    assert (item["title"], item["text"]) == ("已经晚了", "逾期了怎么办")


@pytest.mark.parametrize("query", ["zzzz", "qwrtp", "周杰伦", "hello"])
def test_who_finds_nothing_gets_what_is_near_and_whom_to_ask(
    index: dict[str, Any], query: str
) -> None:
    (answer,) = answers(index, query)
    assert answer["kind"] == "nearest"
    assert [page[0]["title"] for page in answer["items"]] == ["已经晚了", "问谁"]


def test_a_pasted_page_is_a_query_too(index: dict[str, Any]) -> None:
    assert first(index, "提前还款" * 5_000) == "guides/pay/"


def test_a_copy_opened_from_a_folder_gets_a_script(tmp_path: Path) -> None:
    site = built(tmp_path, directory_urls=False)
    folder = site / "search"
    assert [file.name for file in folder.iterdir()] == ["search_index.js"]
    script = (folder / "search_index.js").read_text(encoding="utf-8")
    held = json.loads(script.removeprefix("var SEARCH = "))
    assert held["worker"] == bundled("workers/search.js")
    index = held["index"]
    assert index == search.carried(site)
    assert first(index, "自动还款") == "guides/autopay.html"
