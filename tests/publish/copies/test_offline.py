"""The copies: the same bytes for the same folder, named by what is in them."""

import shutil
import zipfile
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.structure.pages import Page

from publish.copies import downloads, offline, version
from publish.files import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A built folder with its one file beside it."""
    folder = tmp_path / "built"
    (folder / "guides").mkdir(parents=True)
    for name in ("index.html", "guides/一.html", "404.html", "a.js.map", "sitemap.xml"):
        (folder / name).write_text(name, encoding="utf-8")
    folder.with_suffix(".html").write_text("book", encoding="utf-8")
    return folder


def test_a_zip_holds_the_folder_and_no_time(folder: Path) -> None:
    made = offline.zipped(folder, "top")
    for path in folder.rglob("*"):
        path.touch()
    assert offline.zipped(folder, "top") == made
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.namelist() == ["top/guides/一.html", "top/index.html"]
        assert archive.read("top/index.html") == b"index.html"


def test_the_copies_of_an_earlier_version_go(folder: Path, tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    dist.mkdir()
    old = dist / "fenqi-handbook-0.9.0-1234567.html"
    old.touch()
    offline.make(folder, dist)
    assert not old.exists()
    names = {path.name for path in dist.iterdir()}
    slug = version.version().slug
    assert names == {f"fenqi-handbook-{slug}{end}" for end in ("-offline.zip", ".html")}


def page() -> Page:
    """The page about the copies, as far as the notice looks at it."""
    meta = {"reviewed": date(2026, 11, 21)}
    return SimpleNamespace(url="about/offline/", meta=meta)  # type: ignore[return-value]


def test_the_page_shows_each_copy_with_its_size_and_hash(
    folder: Path, tmp_path: Path
) -> None:
    dist = tmp_path / "dist"
    offline.make(folder, dist)
    notice = downloads.notice(page(), offline.both(dist), packed=False)
    assert version.version().shown in notice
    assert "2026-11-21" in notice
    assert f'href="../../download/{offline.single_file(dist).name}"' in notice
    assert sha256(b"book").hexdigest() in notice
    site = tmp_path / "site"
    downloads.place(offline.both(dist), site)
    assert len(list((site / "download").iterdir())) == 2


def test_a_copy_says_where_to_compare_it() -> None:
    notice = downloads.notice(page(), [], packed=True)
    assert version.version().shown in notice
    assert downloads.HERE in notice


def test_without_copies_the_page_says_how_to_make_them() -> None:
    assert downloads.NOT_MADE in downloads.notice(page(), [], packed=False)


def test_the_version_changes_with_what_makes_the_site(tmp_path: Path) -> None:
    for name in version.FILES:
        shutil.copy(ROOT / name, tmp_path)
    for name in version.FOLDERS:
        (tmp_path / name).mkdir()
    word = tmp_path / "docs" / "index.md"
    word.write_text("一", encoding="utf-8")
    first = version.of(tmp_path)
    assert first.number == "1.0.0"
    assert version.of(tmp_path) == first
    (tmp_path / "calc" / "__pycache__").mkdir()
    (tmp_path / "calc" / "__pycache__" / "a.pyc").touch()
    assert version.of(tmp_path) == first
    word.write_text("二", encoding="utf-8")
    second = version.of(tmp_path)
    word.rename(word.with_name("other.md"))
    assert len({first, second, version.of(tmp_path)}) == 3
