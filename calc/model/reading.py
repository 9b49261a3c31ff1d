"""Reading what people really type: full-width digits, 元, commas, 年月日."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

LONGEST = 40  # no honest number is longer, and a longer one only costs time

_NUMBER = re.compile(r"([+-]?)(\d+\.?\d*|\.\d+)(万?)", re.ASCII)
_DAY = re.compile(r"(\d{4})(?:[-/.年]?)(\d{1,2})(?:[-/.月]?)(\d{1,2})日?", re.ASCII)
_MINUS = str.maketrans("−–—", "---")


def plain(text: str) -> str:
    """The text in half-width characters, without control and format characters."""
    folded = unicodedata.normalize("NFKC", re.sub(r"\s", " ", text)).translate(_MINUS)
    return "".join(c for c in folded if unicodedata.category(c)[0] != "C").strip()


def read_number(text: str, units: str) -> Decimal | None:
    """A decimal number, or None. Commas, blanks, ¥ and the given units are dropped."""
    bare = re.sub(r"[\s,、¥]", "", plain(text))
    for unit in units.split():
        bare = bare.removesuffix(unit)
    found = _NUMBER.fullmatch(bare)
    if not found or len(bare) > LONGEST:
        return None
    sign, digits, ten_thousand = found.groups()
    number = Decimal(sign + digits)
    return number.scaleb(4) if ten_thousand else number


def read_day(text: str) -> date | None:
    """A calendar day written 2026-10-10, 2026/10/10, 20261010 or 2026年10月10日."""
    found = _DAY.fullmatch(re.sub(r"\s", "", plain(text)))
    if not found:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None
