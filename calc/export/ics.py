"""Due dates as a calendar file (RFC 5545).

One event an instalment: a monthly rule for the 31st skips the short months.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import Any, NamedTuple

from calc.export.due import Due
from calc.model.calculator import Answered
from calc.model.rows import Rows
from calc.money import yuan

DAY = timedelta(days=1)
WIDEST = 75  # octets in a line

# from midnight of the day: 09:00 three days before, the day before, the day itself
ALARMS = {"-P2DT15H": "三天后还款", "-PT15H": "明天还款", "PT9H": "今天还款"}


class Entry(NamedTuple):
    """What is due on a day."""

    day: date
    summary: str


def entries(answered: Answered, found: Iterable[Due]) -> list[Entry]:
    """An entry for each of these payments."""
    title = answered.calculator.title
    return [Entry(row.due_date, _summary(title, table, row)) for table, row in found]


def _summary(title: str, field: Rows, row: Any) -> str:
    name = row.name if "name" in field.columns else title
    return f"还款 {yuan(row.payment)} 元（{name} 第 {row.period} 期）"


def calendar(name: str, dated: Sequence[Entry]) -> str:
    """The file's text; the same entries give the same bytes."""
    stamp = min(entry.day for entry in dated)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//calc//instalments//ZH",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(name)}",
        *(line for uid, entry in _named(dated) for line in _event(uid, entry, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _named(dated: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """Each entry with a name that it keeps from file to file."""
    seen: dict[Entry, int] = {}
    for entry in dated:
        seen[entry] = seen.get(entry, 0) + 1
        content = f"{entry.day}|{entry.summary}|{seen[entry]}"
        yield sha256(content.encode()).hexdigest()[:32], entry


def _event(uid: str, entry: Entry, stamp: date) -> Iterator[str]:
    summary = _escaped(entry.summary)
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@calc"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"  # no clock here: a day of the data
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + DAY:%Y%m%d}"
    yield f"SUMMARY:{summary}"
    yield "TRANSP:TRANSPARENT"
    for trigger, said in ALARMS.items():
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"TRIGGER:{trigger}"
        yield f"DESCRIPTION:{said}：{summary}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Text without control characters, with what RFC 5545 reserves escaped."""
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(c for c in escaped.replace("\n", "\\n") if c.isprintable())


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, none cutting a character."""
    rest = line.encode()
    pieces = []
    while len(rest) > WIDEST:
        cut = WIDEST
        while rest[cut] & 0xC0 == 0x80:  # inside a character
            cut -= 1
        pieces.append(rest[:cut])
        rest = b" " + rest[cut:]
    return b"\r\n".join([*pieces, rest]).decode()
