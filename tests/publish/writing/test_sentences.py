"""Sentences are short, on every page for readers."""

from pathlib import Path

import pytest

from publish.writing.declared import DOCS
from publish.writing.sentences import average, sentences

AT_MOST = 25
# what changed is a list that everybody adds to
LISTS = {"decisions", "changes.md"}
PAGES = [p for p in sorted(DOCS.rglob("*.md")) if not LISTS.intersection(p.parts)]


def test_what_counts_as_a_sentence() -> None:
    text = "---\ntitle: 标题\n---\n# 一级\n\n- 先截图。再[还款](a.md)[^PF-01]\n\n| 一 | 二 |\n"
    assert sentences(text) == ["先截图。", "再还款"]
    assert average(text) == pytest.approx(3.5)


def test_a_rule_counts_as_it_is_read() -> None:
    (sentence,) = sentences("[= rule:dispute.days]。")
    assert sentence == "收到之日起20日内书面答复。"


def test_a_page_without_prose_is_not_long() -> None:
    assert average("# 标题\n\n| 一 |\n|---|\n") == 0


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.relative_to(DOCS).as_posix())
def test_sentences_are_short(path: Path) -> None:
    assert average(path.read_text("utf-8")) <= AT_MOST
