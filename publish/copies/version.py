"""Which handbook this is: the project's version, and a hash of all that makes it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from publish.files import ROOT, digest

FOLDERS = ("calc", "docs", "publish")
FILES = (
    "mkdocs.yml",
    "mkdocs.offline.yml",
    "package-lock.json",
    "pyproject.toml",
    "requirements.txt",
)


@dataclass(frozen=True)
class Version:
    """The number people speak of, and the hash that tells two builds of it apart."""

    number: str
    content: str

    @property
    def shown(self) -> str:
        """As readers see it."""
        return f"{self.number} · {self.content}"

    @property
    def slug(self) -> str:
        """As part of a file's name."""
        return f"{self.number}-{self.content}"


@cache
def version() -> Version:
    """The version of what is built: a build clears it first, and reads its files once."""
    return of(ROOT)


def of(root: Path) -> Version:
    """The version of what would be built now; no clock and no history has a say."""
    paths = {path.relative_to(root).as_posix(): path for path in _sources(root)}
    contents = [
        part for n in sorted(paths) for part in (n.encode(), paths[n].read_bytes())
    ]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return Version(project["project"]["version"], digest(*contents)[:7])


def _sources(root: Path) -> Iterator[Path]:
    yield from (root / name for name in FILES)
    for folder in FOLDERS:
        found = (root / folder).rglob("*")
        yield from (p for p in found if p.is_file() and "__pycache__" not in p.parts)
