"""An answer to take away: the same rows as a calendar or as a spreadsheet."""

from collections.abc import Mapping
from typing import Any

from calc.export.csv import spreadsheet
from calc.export.ics import calendar, entries
from calc.model.calculator import Calculator

TYPES: Mapping[str, str] = {"ics": "text/calendar", "csv": "text/csv"}


def file(calculator: Calculator, found: Any, kind: str) -> Mapping[str, str] | None:
    """Name, media type and text of a file; no calendar without due dates."""
    if kind == "csv":
        text = spreadsheet(calculator, found)
    elif not (dated := entries(calculator, found)):
        return None
    else:
        text = calendar(calculator.title, dated)
    return {
        "name": f"{calculator.title}.{kind}",
        "type": f"{TYPES[kind]};charset=utf-8",
        "text": text,
    }
