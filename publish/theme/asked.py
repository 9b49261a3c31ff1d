"""How readers say it: their questions by page, and everyday words for the terms.

A writer extends docs/questions.toml and docs/words.toml; nothing else has to be said.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from publish.mistakes import parsed, unknown

QUESTIONS = "questions.toml"
WORDS = "words.toml"


@dataclass(frozen=True)
class Asked:
    """What readers ask, by place: the address of a page, or `page#part`.

    Attributes:
        questions: Those listed for each place.
        urgent: Question → place, for who has not asked yet.
        help: Question → place, for who found nothing.
        same: Words that mean the same, group by group.
    """

    questions: Mapping[str, list[str]]
    urgent: Mapping[str, str]
    help: Mapping[str, str]
    same: list[list[str]]


def asked(docs: Path, urls: Mapping[str, str], places: Iterable[str]) -> Asked:
    """What the two files in the docs folder say; a file that is not there says nothing.

    Args:
        docs: The folder.
        urls: A page's address in the site, by its path in the folder.
        places: The addresses there are.

    Raises:
        PluginError: A place that is not there: file, line and the nearest that is.
    """
    file = docs / QUESTIONS
    declared = _read(file)
    known = set(places)

    def at(name: str) -> str:
        page, mark, part = name.partition("#")
        place = urls.get(page, page) + mark + part
        if place not in known:
            paths = {url: path for path, url in urls.items()}
            names = {_named(place, paths) for place in known}
            line = file.read_text("utf-8").partition(f'"{name}"')[0].count("\n") + 1
            raise PluginError(
                f"{QUESTIONS}:{line}: {unknown('页面和小节', name, names)}"
            )
        return place

    def pointing(table: str) -> dict[str, str]:
        return {said: at(name) for said, name in declared.get(table, {}).items()}

    return Asked(
        questions={at(name): said for name, said in declared.get("pages", {}).items()},
        urgent=pointing("urgent"),
        help=pointing("help"),
        same=_read(docs / WORDS).get("same", []),
    )


def _named(place: str, paths: Mapping[str, str]) -> str:
    page, mark, part = place.partition("#")
    return paths[page] + mark + part


def _read(file: Path) -> dict[str, Any]:
    return parsed(file) if file.exists() else {}
