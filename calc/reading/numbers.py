"""A number as people write it: ¥4,999.00, 4999 元整, 1.2 万, 万分之五."""

import re
from decimal import Decimal

from calc.reading.plain import Unreadable, plain

LONGEST = 40  # no honest number is longer, and a longer one only costs time

CURRENCY = "(?:人民币|RMB|CNY|¥)"
# A comma stands before three digits; people who write 4999,00 mean a point.
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+"

_NUMBER = re.compile(
    rf"([+-]?) ?{CURRENCY}? ?([+-]?) ?({DIGITS}) ?([万千]?)", re.ASCII | re.IGNORECASE
)
_BLANKS = re.compile(r"(?<=\d) (?=\d{3}(?:[ .]|\D|$))")
_POWERS = {"千": 3, "万": 4}
_MISPLACED = re.compile(r"\d[,、]\d|\d[,、]$")
_COMMA = "的逗号要放在千位，例如 4,999；小数点写成「.」"
_SHARE = re.compile(r"([百千万])分之(.+)")
_SHARES = {"百": 0, "千": -1, "万": -2}
_HANS = {c: str(n) for n, c in enumerate("零一二三四五六七八九")}


def read_number(text: str, units: str) -> Decimal:
    """A decimal number; one of the given units, parted by blanks, may stand behind it.

    Raises:
        Unreadable: Anything but one number, such as a comma that parts no thousands.
    """
    bare = _BLANKS.sub(",", _without_unit(plain(text)[: LONGEST + 9], units))
    found = _NUMBER.fullmatch(bare) if len(bare) <= LONGEST else None
    if not found or (found[1] and found[2]):
        misplaced = len(bare) <= LONGEST and _MISPLACED.search(bare)
        raise Unreadable(_COMMA if misplaced else "")
    digits = found[3].replace(",", "")
    number = Decimal(found[1] + found[2] + digits)
    return number.scaleb(_POWERS[found[4]]) if found[4] else number


def read_percent(text: str, units: str) -> Decimal:
    """A rate in percent; 万分之五 is 0.05 and 5‰ is 0.5.

    Raises:
        Unreadable: As for a number.
    """
    bare = plain(text)
    if share := _SHARE.fullmatch(bare):
        return read_number(_arabic(share[2]), units).scaleb(_SHARES[share[1]])
    if bare.endswith("‰"):
        return read_number(bare[:-1], "").scaleb(-1)
    return read_number(bare, units)


def _without_unit(bare: str, units: str) -> str:
    """The text without one unit at its end, and without the 整 of 元整."""
    words = sorted(units.split(), key=len, reverse=True)
    end = next((w for w in words if bare.lower().endswith(w.lower())), "")
    if not end and "元" in words:
        end = next((w for w in ("元整", "圆整", "圆", "元正") if bare.endswith(w)), "")
    return bare.removesuffix(bare[len(bare) - len(end) :]).rstrip() if end else bare


def _arabic(text: str) -> str:
    """The digits of 五, 十五 or 四点五; other texts as they are."""
    whole, point, part = text.strip().partition("点")
    tens, ten, ones = whole.rpartition("十")
    if ten:
        whole = (_HANS.get(tens, tens) or "1") + (_HANS.get(ones, ones) or "0")
    digits = [_HANS.get(c, c) for c in whole + ("." if point else "") + part]
    return "".join(digits)
