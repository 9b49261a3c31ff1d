"""An answer to take away: the same rows as a calendar or as a spreadsheet."""

from collections.abc import Mapping

from calc.export.csv import spreadsheet
from calc.export.ics import calendar, entries
from calc.model.calculator import Answered

TYPES: Mapping[str, str] = {"ics": "text/calendar", "csv": "text/csv"}


def file(answered: Answered, kind: str) -> Mapping[str, str] | None:
    """Name, media type and text of a file; no calendar without due dates."""
    title = answered.calculator.title
    if kind == "csv":
        text = spreadsheet(answered)
    elif not (dated := entries(answered)):
        return None
    else:
        text = calendar(title, dated)
    return {
        "name": f"{title}.{kind}",
        "type": f"{TYPES[kind]};charset=utf-8",
        "text": text,
    }
