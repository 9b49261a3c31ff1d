"""The rules of the site: stated once, quoted with their sources, typed by no page."""

from pathlib import Path

import pytest
from markdown import markdown

from publish.mistakes import Mistake
from publish.writing import rules
from publish.writing.declared import DOCS
from publish.writing.markdown import from_page
from publish.writing.sources import sources

EXTENSIONS = ["footnotes", "publish.writing.markdown"]
RULES = rules.rules()
PAGES = sorted(DOCS.rglob("*.md"))


def press(text: str, page: str = "guides/a.md") -> str:
    return markdown(from_page(page, 0, text), extensions=EXTENSIONS)


def quoted_by(name: str) -> list[str]:
    """The pages that state this rule."""
    files = [*PAGES, *DOCS.rglob("*.toml")]
    return [
        path.relative_to(DOCS).as_posix()
        for path in files
        if any(at[1] == name for at in rules.QUOTED.finditer(path.read_text("utf-8")))
    ]


def test_a_quote_is_the_rule_and_its_source() -> None:
    html = press("异议：[= rule:dispute.days]。")
    assert "异议：收到之日起 20 日内书面答复" in html
    assert 'class="footnote-ref"' in html
    assert "国务院令第631号" in html


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("[= rule:disputes]", "规则里没有“disputes”；最接近的是“dispute”"),
        (
            "[= rule:dispute.day]",
            "规则 dispute 的说法里没有“day”；最接近的是“days”",
        ),
    ],
)
def test_an_unknown_rule_names_the_nearest(quote: str, said: str) -> None:
    with pytest.raises(Mistake, match=said):
        press(quote)


def test_what_a_rule_says_no_page_types() -> None:
    with pytest.raises(Mistake) as raised:
        press("投诉一般 15 日内答复。[^CP-01]")
    assert "a.md:1: “投诉一般 15 日内”是全站的规则，要引用：[= rule:complaint]" in str(
        raised.value
    )


@pytest.mark.parametrize("name", RULES)
def test_every_rule_guards_what_it_says(name: str) -> None:
    rule = RULES[name]
    wordings = (rule.text, *rule.parts.values())
    found = [s for text in wordings for s in rules.typed(text)]
    assert any(f"[= rule:{name}]" in sentence for sentence in found)


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_sources(name: str) -> None:
    assert RULES[name].sources
    assert set(RULES[name].sources) <= sources().keys()


@pytest.mark.parametrize("name", RULES)
def test_every_rule_is_stated_where_rules_are_listed_and_where_it_matters(
    name: str,
) -> None:
    pages = quoted_by(name)
    assert "reference/rules.md" in pages
    assert len(pages) > 1


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.relative_to(DOCS).as_posix())
def test_no_page_states_a_rule_itself(path: Path) -> None:
    lines = path.read_text("utf-8").split("---\n", 2)[-1].splitlines()
    assert [said for line in lines for said in rules.typed(line)] == []


def test_a_rule_that_ended_says_so() -> None:
    html = press("[= rule:repair]。")
    assert "<span>（2026-03-31 已过，除非官方另有公告，按已结束看）</span>" in html
