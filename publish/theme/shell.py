"""What surrounds a page: the theme's templates and style sheet, and our own script."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from publish.files import Part
from publish.theme import paint, search

# of the theme: its sheets go into one, its scripts are not used
LEFT_OUT = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
SHEETS = ("assets/stylesheets/main.", "assets/stylesheets/palette.")


@dataclass(frozen=True)
class Shell:
    """What the templates name (`config.extra.shell`), and what is to be written.

    Attributes:
        names: What it is, and its address from the root of the site.
        files: Address and part.
    """

    names: Mapping[str, object]
    files: Mapping[str, Part]


def shell(files: Files, script: str, style: str, **more: object) -> Shell:
    """The shell of a build; the theme's own files are taken out of it.

    Args:
        files: Of the build, with those of the theme.
        script: Address of the script of a page.
        style: Our own style sheets.
        more: What else the templates ask for.

    Raises:
        PluginError: The theme is no longer the one this was written for.
    """
    sheet = paint.sheet([*_theirs(files), style])
    parts = {"sheet": sheet, "first": paint.first(), "worker": search.worker()}
    placed = {name: (f"assets/{part.name}", part) for name, part in parts.items()}
    names = {name: address for name, (address, _) in placed.items()}
    return Shell({"script": script, **names, **more}, dict(placed.values()))


def _theirs(files: Files) -> list[str]:
    """The theme's style sheets, in order."""
    left_out = [file for file in files if file.src_uri.startswith(LEFT_OUT)]
    found = [
        Path(file.abs_src_path or "").read_text(encoding="utf-8")
        for start in SHEETS
        for file in left_out
        if file.src_uri.startswith(start) and file.src_uri.endswith(".css")
    ]
    if len(found) != len(SHEETS):
        raise PluginError("the theme's sheets have changed: see publish/theme/shell.py")
    for file in left_out:
        files.remove(file)
    return found
