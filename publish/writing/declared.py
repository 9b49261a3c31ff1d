"""What writers declare in TOML files below docs/: read, and held to its fields."""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any

from publish.files import ROOT
from publish.writing import sources, unsourced
from publish.writing.mistakes import Mistake, unknown

DOCS = ROOT / "docs"


def table(path: str) -> Mapping[str, Any]:
    """The table of a file below docs/.

    Raises:
        Mistake: No such file.
    """
    file = DOCS / path
    if not file.is_file():
        files = (p.relative_to(DOCS).as_posix() for p in DOCS.rglob("*.toml"))
        raise unknown("declaration", path, files)
    return tomllib.loads(file.read_text(encoding="utf-8"))


def made[T](kind: type[T], name: str, entries: Mapping[str, Any]) -> T:
    """The declaration, with every field it needs and none it does not know.

    Raises:
        Mistake: A field too many or too few.
    """
    wanted: tuple[Field[Any], ...] = fields(kind)  # type: ignore[arg-type] # a dataclass
    known_only(name, entries, [field.name for field in wanted])
    for field in wanted:
        needed = field.default is MISSING and field.default_factory is MISSING
        if needed and not entries.get(field.name):
            raise Mistake(f"{name}: “{field.name}” is missing or empty")
    return kind(**entries)


def known_only(name: str, entries: Iterable[str], known: Collection[str]) -> None:
    """Let no other entries pass.

    Raises:
        Mistake: One that has another name, with the nearest right one.
    """
    for entry in entries:
        if entry not in known:
            raise unknown(f"entry of {name}", entry, known)


def unproven(name: str, lines: Iterable[str]) -> Iterator[str]:
    """What is wrong with the lines: an unknown source, a figure without any."""
    for line in lines:
        for key in sources.CITED.findall(line):
            if key not in sources.sources():
                yield f"{name}: {unknown('source', key, sources.sources())}"
        for _, sentence in unsourced.find(unsourced.FOLDERS[0], [line]):
            yield f"{name}: {sentence}"
