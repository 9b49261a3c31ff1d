"""Whatever was built before, a host gets the bytes that a clean clone would give it."""

import os
import signal
import time
from pathlib import Path

import pytest

from tests.deploy.tree import Tree, small

PREVIEW = """
from publish import build
build.preview("http://127.0.0.1:8000/", build.BUILD / "preview")
"""
PAGE = "guides/letter.md"


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """A clean clone, of which the other trees are copies."""
    return small(tmp_path_factory.mktemp("clone"))


@pytest.fixture(scope="module")
def clean(clone: Tree) -> dict[str, str]:
    """What it built with nothing in its cache."""
    return clone.site()


@pytest.fixture(scope="module")
def tree(clone: Tree, clean: object, tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """Another, in which everything is built in turn."""
    assert clean
    return clone.copy(tmp_path_factory.mktemp("worked in") / "tree")


def test_after_a_preview_and_another_site(tree: Tree, clean: dict[str, str]) -> None:
    process = tree.start("-c", PREVIEW)
    said, _ = process.communicate(timeout=600)
    assert process.returncode == 0, said
    assert (tree.folder / "build/preview/index.html").exists()
    assert tree.site() == clean
    (wasm,) = (name for name in clean if name.endswith(".wasm"))
    assert {f"{wasm}.br", f"{wasm}.gz"} < clean.keys()


def test_after_damage_to_all_that_was_built(tree: Tree, clean: dict[str, str]) -> None:
    cache = {path.name.partition("-")[0]: path for path in kept(tree)}
    assert {"brotli", "image", "script", "wasm", "wheel"} <= cache.keys()
    built = [*tree.folder.glob("build/site/**/*"), *tree.folder.glob("dist/*")]
    for path in [*cache.values(), *filter(Path.is_file, built)]:
        content = path.read_bytes()
        path.write_bytes(content[: len(content) // 2])
    (tree.folder / "build/site/engine/python-0000000000.wasm").touch()
    (tree.folder / "build/site/.stale").touch()
    (tree.folder / "dist/fenqi-handbook-0.9.0-1234567.html").touch()
    assert tree.site() == clean


def kept(tree: Tree) -> list[Path]:
    """The entries of the cache."""
    return sorted((tree.folder / "build" / "cache").iterdir())


def test_after_a_build_that_was_killed(tree: Tree, clean: dict[str, str]) -> None:
    before = set(tree.folder.glob("build/site/**/*"))
    process = tree.start("-m", "publish", "site")
    unfinished = "build/unfinished-*/site/index.html"
    limit = time.monotonic() + 300
    while not list(tree.folder.glob(unfinished)) and time.monotonic() < limit:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert list(tree.folder.glob(unfinished))
    assert set(tree.folder.glob("build/site/**/*")) == before
    assert tree.site() == clean


def test_after_an_edit_and_a_deleted_page(
    tree: Tree, clone: Tree, clean: dict[str, str], tmp_path: Path
) -> None:
    others = clone.copy(tmp_path / "edited")
    text = tree.read(f"docs/{PAGE}")
    for each in (tree, others):
        each.change("docs/guides/overdue.md", "一周收", "七天收")
        (each.folder / "docs" / PAGE).unlink()
        each.change("mkdocs.yml", f"  - {PAGE}\n", "")
    edited = tree.site()
    assert edited == others.site()
    assert not edited.keys() & {"build/site/guides/letter/index.html"}
    assert edited.keys() != clean.keys()
    tree.change("docs/guides/overdue.md", "七天收", "一周收")
    tree.write(f"docs/{PAGE}", text)
    tree.write("mkdocs.yml", clone.read("mkdocs.yml"))
    assert tree.site() == clean
