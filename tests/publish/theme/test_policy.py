"""No script stands in a page."""

import pytest
from mkdocs.exceptions import PluginError

from publish.scripts import bundled
from publish.theme.policy import outsourced

SCOPE = '__md_scope=new URL("../..",location),__md_get=1'
PALETTE = 'var palette=__md_get("__palette")'
PAGE = (
    f"<head><script>{SCOPE}</script></head><body><script>{PALETTE}</script>"
    '<script>"__tabbed_"</script><script id="__config" type="application/json">{}</script>'
)


def test_the_themes_scripts_move_to_one_file() -> None:
    html, script = outsourced(PAGE, "../..")
    assert "<script>" not in html
    assert f'<body><script src="../../assets/{script.name}"></script>' in html
    assert '<script id="__config"' in html
    text = script.content.decode()
    before = ";" + bundled("shell/storage.js")
    assert text.startswith(before)
    theirs, ours = text.removeprefix(before).split("\n", 1)
    assert theirs == (
        '__md_scope=new URL("..",document.currentScript.src),__md_get=1;' + PALETTE
    )
    assert ours == bundled("shell/moves.js")


def test_the_file_is_the_same_for_every_page() -> None:
    deeper = PAGE.replace('"../.."', '"../../.."')
    assert outsourced(PAGE, "../..")[1] == outsourced(deeper, "../../..")[1]


def test_a_script_nobody_expected_stops_the_build() -> None:
    with pytest.raises(PluginError, match=r"publish/theme/policy\.py"):
        outsourced(PAGE + "<script>alert(1)</script>", ".")
