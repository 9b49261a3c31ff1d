"""The trimmed runtime: nothing that calc comes to need is missing from it."""

import gzip
import json
import re
import subprocess
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it has none
import pytest

from calc.browser import answer
from publish.engine import library, rehearsal
from publish.engine.rehearsal import Rehearsal
from publish.engine.runtime import Assets, build_assets
from publish.files import ENGINE, Part, compress, read_zip, stored_zip


@pytest.fixture(scope="module")
def out_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("out")


@pytest.fixture(scope="module")
def assets(out_dir: Path) -> Assets:
    return build_assets(out_dir)


@pytest.fixture(scope="module")
def trimmed(assets: Assets, out_dir: Path) -> Rehearsal:
    """All requests, answered in Pyodide on the trimmed library."""
    path = out_dir / ENGINE / assets.parts["library"].name
    return rehearsal.rehearse(path, assets.parts["wheel"], list(rehearsal.requests()))


def native(request: str) -> str | None:
    """What the same request gives here; None where Python raises."""
    try:
        return answer(request)
    except (KeyError, json.JSONDecodeError):
        return None


def test_every_calculator_and_error_path_gives_the_bytes_of_native_python(
    trimmed: Rehearsal,
) -> None:
    asked = list(rehearsal.requests())
    assert trimmed.replies == [native(request) for request in asked]


def test_the_requests_reach_results_errors_and_exceptions(trimmed: Rehearsal) -> None:
    replies = [json.loads(reply or "null") for reply in trimmed.replies]
    assert any(reply and reply["outputs"] for reply in replies)
    assert any(reply and reply["errors"] for reply in replies)
    assert any(reply and reply.get("file") for reply in replies)
    assert None in replies


def test_the_library_holds_what_was_imported_and_nothing_else(
    assets: Assets, trimmed: Rehearsal
) -> None:
    held = set(read_zip(assets.parts["library"].content))
    assert held == {f"{path.removesuffix('c')}c" for path in trimmed.files}
    assert "decimal.pyc" in held
    assert "unittest/__init__.pyc" not in held


def test_a_module_that_is_missing_is_noticed(assets: Assets, tmp_path: Path) -> None:
    files = read_zip(assets.parts["library"].content)
    del files["decimal.pyc"]
    broken = tmp_path / "library.zip"
    broken.write_bytes(stored_zip(files))
    with pytest.raises(subprocess.CalledProcessError):
        rehearsal.rehearse(broken, assets.parts["wheel"], [])


def test_the_library_comes_out_the_same_twice() -> None:
    names = ["decimal.py", "json/__init__.py", "enum.py"]
    assert library.trimmed(names) == library.trimmed(reversed(names))


@pytest.mark.parametrize("name", ["worker", "wasm", "library", "wheel"])
def test_large_files_have_compressed_neighbours(
    assets: Assets, out_dir: Path, name: str
) -> None:
    part: Part = assets.parts[name]
    path = out_dir / ENGINE / part.name
    compress([path])
    assert path.read_bytes() == part.content
    assert gzip.decompress(Path(f"{path}.gz").read_bytes()) == part.content
    assert brotli.decompress(Path(f"{path}.br").read_bytes()) == part.content


def test_names_carry_a_hash_and_the_script_knows_them(
    assets: Assets, out_dir: Path
) -> None:
    script = (out_dir / assets.script).read_text(encoding="utf-8")
    for part in assets.parts.values():
        assert re.search(r"[-0][0-9a-f]{10}[-.]", part.name)
        assert json.dumps(part.name) in script
    assert (out_dir / assets.style).is_file()
