"""A list of every file of the built site: its hash, its size, its works and licences."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from mkdocs.exceptions import PluginError

from publish.copies.licences import of

NAME = "files.json"
NEIGHBOURS = (".br", ".gz")


def write(site: Path) -> None:
    """Write the list: every file but itself and compressed neighbours.

    Raises:
        PluginError: publish/copies/licences.toml says nothing of a file.
    """
    text = json.dumps(list(_entries(site)), ensure_ascii=False, indent=1)
    (site / NAME).write_text(f"{text}\n", encoding="utf-8")


def _entries(site: Path) -> Iterator[dict[str, object]]:
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_dir() or name == NAME or path.suffix in NEIGHBOURS:
            continue
        works = of(name)
        if not works:
            raise PluginError(
                f"whose is {name}? publish/copies/licences.toml does not say"
            )
        content = path.read_bytes()
        yield {
            "file": name,
            "bytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
            "works": [work.name for work in works],
            "licence": " AND ".join(dict.fromkeys(_part(w.licence) for w in works)),
        }


def _part(licence: str) -> str:
    return f"({licence})" if " OR " in licence else licence
