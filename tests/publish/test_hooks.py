"""A page says when it was last checked, to people and to search engines."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from publish import hooks
from publish.mistakes import Mistake

TEXT = "---\nreviewed: 2026-10-01\n---\n一"


def configured() -> MkDocsConfig:
    config = MkDocsConfig()
    config.load_dict({"site_name": "一", "site_url": "https://example.org/"})
    assert config.validate() == ([], [])
    return config


def test_the_review_dates_a_page_and_the_build_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    config = configured()
    (tmp_path / "index.md").write_text(TEXT, encoding="utf-8")
    file = File("index.md", str(tmp_path), "", use_directory_urls=True)
    page = Page(None, file, config)
    page.read_source(config)
    press = hooks.Press(config)
    text = press.on_page_markdown(page.markdown or "", page, config, Files([file]))
    assert " 2026-10-01 -->" in text
    sitemap = config.theme.get_env().get_template("sitemap.xml").render(pages=[file])
    assert "<lastmod>2026-10-01</lastmod>" in sitemap
    assert "1970" not in sitemap


def test_a_mistake_ends_the_build_without_a_traceback(
    caplog: pytest.LogCaptureFixture,
) -> None:
    press = hooks.Press(configured())
    with pytest.raises(Abort, match="改好再来"):
        press.on_build_error(Mistake("sources.toml 的第 3 行"))
    assert caplog.messages == ["sources.toml 的第 3 行"]
    press.on_build_error(ValueError("a fault of ours keeps its traceback"))
