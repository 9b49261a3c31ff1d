"""An answer to take away: the same rows as a calendar, as a spreadsheet, or as text."""

from collections.abc import Mapping
from datetime import date

from calc.export.csv import spreadsheet
from calc.export.due import Only, called, due
from calc.export.ics import calendar, entries
from calc.export.text import listing
from calc.model.calculator import Answered

TYPES: Mapping[str, str] = {
    "ics": "text/calendar",
    "csv": "text/csv",
    "txt": "text/plain",
}
# what no system takes in the name of a file
_RESERVED = str.maketrans('\\/:*?"<>|', "＼／：＊？＂＜＞｜")


def file(
    answered: Answered,
    kind: str,
    only: Only = None,
    today: date | None = None,
    seed: str = "",
) -> Mapping[str, str] | None:
    """Name, media type and text of a file; no calendar without due dates.

    Args:
        answered: The answer.
        kind: One of `TYPES`.
        only: What of a calendar or a text; `calc.export.due` knows what may be chosen.
        today: From when on something is the next.
        seed: What tells a plan from an equal one in a calendar.
    """
    found = due(answered, only, today)
    title = called(answered, only, found)
    if kind == "csv":
        text = spreadsheet(answered)
    elif kind == "txt":
        text = listing(answered, title, found)
    elif not found:
        return None
    else:
        text = calendar(title, entries(answered, found, seed))
    return {
        "name": f"{title.translate(_RESERVED)}.{kind}",
        "type": f"{TYPES[kind]};charset=utf-8",
        "text": text,
    }
