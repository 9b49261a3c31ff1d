"""Every rate, amount and period in the prose has a source or is computed."""

import re
from collections.abc import Iterator

FOLDERS = ("guides/", "understand/", "reference/")
SENTENCE = "没有出处：用 [^编号] 写明出处，或者用 [= …] 引用算出来的数"

_FIGURE = re.compile(
    r"(?<![\w.])(?<!第)(?<!第 )\d[\d,.]*\s*(?:%|‰|元|万|天|日|个月|月|年|期|小时|分钟|次|倍)"
)
_BACKED = re.compile(r"\[\^|\[=")
_OWN_BLOCK = re.compile(r"\s*(?:[-*]|\d+\.|\||#|:::)")
_NOT_PROSE = re.compile(r"\s*(?:#|:::|<)|\[\^[\w-]+\]:")


def find(page: str, lines: list[str]) -> Iterator[tuple[int, str]]:
    """Line number (from 0) and sentence of each block that lacks a source."""
    if page.startswith(FOLDERS):
        for start, block in _blocks(lines):
            stated = _FIGURE.search(block)
            if stated and not _BACKED.search(block) and not _NOT_PROSE.match(block):
                yield start, f"“{stated[0]}”{SENTENCE}"


def _blocks(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Paragraphs, list items and table rows, with the line each starts on."""
    start, block = 0, ""
    for number, line in enumerate([*lines, ""]):
        if block and (not line.strip() or _OWN_BLOCK.match(line)):
            yield start, block
            block = ""
        if line.strip():
            start = start if block else number
            block += line + "\n"
