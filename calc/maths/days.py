"""Due dates and day counts on plain calendar days."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date


def add_months(anchor: date, months: int) -> date:
    """Return the anchor's day `months` later, clamped to that month's last day.

    Always count from the original anchor, so that 31 Jan gives 28 Feb and then
    31 Mar. Raise OverflowError outside the years 1 to 9999, as `date` does.
    """
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"no date in the year {year}")
    last_day = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(anchor.day, last_day))


def due_dates(first: date, count: int) -> list[date]:
    """Return `count` monthly due dates, each anchored to the first."""
    return [add_months(first, months) for months in range(count)]


def days_between(start: date, end: date) -> int:
    """Count the days with the first and without the last (算头不算尾)."""
    return (end - start).days
