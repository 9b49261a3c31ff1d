"""The shell: the theme's sheets in one, its scripts left out, the names of ours."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from publish.theme.shell import shell


@pytest.fixture
def files() -> Files:
    """What the theme brings to a build."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "一", "theme": "material"})
    assert config.validate() == ([], [])
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    return files


def test_the_sheet_begins_with_the_themes_and_ends_with_ours(files: Files) -> None:
    made = shell(files, "engine/calc-0.js", ".ours{}")
    sheet = made.files[str(made.names["sheet"])].content.decode()
    assert sheet.index(".md-header{") < sheet.index("data-md-color-primary=indigo")
    assert sheet.endswith(".ours{}")


def test_nothing_else_of_the_theme_is_published(files: Files) -> None:
    shell(files, "engine/calc-0.js", "")
    assert [file.src_uri for file in files if not Path(file.src_uri).suffix] == []
    assert not [f.src_uri for f in files if f.src_uri.endswith((".js", ".css"))]


def test_what_is_named_is_made(files: Files) -> None:
    made = shell(files, "engine/calc-0.js", "", build="1")
    assert made.names["script"] == "engine/calc-0.js"
    assert made.names["build"] == "1"
    assert {made.names[name] for name in ("sheet", "first", "worker")} == set(
        made.files
    )


def test_another_theme_stops_the_build() -> None:
    with pytest.raises(PluginError, match=r"shell\.py"):
        shell(Files([]), "", "")
