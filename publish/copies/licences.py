"""The works a reader receives: which, whose, under which licence, in which files."""

import json
import os
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import cache
from html import escape
from importlib import metadata
from pathlib import Path

from calc.render.html import tag
from publish.engine.pyodide import PYODIDE
from publish.files import ROOT

DECLARED = Path(__file__).with_suffix(".toml")
NPM = ROOT / "node_modules"


@dataclass(frozen=True)
class Work:
    """A work, as publish/copies/licences.toml declares it."""

    name: str
    licence: str
    files: Sequence[str]
    package: str = ""
    within: str = ""
    text: str = ""
    of: str = ""
    source: str = ""
    version: str = field(init=False)

    def __post_init__(self) -> None:
        """Look up what is installed."""
        object.__setattr__(self, "version", _version(self.package))

    @property
    def link(self) -> str:
        """Where its source is, as HTML."""
        address = self.source.format(version=self.version)
        return tag("a", escape(self.name), href=address) if address else self.name

    def words(self) -> str:
        """The licence as its author wrote it, if it comes with a package."""
        if not self.text:
            return ""
        return _place(self.of or self.package, self.text).read_text(encoding="utf-8")


@cache
def works() -> tuple[Work, ...]:
    """All of them, ours first."""
    declared = tomllib.loads(DECLARED.read_text(encoding="utf-8"))["work"]
    return tuple(Work(**work) for work in declared)


def of(name: str) -> list[Work]:
    """The works in a file, named from the root of the site."""
    return [w for w in works() if any(fnmatch(name, p) for p in w.files)]


@cache
def listing() -> str:
    """A table of all works, and below it the licences that came with them."""
    names = ("作品", "版本", "许可证", "在哪些文件里")
    head = tag("tr", *(tag("th", name, scope="col") for name in names))
    table = tag("table", tag("thead", head), tag("tbody", *map(_row, works())))
    return table + "".join(_texts())


def _row(work: Work) -> str:
    files = " ".join(tag("code", escape(p)) for p in work.files if p != "download/*")
    return tag(
        "tr",
        tag("th", work.link, scope="row"),
        tag("td", escape(work.version or f"随 {work.within}")),
        tag("td", escape(work.licence)),
        tag("td", files),
    )


def _texts() -> Iterator[str]:
    for work in works():
        if words := work.words():
            title = tag("summary", escape(f"{work.name}：{work.licence}"))
            text = tag("pre", escape(words), lang="en", tabindex="0")
            yield tag("details", title, text, class_="licence")


def _version(package: str) -> str:
    kind, _, name = package.partition(":")
    if kind == "python":
        return metadata.version(name)
    if kind == "npm":
        return str(json.loads((NPM / name / "package.json").read_bytes())["version"])
    if kind == "cpython":
        lock = json.loads((PYODIDE / "pyodide-lock.json").read_bytes())
        return str(lock["info"]["python"])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"]) if package else ""


def _place(package: str, text: str) -> Path:
    kind, _, name = package.partition(":")
    if kind == "python":
        installed = metadata.distribution(name)
        # metadata.files() would look at every file of the package
        record = (installed.read_text("RECORD") or "").splitlines()
        (found,) = (line.split(",")[0] for line in record if f"/{text}," in line)
        return Path(str(installed.locate_file(found)))
    if kind == "cpython":
        return Path(os.__file__).with_name(text)
    return (NPM / name if name else ROOT) / text
