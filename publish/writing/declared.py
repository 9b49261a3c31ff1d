"""What writers declare in TOML files below docs/: read, and held to its fields."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields
from types import UnionType
from typing import Any, get_args, get_origin

from publish.files import ROOT
from publish.mistakes import Mistake, parsed, unknown
from publish.writing import sources, unsourced, wording
from publish.writing.grammar import CITED

DOCS = ROOT / "docs"
SHAPES: Mapping[Any, str] = {
    str: "引号里的一段字",
    list: "方括号里的几段字",
    Mapping: "一个表",
    UnionType: "2026-11-21 这样的日子",
}


def read[T](path: str, build: Callable[[Mapping[str, Any]], T]) -> T:
    """What is built of the table in a file below docs/.

    Raises:
        Mistake: No such file, or what is wrong in it, a line each.
    """
    file = DOCS / path
    if not file.is_file():
        files = (p.relative_to(DOCS).as_posix() for p in DOCS.rglob("*.toml"))
        raise unknown("声明文件", path, files)
    try:
        return build(parsed(file))
    except Mistake as wrong:
        lines = (f"{path}：{line}" for line in str(wrong).splitlines())
        raise Mistake("\n".join(lines)) from None


def tables(name: str, found: Any) -> Mapping[str, Mapping[str, Any]]:
    """The tables below a name; none if it is not there.

    Raises:
        Mistake: It is there, and something else.
    """
    below = found or {}
    if not isinstance(below, dict) or not all(
        isinstance(v, dict) for v in below.values()
    ):
        raise Mistake(f"{name} 要写成 [{name}.键]，下面是它的各项")
    return below


def made[T](kind: type[T], name: str, entries: Mapping[str, Any]) -> T:
    """The declaration, with every field it needs and none it does not know.

    Raises:
        Mistake: A field too many or too few, or not of its kind.
    """
    wanted: tuple[Field[Any], ...] = fields(kind)  # type: ignore[arg-type] # a dataclass
    known_only(name, entries, [field.name for field in wanted])
    for field in wanted:
        needed = field.default is MISSING and field.default_factory is MISSING
        if needed and not entries.get(field.name):
            raise Mistake(f"{name} 缺“{field.name}”，或者它是空的")
        if field.name in entries and not _fits(entries[field.name], field.type):
            shape = SHAPES[get_origin(field.type) or field.type]
            raise Mistake(f"{name} 的“{field.name}”要写成{shape}")
    return kind(**entries)


def _fits(entry: Any, kind: Any) -> bool:
    """Whether the entry is text, texts or a table, as its field wants."""
    inner = get_args(kind)[-1] if get_args(kind) else None
    each = entry.values() if isinstance(entry, dict) else entry
    whole = kind if get_origin(kind) in (None, UnionType) else get_origin(kind)
    return isinstance(entry, whole) and (
        inner is not str or all(isinstance(part, str) for part in each)
    )


def known_only(name: str, entries: Iterable[str], known: Collection[str]) -> None:
    """Let no other entries pass.

    Raises:
        Mistake: One that has another name, with the nearest right one.
    """
    for entry in entries:
        if entry not in known:
            raise unknown(f"{name} 的项", entry, known)


def unproven(name: str, lines: Iterable[str]) -> Iterator[str]:
    """What is wrong with the lines: their sources, their figures, their words."""
    for line in lines:
        for key in CITED.findall(line):
            if key not in sources.sources():
                yield f"{name}：{unknown('出处', key, sources.sources())}"
        for _, sentence in unsourced.find(unsourced.FOLDERS[0], [line]):
            yield f"{name}：{sentence}"
        for sentence in wording.wrong(line):
            yield f"{name}：{sentence}"
