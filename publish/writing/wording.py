"""The words of the site: one word for one thing, and hard ones explained.

docs/wording.toml has both lists. A wrong word stops the build, with the right one in the
message; the first use of a hard word on a page is followed by its explanation.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from publish.files import ROOT
from publish.mistakes import parsed

FILE = ROOT / "docs" / "wording.toml"
# what readers are told to do or to understand; reference pages define the words
EXPLAINED = ("guides/", "understand/", "calculators/")

_NOT_PROSE = re.compile(r"\s*(?:#|\||<|:::|\[\^[\w-]+\]:)")
# a link, a quotation and a number that is quoted stay as they are
_UNTOUCHED = re.compile(
    r"\[[^\]]*\](?:\([^)]*\))?|「[^」]*」|`[^`]*`|《[^》]*》|\*\*[^*]*\*\*"
)


@cache
def words() -> Mapping[str, Any]:
    """The table of docs/wording.toml."""
    return parsed(FILE)


def wrong(line: str) -> Iterator[str]:
    """A sentence for each word of the line that has a right one."""
    for right, pattern in _patterns():
        if found := pattern.search(line):
            yield f"“{found[0]}”应写成“{right}”"


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (right, re.compile(pattern))
        for right, patterns in words()["write"].items()
        for pattern in patterns
    ]


def explained(page: str, lines: list[str]) -> list[str]:
    """The lines, the first use of each hard word followed by what it means.

    Args:
        page: The file's name; only pages for readers are touched.
        lines: Markdown.
    """
    if not page.startswith(EXPLAINED):
        return lines
    waiting = dict(words()["explain"])
    return [
        line if _NOT_PROSE.match(line) else _explain(line, waiting) for line in lines
    ]


def _explain(line: str, waiting: dict[str, str]) -> str:
    """The line with what it is first to say; what is then explained waits no longer."""
    for word in list(waiting):
        bare = _UNTOUCHED.sub(lambda at: " " * len(at[0]), line)
        found = re.search(word, bare)
        if not found or _inside(bare, found.start()):
            continue
        meaning = waiting.pop(word)
        if not bare.startswith("（", found.end()):
            line = f"{line[: found.end()]}（{meaning}）{line[found.end() :]}"
    return line


def _inside(line: str, at: int) -> bool:
    """Whether this place stands in parentheses already."""
    return line.count("（", 0, at) > line.count("）", 0, at)
