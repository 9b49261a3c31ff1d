from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from publish.theme.asked import asked

URLS = {"guides/late.md": "guides/late/", "index.md": "./"}
PLACES = ["./", "guides/late/", "guides/late/#grace"]


def write(docs: Path, text: str) -> None:
    (docs / "questions.toml").write_text(text, encoding="utf-8")


def test_questions_stand_at_the_addresses_of_their_places(tmp_path: Path) -> None:
    write(
        tmp_path,
        '[pages]\n"guides/late.md#grace" = ["能宽限吗"]\n"index.md" = ["首页"]\n'
        '[urgent]\n"晚了" = "guides/late.md"\n',
    )
    (tmp_path / "words.toml").write_text('same = [["坑", "套路"]]', encoding="utf-8")
    told = asked(tmp_path, URLS, PLACES)
    assert told.questions == {"guides/late/#grace": ["能宽限吗"], "./": ["首页"]}
    assert told.urgent == {"晚了": "guides/late/"}
    assert told.same == [["坑", "套路"]]


def test_a_book_without_questions_has_none(tmp_path: Path) -> None:
    assert asked(tmp_path, URLS, PLACES).questions == {}


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("guides/lat.md", "guides/late.md"),
        ("guides/late.md#grase", "guides/late.md#grace"),
    ],
)
def test_a_place_that_is_not_there_stops_the_build(
    tmp_path: Path, wrong: str, near: str
) -> None:
    write(tmp_path, f'[pages]\n"index.md" = []\n"{wrong}" = ["能宽限吗"]\n')
    with pytest.raises(PluginError) as stopped:
        asked(tmp_path, URLS, PLACES)
    assert "questions.toml:3:" in str(stopped.value)
    assert f"最接近的是“{near}”" in str(stopped.value)
