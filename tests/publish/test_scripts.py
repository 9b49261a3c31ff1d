"""A script that cannot be read ends a build with a sentence."""

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from publish import scripts


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("const a = 1;\nconst = 2;\n", 2, "Expected identifier"),
        ('\n\nimport "./nowhere.js";\n', 3, "Could not resolve"),
    ],
)
def test_it_names_file_line_and_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, line: int, why: str
) -> None:
    (tmp_path / "broken.js").write_text(text, encoding="utf-8")
    monkeypatch.setattr(scripts, "WEB", tmp_path)
    with pytest.raises(PluginError, match=f"broken.js 第 {line} 行：{why}") as told:
        scripts.bundled("broken.js")
    assert "\n" not in str(told.value)
