"""Due dates and day counts on plain calendar days."""

from datetime import MAXYEAR, MINYEAR, date
from enum import IntEnum

FEBRUARY = 2
SHORT_MONTHS = {4, 6, 9, 11}


class DayBasis(IntEnum):
    """The days of a year by which a contract turns a daily rate into a yearly one."""

    D360 = 360
    D365 = 365


def add_months(anchor: date, months: int) -> date:
    """Return the anchor's day `months` later, clamped to that month's last day.

    Always count from the original anchor, so that 31 Jan gives 28 Feb and then
    31 Mar. Raise OverflowError outside the years 1 to 9999, as `date` does.
    """
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"no date in the year {year}")
    return date(year, month + 1, min(anchor.day, _last_day(year, month + 1)))


def due_dates(first: date, count: int) -> list[date]:
    """Return `count` monthly due dates, each anchored to the first."""
    return [add_months(first, months) for months in range(count)]


def days_between(start: date, end: date) -> int:
    """Count the days with the first and without the last (算头不算尾)."""
    return (end - start).days


def _last_day(year: int, month: int) -> int:
    # calendar.monthrange would bring calendar and locale, which every reader loads
    if month == FEBRUARY:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 29 if leap else 28
    return 30 if month in SHORT_MONTHS else 31
