"""Every work is declared as its package declares itself, and every file has works."""

import json
import re
from importlib import metadata
from pathlib import Path

import material  # type: ignore[import-untyped]  # it has none
import pytest
from mkdocs.exceptions import PluginError

from publish.copies import licences, manifest
from publish.copies.licences import NPM, Work, works

ALL = {work.name: work for work in works()}
MAPS = Path(material.__file__).parent / "templates/assets"


@pytest.mark.parametrize("work", works(), ids=[work.name for work in works()])
def test_a_work_says_where_it_is_from(work: Work) -> None:
    assert work.files
    assert work.within in ALL if work.within else work.version
    assert work.source.startswith("https://") or work.package == "own"
    assert "{" not in work.link
    if work.package:
        assert re.search(
            "license|permission is hereby granted", work.words(), re.IGNORECASE
        )


def test_the_licence_is_the_one_its_package_names() -> None:
    for work in works():
        kind, _, name = work.package.partition(":")
        if kind == "python":
            assert metadata.metadata(name)["License-Expression"] == work.licence
        elif kind == "npm":
            package = json.loads((NPM / name / "package.json").read_bytes())
            assert package["license"] == work.licence


def test_what_is_bundled_in_the_theme_is_declared() -> None:
    bundled = set()
    for path in MAPS.rglob("*.map"):
        if path.parent.name == "stylesheets":
            sources = " ".join(json.loads(path.read_bytes())["sources"])
            bundled |= set(re.findall(r"node_modules/((?:@[^/]+/)?[^/\s]+)", sources))
    assert "material-design-color" in bundled
    assert bundled <= {name.lower() for name in ALL}


def test_the_page_lists_all_of_them_with_their_words() -> None:
    html = licences.listing()
    assert html.count("<tr>") == len(works()) + 1
    assert html.count("<details") == sum(bool(work.text) for work in works())
    assert "Mozilla Public License Version 2.0" in html
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in html


def test_the_list_of_files_is_whole(tmp_path: Path) -> None:
    (tmp_path / "engine").mkdir()
    (tmp_path / "engine" / "python-0.wasm").write_bytes(b"abc")
    (tmp_path / "engine" / "python-0.wasm.br").write_bytes(b"b")
    (tmp_path / "index.html").write_bytes(b"")
    manifest.write(tmp_path)
    python, index = json.loads((tmp_path / "files.json").read_bytes())
    assert python["file"] == "engine/python-0.wasm"
    assert python["bytes"] == 3
    assert python["sha256"].startswith("ba7816bf8f01cfea414140de5dae2223b00361a3")
    assert python["works"][:2] == ["Pyodide", "CPython"]
    assert python["licence"].startswith("MPL-2.0 AND PSF-2.0 AND (MIT OR NCSA) AND")
    assert index["file"] == "index.html"


def test_a_file_that_nobody_declared_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "stray.bin").write_bytes(b"")
    with pytest.raises(PluginError, match=r"whose is stray\.bin"):
        manifest.write(tmp_path)
