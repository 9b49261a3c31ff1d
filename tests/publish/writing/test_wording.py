"""One word for one thing, on every page and in every calculator; hard words explained."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from markdown import markdown

from publish.mistakes import Mistake
from publish.writing import wording
from publish.writing.declared import DOCS
from publish.writing.markdown import from_page

ROOT = Path(__file__).parents[3]
PAGES = sorted(DOCS.rglob("*.md"))
UNSURE = re.compile("未能核实|没能核实")
UNSURE_AT_MOST = 12


def explained(*lines: str, page: str = "guides/a.md") -> list[str]:
    return wording.explained(page, list(lines))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("先问放款方。", "“放款方”应写成“放款机构”"),
        ("钱还给放款那家。", "“放款那家”应写成“放款机构”"),
        ("抄下贷款人的全名。", "“贷款人”应写成“放款机构”"),
        ("看合同写的是哪种规矩。", "“规矩”应写成“规则”"),
        ("想提前还清。", "“提前还清”应写成“提前结清”"),
        ("打开自动扣款。", "“打开自动扣款”应写成“自动还款”"),
        ("自动还款失败了。", "“自动还款失败”应写成“自动扣款”"),
        ("打给发卡行。", "“发卡行”应写成“发卡银行”"),
        ("机构上报征信。", "“上报”应写成“报送”"),
        ("先冲抵费用。", "“冲抵”应写成“抵”"),
    ],
)
def test_a_wrong_word_names_the_right_one(line: str, said: str) -> None:
    assert list(wording.wrong(line)) == [said]
    with pytest.raises(Mistake, match=f"a.md:1: {said}"):
        markdown(
            from_page("guides/a.md", 0, line), extensions=["publish.writing.markdown"]
        )


@pytest.mark.parametrize(
    "line",
    [
        "合同里写「贷款人」的那一页。",
        "有页面写叫「更换代扣银行卡」。",
        "签约号无效、代扣协议已解除",
        "打开自动还款，看自动扣款成没成功。",
        "先抵追讨债权的费用。",
    ],
)
def test_what_others_print_may_be_quoted(line: str) -> None:
    assert list(wording.wrong(line)) == []


def test_the_first_use_of_a_hard_word_is_explained() -> None:
    first, second = explained("要一个工单号。", "报工单号。")
    assert first == "要一个工单号（客服登记这件事的编号）。"
    assert second == "报工单号。"


@pytest.mark.parametrize(
    "line",
    [
        "## 工单号",
        "| 工单号 | 有 |",
        "看[工单号](a.md)。",
        "说「工单号」。",
        "登记（要工单号）。",
        "工单号（登记的编号）。",
    ],
)
def test_no_explanation_where_it_would_be_in_the_way(line: str) -> None:
    assert explained(line) == [line]


def test_a_word_passed_over_is_explained_at_its_next_use() -> None:
    assert explained("## 工单号", "报工单号。")[1].startswith("报工单号（")


def test_reference_pages_define_words_themselves() -> None:
    line = "工单号是一个编号。"
    assert explained(line, page="reference/glossary.md") == [line]


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.relative_to(DOCS).as_posix())
def test_titles_use_the_same_words(path: Path) -> None:
    meta = yaml.safe_load(path.read_text("utf-8").split("---\n", 2)[1])
    for name in ("title", "description"):
        assert list(wording.wrong(str(meta.get(name, "")))) == []


def test_doubt_stands_in_footnotes() -> None:
    pages = [*(DOCS / "guides").rglob("*"), *(DOCS / "understand").rglob("*")]
    said = [UNSURE.findall(p.read_text("utf-8")) for p in pages if p.is_file()]
    assert sum(map(len, said)) <= UNSURE_AT_MOST


def _told(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize(
    "path",
    sorted(p for p in (ROOT / "calc").rglob("*.py") if "reading" not in p.parts),
    ids=lambda p: p.relative_to(ROOT).as_posix(),
)
def test_calculators_use_the_same_words(path: Path) -> None:
    # calc/reading reads what others print, in their words
    told = _told(path.read_text("utf-8"))
    assert [said for text in told for said in wording.wrong(text)] == []
