"""Nothing is installed unverified, and no file says from which machine it is."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from publish.files import ROOT

HOSTS = re.compile(
    r"\b(?:pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|debian\.org|js[d]elivr|unp[k]g)"
)
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home|tmp|Users)/\w")
PINNED = re.compile(r"[\w.-]+==\S+(?: ; .+)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def committed() -> Iterator[tuple[str, str]]:
    """Name and text of every file under version control."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        path = Path(ROOT, name)
        if path.is_file() and path.suffix not in (".png", ".ico"):
            yield name, path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-mutants.txt", "requirements-uv.txt"]
)
def test_every_python_package_has_a_version_and_a_hash(name: str) -> None:
    text = (ROOT / name).read_text().replace("\\\n", "")
    entries = [line.split(" --hash")[0].strip() for line in text.splitlines()]
    assert {"mkdocs-material==9.8.1", "uv==0.13.9"}.intersection(entries)
    for entry, line in zip(entries, text.splitlines(), strict=True):
        assert PINNED.fullmatch(entry), entry
        assert HASH.search(line), entry


@pytest.mark.parametrize(
    ("folder", "known"), [(".", "pyodide"), ("bench", "lighthouse")]
)
def test_every_npm_package_has_a_version_and_a_hash(folder: str, known: str) -> None:
    lock = json.loads((ROOT / folder / "package-lock.json").read_bytes())
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert f"node_modules/{known}" in packages
    for name, each in packages.items():
        assert each["integrity"].startswith("sha512-"), name
        assert "resolved" not in each, name
    wanted = lock["packages"][""]
    pinned = wanted["dependencies"] | wanted.get("devDependencies", {})
    assert all(re.fullmatch(r"[\d.]+", version) for version in pinned.values())


def test_both_are_verified_at_install() -> None:
    make = (ROOT / "Makefile").read_text()
    assert "pip sync --quiet --require-hashes requirements.txt" in make
    assert make.count("pip sync") == make.count("pip sync --quiet --require-hashes")
    assert "--require-hashes -r requirements-uv.txt" in make
    assert make.count("pip install") == 1
    assert make.count("npm ci") == 2
    assert "npm install" not in make


def test_no_file_names_a_registry_or_this_machine() -> None:
    names = []
    for name, text in committed():
        names.append(name)
        assert not HOSTS.search(text), name
        assert not MACHINE.search(text), name
    assert "requirements.txt" in names
