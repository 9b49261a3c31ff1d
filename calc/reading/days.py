"""A calendar day as people write it: 2026-10-10, 2026年10月10号, 10月20日, 明天."""

import re
from datetime import MAXYEAR, date, timedelta

from calc.reading.plain import Unreadable, plain

_SEPARATED = r"(?:(\d{4})[-/.]|(\d{4}|\d{2})年)(\d{1,2})[-/.月](\d{1,2})[日号]?"
_TIME = r"(?:[T ]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"  # as spreadsheets add it
FULL = re.compile(rf"(?:{_SEPARATED}|((?:19|20|21)\d\d)(\d\d)(\d\d)){_TIME}", re.ASCII)
YEARLESS = re.compile(r"(\d{1,2})(?:月|[-/.])(\d{1,2})[日号]?", re.ASCII)
RELATIVE = {
    "前天": -2,
    "昨天": -1,
    "今天": 0,
    "今日": 0,
    "明天": 1,
    "明日": 1,
    "后天": 2,
}

NO_YEAR = "没有写是哪一年，例如写成 2026-10-10"
NO_TODAY = "要写成年月日，例如 2026-10-10"


def read_day(text: str) -> date:
    """A day with its year.

    Raises:
        Unreadable: Anything else; a day that no calendar has is named.
    """
    bare = _bare(text)
    if found := FULL.fullmatch(bare):
        year, month, day = (part for part in found.groups() if part)
        century = 2000 if len(year) == 2 else 0
        return _day(century + int(year), int(month), int(day))
    if bare in RELATIVE:
        raise Unreadable(NO_TODAY)
    if found := YEARLESS.fullmatch(bare):
        _day(2000, int(found[1]), int(found[2]))  # a leap year: any day there can be
        raise Unreadable(NO_YEAR)
    raise Unreadable


def is_day(text: str) -> bool:
    """Whether it is a day, with its year or without."""
    try:
        read_day(text)
    except Unreadable as why:
        return str(why) == NO_YEAR
    return True


def next_such_day(text: str, base: date) -> date | None:
    """The first day on or after `base` that a text without a year can mean, or None."""
    return _nearest(text, base, range(9))  # a 29 February comes within eight years


def last_such_day(text: str, base: date) -> date | None:
    """The last day on or before `base` that a text without a year can mean, or None."""
    return _nearest(text, base, range(0, -9, -1))


def _nearest(text: str, base: date, years: range) -> date | None:
    bare = _bare(text)
    if bare in RELATIVE:
        return base + timedelta(days=RELATIVE[bare])
    if not (found := YEARLESS.fullmatch(bare)):
        return None
    for away in years:
        try:
            day = date(base.year + away, int(found[1]), int(found[2]))
        except ValueError:
            continue
        if (day - base).days * years.step >= 0:
            return day
    return None


def _bare(text: str) -> str:
    """The text without blanks, except before a time."""
    return re.sub(r"\s(?!\d{1,2}:)", "", plain(text))


def _day(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        raise Unreadable(f"写错了，没有 {month} 月")
    if not 1 <= year <= MAXYEAR:
        raise Unreadable
    try:
        return date(year, month, day)
    except ValueError:
        leap = f"{year} 年 " if (month, day) == (2, 29) else ""
        raise Unreadable(f"写错了，{leap}{month} 月没有 {day} 日") from None
