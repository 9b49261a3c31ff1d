"""`python -m skeleton NAME TITLE` writes what a new calculator needs, below this folder.

Nothing that is there is overwritten; tests/test_whole.py then names what is to be done.
"""

import keyword
import re
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

HERE = Path(__file__).parent
FILES = {
    "new_name/__init__.py": "calc/calculators/new_name/__init__.py",
    "new_name/words.py": "calc/calculators/new_name/words.py",
    "test_new_name.py": "tests/calculators/test_new_name.py",
    "new-name.toml": "tests/vectors/new-name.toml",
    "new-name.md": "docs/calculators/new-name.md",
}
IMPORT = "from calc.calculators.new_name import new_name"
FUNCTION = "    new_name,"
# file, what the lines look like among which it goes, the line
LINES = (
    ("calc/calculators/__init__.py", r"^from calc\.calculators\.", IMPORT),
    ("calc/calculators/__init__.py", r"^    \w+,$", FUNCTION),
    ("calc/__init__.py", r"^from calc\.calculators\.", IMPORT),
    ("calc/__init__.py", r'^    "\w+",$', '    "new_name",'),
    ("mkdocs.yml", r"^      - calculators/", "      - calculators/new-name.md"),
    ("docs/calculators/index.md", r"\.md\) \|$", "| 待写 | [新名字](new-name.md) |"),
)
# file, heading of what the next version brings, the line
NOTES = (
    ("CHANGELOG.md", "## Unreleased", "- `new_name`: 待写."),
    ("docs/about/changes.md", "## 下一版", "- **新名字**：待写。"),
)
NAME = re.compile(r"[a-z]+(-[a-z]+)*")
TITLE = re.compile(r"[\u4e00-\u9fff]{2,12}")
USAGE = "make calculator NAME=early-bird TITLE=早还优惠: a name of a to z and -, a Chinese title"


def main(*words: str) -> int:
    """Write the files and the lines; the exit status."""
    if len(words) != 2 or not NAME.fullmatch(words[0]) or not TITLE.fullmatch(words[1]):
        return _refused(USAGE)
    if keyword.iskeyword(_filled("new_name", *words)):
        return _refused(f"{words[0]} is a word of Python's")
    files = {Path(_filled(to, *words)): HERE / each for each, to in FILES.items()}
    if there := [path for path in files if path.exists()]:
        return _refused(f"{there[0]} is there already")
    for path, template in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_filled(template.read_text("utf-8"), *words), encoding="utf-8")
    _list(*words)
    print(*files, *dict.fromkeys(name for name, _, _ in LINES + NOTES), sep="\n")  # noqa: T201
    return 0


def _list(*words: str) -> None:
    """Name the new calculator wherever all of them are named."""
    for name, like, line in LINES:
        ordered = name.endswith(".py") and line != FUNCTION
        change = partial(_added, like=like, ordered=ordered)
        _change(Path(name), change, _filled(line, *words))
    for name, heading, line in NOTES:
        _change(Path(name), partial(_noted, heading=heading), _filled(line, *words))


def _change(path: Path, change: Callable[..., list[str]], line: str) -> None:
    lines = change(path.read_text("utf-8").splitlines(), line=line)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201  # a command speaks
    return 2


def _filled(text: str, name: str, title: str) -> str:
    """The text, of this calculator and of today."""
    module = name.replace("-", "_")
    text = text.replace("new_name", module).replace("new-name", name)
    text = text.replace("NewName", name.title().replace("-", ""))
    day = date.today().isoformat()  # noqa: DTZ011  # a local day is meant
    return text.replace("新名字", title).replace("DAY", day)


def _added(lines: list[str], like: str, line: str, *, ordered: bool) -> list[str]:
    """The lines with one more: below the last that is like it, or where it sorts."""
    alike = [n for n, each in enumerate(lines) if re.search(like, each)]
    before = [n for n in alike if not ordered or lines[n] < line]
    at = before[-1] + 1 if before else alike[0]
    return [*lines[:at], line, *lines[at:]]


def _noted(lines: list[str], heading: str, line: str) -> list[str]:
    """The lines with one more about the next version."""
    first = next(n for n, each in enumerate(lines) if each.startswith("## "))
    if lines[first] == heading:
        return [*lines[: first + 2], line, *lines[first + 2 :]]
    return [*lines[:first], heading, "", line, "", *lines[first:]]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
