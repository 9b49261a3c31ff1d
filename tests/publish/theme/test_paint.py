"""A page waits for one style sheet and for no script at its end."""

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from publish.theme.paint import hastened

PAGE = """<head><link rel="stylesheet" href="../../assets/stylesheets/main.css">
<link rel="stylesheet" href="../../engine/calc-1.css"></head>
<body><script src="../../assets/theme-1.js"></script>
<table><tr></tr></table><table class="ours"></table>
<script src="../../assets/javascripts/bundle.1.min.js"></script>
<script src="../../engine/calc-1.js"></script></body>"""
BUNDLE = """begin();h(document,"DOMContentLoaded",{once:!0});
document.head.appendChild(o);let n=Wt("");return o.content=a.colorScheme,a;
t.set(r.outerHTML,r);M("table:not([class])",e);$(document).subscribe(vi);
function vi(e){for(let t of M("[href], [src]",e))t}
//# sourceMappingURL=bundle.1.min.js.map"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "assets" / "stylesheets").mkdir(parents=True)
    (tmp_path / "assets" / "javascripts").mkdir()
    (tmp_path / "engine").mkdir()
    sheet = "a{}.tabbed-set>*,.tabbed-labels{}\n/*# sourceMappingURL=main.css.map */"
    (tmp_path / "assets" / "stylesheets" / "main.css").write_text(sheet)
    (tmp_path / "assets" / "javascripts" / "bundle.1.min.js").write_text(BUNDLE)
    (tmp_path / "engine" / "calc-1.css").write_text("b{}\n.tabbed-set,p{}")
    return tmp_path


def test_one_sheet_holds_all_in_their_order(site: Path) -> None:
    page = hastened(PAGE, "../..", site)
    link = f'<link rel="stylesheet" href="../../assets/stylesheets/{page.sheet.name}">'
    assert link in page.html
    assert page.html.count("stylesheet") == 1 + link.count("stylesheets")
    assert page.sheet.content.split() == [b"a{}", b"b{}", b".tabbed-set,p{}"]


def test_only_the_script_that_sets_the_colours_is_waited_for(
    site: Path,
) -> None:
    page = hastened(PAGE, "../..", site)
    html = page.html
    assert html.count(" defer></script>") == 2
    assert f'src="../../assets/javascripts/{page.bundle.name}" defer' in html
    assert '<script src="../../assets/theme-1.js"></script>' in html


def test_a_table_is_wrapped_before_the_theme_would(site: Path) -> None:
    html = hastened(PAGE, "../..", site).html
    wrapped = '<div class="md-typeset__table"><table><tr></tr></table></div></div>'
    assert f'<div class="md-typeset__scrollwrap">{wrapped}<table class="ours">' in html


@pytest.mark.parametrize("gone", ['rel="stylesheet" href="../../engine', "bundle."])
def test_a_theme_that_changed_stops_the_build(site: Path, gone: str) -> None:
    with pytest.raises(PluginError):
        hastened(PAGE.replace(gone, ""), "../..", site)
