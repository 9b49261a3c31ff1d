"""A build without an engine is none: a builder that skips our hooks must not pass."""

from pathlib import Path

import pytest

from publish import build

CONFIG = """
site_name: 样书
theme: mkdocs
plugins: []
"""


def test_a_build_without_an_engine_is_stopped(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# 首页", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    with pytest.raises(build.Stopped):
        build.run(str(tmp_path / "mkdocs.yml"), tmp_path / "site", "--strict")
    assert (tmp_path / "site" / "index.html").exists()
    assert "engine/" in capfd.readouterr().err
