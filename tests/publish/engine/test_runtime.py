"""What is written for a page that calculates."""

import gzip
import hashlib
import json
import re
import zlib
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it has none
import pytest
from mkdocs.exceptions import PluginError

from publish.engine import known
from publish.engine.runtime import Assets, build_assets
from publish.files import ENGINE, Part, compress


@pytest.fixture(scope="module")
def out_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("out")


@pytest.fixture(scope="module")
def assets(out_dir: Path) -> Assets:
    return build_assets(out_dir)


@pytest.mark.parametrize("name", ["wasm", "image", "rest"])
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
        assert re.search(r"-[0-9a-f]{10}\.", part.name)
        assert json.dumps(part.name) in script
    assert (out_dir / assets.style).is_file()


@pytest.mark.parametrize("name", ["wasm", "image", "rest"])
def test_the_worker_knows_its_parts_by_their_content(assets: Assets, name: str) -> None:
    first, _, _ = assets.parts["worker"].content.partition(b"\n")
    told = json.loads(first.removeprefix(b"const PYTHON = ").removesuffix(b";"))
    content = assets.parts[name].content
    assert told[name] == {
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "adler32": zlib.adler32(content),
    }


def test_an_unknown_pyodide_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "release", lambda: "0.30.0")
    with pytest.raises(PluginError, match="Pyodide has changed"):
        build_assets(tmp_path)
