"""Lines of text → rows of cells, each cell a number or a day, read whole or refused.

Lines come from bills, messages and spreadsheets: parted by blanks, tabs, commas, 、 or
semicolons, with thousands commas and quotes, with a period's number or its day in front.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from calc.reading.days import FULL, is_day
from calc.reading.numbers import CURRENCY, DIGITS
from calc.reading.plain import Unreadable, plain


class Kind(Enum):
    """What a cell is."""

    DAY = "日期"
    NUMBER = "数"
    PERIOD = "期数"


type Cell = tuple[Kind, str]
type Line = tuple[int, str]
type Row = tuple[int, list[str]]

_BETWEEN = re.compile(r"[\s,;、|:]+")
_TOKEN = re.compile(
    r"(?P<period>第 ?\d{1,3}(?:/\d{1,3})? ?期|\d{1,3} ?期)"
    rf"|(?P<day>(?:{FULL.pattern}|\d{{1,2}}[月/]\d{{1,2}}[日号]?|\d{{1,2}}-\d{{1,2}}(?= )))"
    r"(?![\d.])"
    rf"|(?P<number>[+-]? ?{CURRENCY}? ?[+-]? ?(?:{DIGITS}) ?[万千]?)"
    r"(?: ?(?:元整|元|块钱|块|圆|%))?(?![\d.万千])",
    re.ASCII | re.IGNORECASE,
)
_ZERO_FIRST = re.compile(r"\D*0\d")
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])\d+,\d{1,2}(?![\d.,])")
_QUOTED = re.compile(r'"([^"]*)"')
_NUMBERED = re.compile(r"(\d{1,3})(?:\. |[,、:) ]) *(?=[^ ])")
_PAYABLE = re.compile(r"应还|还款|金额|每期|月供|账单")
_NOT_PAYABLE = re.compile(r"日|本金|利息|手续费|余额|剩余")
_SHOWN = 20  # characters of a line that a sentence repeats


def rows(text: str, kinds: Sequence[Kind]) -> list[Row]:
    """Each row with its line's number: cells, as texts that a field of their kind reads.

    With one kind, a line may hold several rows. A period's number or a day that nobody
    asked for is understood and left out; anything else that does not fit is refused.

    Raises:
        Unreadable: With the line, counted from 1, and what was not understood.
    """
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if _filled(line)]
    if lines and _is_heading(lines[0][1]):
        heading, *lines = lines
        if len(kinds) == 1:
            return _column(heading[1], lines)
    bare = _unnumbered([(n, plain(line)) for n, line in lines])
    numbered = [line for _, line in bare] != [plain(line) for _, line in lines]
    if len(kinds) == 1:
        return [
            (line[0], [cell])
            for line in bare
            for cell in _values(line, kinds[0], alone=numbered)
        ]
    return [(line[0], _row(line, kinds)) for line in bare]


def _filled(line: str) -> bool:
    return bool(plain(line).strip(" ,;、|"))


def _unnumbered(lines: list[Line]) -> list[Line]:
    """The lines without the numbers 1, 2, 3 … that stand before each of them.

    So `1,458.31` above `2,458.31` is not 1458.31; on its own it is. A line on its own
    has a number when there is a blank behind it: `1 1020`.
    """
    found = [each for _, line in lines if (each := _NUMBERED.match(line))]
    if [int(each[1]) for each in found] != list(range(1, len(lines) + 1)):
        return lines
    if len(lines) == 1 and " " not in found[0][0]:
        return lines
    return [
        (n, line[each.end() :]) for (n, line), each in zip(lines, found, strict=True)
    ]


def _values(line: Line, kind: Kind, *, alone: bool) -> list[str]:
    """All cells of the kind in a line; only one where the line says whose it is."""
    cells = list(_cells(line))
    for each, text in cells:
        if each is Kind.DAY and not is_day(text):
            raise _refused(line, text, "不是日期")
    wanted = [text for each, text in cells if each is kind]
    if not wanted or (len(wanted) > 1 and (alone or len(wanted) < len(cells))):
        raise _refused(line, line[1], f"分不清哪一个是要填的{kind.value}")
    return wanted


def _row(line: Line, kinds: Sequence[Kind]) -> list[str]:
    """One cell of each kind, in the order that is asked for; the last may be missing."""
    cells = [cell for cell in _cells(line) if cell[0] in kinds]
    ordered = sorted(cells, key=lambda cell: kinds.index(cell[0]))
    if [kind for kind, _ in ordered] != list(kinds[: len(ordered)]):
        order = "、".join(kind.value for kind in kinds)
        raise _refused(line, line[1], f"要依次是{order}")
    return [text for _, text in ordered]


def _cells(line: Line) -> Iterator[Cell]:
    """What a line holds."""
    at, text = 0, _QUOTED.sub(r" \1 ", line[1])
    if found := _DECIMAL_COMMA.search(text):
        raise _refused(line, found[0], "的逗号分不清是小数点还是分隔")
    while at < len(text):
        if between := _BETWEEN.match(text, at):
            at = between.end()
            continue
        token = _TOKEN.match(text, at)
        if not token or _ZERO_FIRST.match(token["number"] or ""):
            raise _refused(line, text[at:], "没有看懂")
        kind = next(k for k in Kind if token[k.name.lower()])
        yield kind, token[kind.name.lower()].strip()
        at = token.end()


def _is_heading(line: str) -> bool:
    return not re.search(r"\d", line) and bool(_PAYABLE.search(line))


def _column(heading: str, lines: list[Line]) -> list[Row]:
    """The cells below the heading that names what is to be paid."""
    heads = _parted(heading)
    named = [n for n, head in enumerate(heads) if _PAYABLE.search(head)]
    clear = [n for n in named if not _NOT_PAYABLE.search(heads[n])]
    at = (clear or named)[0]
    cells = []
    for line in lines:
        parts = _parted(line[1])
        if len(parts) != len(heads):
            raise _refused(line, line[1], f"有 {len(parts)} 列，表头有 {len(heads)} 列")
        cells.append((line[0], [parts[at]]))
    return cells


def _parted(line: str) -> list[str]:
    """The columns of a spreadsheet's line: by tabs, else by commas, else by blanks."""
    bare = _QUOTED.sub(lambda quoted: quoted[1].replace(",", ""), line)
    for part in ("\t", "[,，]", r"\s+"):
        if len(columns := re.split(part, bare.strip())) > 1:
            return columns
    return [bare]


def _refused(line: Line, text: str, why: str) -> Unreadable:
    shown = text.strip()
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return Unreadable(f"第 {line[0]} 行「{shown}」{why}")
