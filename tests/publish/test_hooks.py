"""A page says when it was last checked, to people and to search engines."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from publish import hooks

TEXT = "---\nreviewed: 2026-10-01\n---\n一"


def test_the_review_dates_a_page_and_the_build_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    config = MkDocsConfig()
    config.load_dict({"site_name": "一", "site_url": "https://example.org/"})
    assert config.validate() == ([], [])
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
