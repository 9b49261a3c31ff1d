"""Footnotes: what supports a sentence, and whether its official text was found."""

import pytest

from publish.writing import sources

LAW = {
    "title": "《办法》",
    "number": "令第1号",
    "date": "2026-04-15",
    "confidence": "高",
    "kind": "法规",
    "note": "支持：七日。",
}


def test_an_official_text_without_a_link_says_so() -> None:
    told = sources.described(LAW)
    assert (
        told
        == "《办法》（令第1号，2026-04-15）。法规，可信度高。未找到官方原文。支持：七日。"
    )


def test_a_link_or_another_kind_needs_no_such_word() -> None:
    linked = sources.described({**LAW, "url": "https://www.gov.cn/a"})
    assert '<a href="https://www.gov.cn/a" rel="noopener">《办法》</a>' in linked
    assert "未找到" not in linked
    assert "未找到" not in sources.described({**LAW, "kind": "媒体"})


@pytest.mark.parametrize(
    ("keys", "newest"),
    [
        ([], ""),
        (["CR-01"], "2013-03-15"),
        (["CR-01", "CP-04"], "2026-04-15"),
        (["SX-09"], "2025"),
        (["LPR"], "2026-08"),
        (["CCO-06"], ""),
    ],
)
def test_the_newest_source(keys: list[str], newest: str) -> None:
    assert sources.newest(keys) == newest


@pytest.mark.parametrize("key", sources.sources())
def test_every_law_has_a_number_or_a_date(key: str) -> None:
    source = sources.source(key)
    if source["kind"] in ("法规", "标准"):
        assert source.get("number") or source.get("date")
