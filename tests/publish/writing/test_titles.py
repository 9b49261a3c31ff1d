"""A link says where it leads."""

import pytest

from publish.writing.titles import misnamed


@pytest.mark.parametrize(
    "line",
    [
        "看[逾期了怎么办](overdue.md)。",
        "看[手动还](pay-by-hand.md)。",
        "看[提前结清](pay-by-hand.md#early)。",
        "用[逾期费用](../calculators/late-fee.md)。",
        "没有这一页的链接由 MkDocs 来说：[某页](nowhere.md)。",
    ],
)
def test_a_title_another_name_and_a_heading_will_do(line: str) -> None:
    assert list(misnamed("guides/a.md", line)) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("看[这里](overdue.md)。", "链接“这里”通向“逾期了怎么办”，要照这样写"),
        (
            "看[还清](pay-by-hand.md#early)。",
            "链接“还清”通向“提前结清”，要照这样写",
        ),
        (
            "用[计算器](../calculators/late-fee.md)。",
            "链接“计算器”通向“逾期费用”，要照这样写",
        ),
    ],
)
def test_another_text_is_told_the_title(line: str, said: str) -> None:
    assert list(misnamed("guides/a.md", line)) == [said]


def test_the_landing_page_asks_in_the_words_of_readers() -> None:
    assert list(misnamed("index.md", "[已经晚了](guides/overdue.md)")) == []
