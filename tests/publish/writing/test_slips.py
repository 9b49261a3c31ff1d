"""The sources are held to what a footnote needs; a slip says where it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from publish.mistakes import Mistake
from publish.writing import sources

GOOD = """[A-1]
title = "一部规定"
kind = "法规"
confidence = "高"
note = "说了什么"
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Another docs/sources.toml."""
    path = tmp_path / "sources.toml"
    monkeypatch.setattr(sources, "FILE", path)
    sources.sources.cache_clear()
    yield path
    sources.sources.cache_clear()


def test_what_is_needed_is_enough(file: Path) -> None:
    file.write_text(GOOD, encoding="utf-8")
    assert sources.described(sources.source("A-1")).startswith("一部规定")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"一部规定"', '"一部规定', "sources.toml 的第 2 行第 14 个字不合 TOML 的写法"),
        ("title", "titel", "sources.toml 的 A-1 的项里没有“titel”；最接近的是“title”"),
        ('"说了什么"', '""', "sources.toml 的 A-1 缺“note”，或者它是空的"),
        (
            '"法规"',
            '"法归"',
            "sources.toml 的 A-1 的 kind里没有“法归”；最接近的是“法规”",
        ),
    ],
)
def test_a_slip_is_named_with_its_place(
    file: Path, old: str, new: str, said: str
) -> None:
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(Mistake) as refused:
        sources.source("A-1")
    assert str(refused.value).startswith(said)
