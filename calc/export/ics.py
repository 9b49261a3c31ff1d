"""Due dates as a calendar file (RFC 5545).

One event an instalment: a monthly rule for the 31st skips the short months.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import NamedTuple

from calc.export.due import Due
from calc.model.calculator import Answered
from calc.money import yuan

DAY = timedelta(days=1)
WIDEST = 75  # octets in a line

# from midnight of the day: 09:00 three days before, the day before, the day itself
ALARMS = {"-P2DT15H": "三天后还款", "-PT15H": "明天还款", "PT9H": "今天还款"}


class Entry(NamedTuple):
    """What is due on a day.

    Attributes:
        day: The day.
        summary: The sentence.
        mark: What tells it from an equal one.
    """

    day: date
    summary: str
    mark: str = "1"

    @property
    def uid(self) -> str:
        """A name that it keeps from file to file."""
        content = f"{self.day}|{self.summary}|{self.mark}"
        return sha256(content.encode()).hexdigest()[:32]


def entries(answered: Answered, found: Iterable[Due], seed: str = "") -> list[Entry]:
    """An entry for each of these payments.

    Args:
        answered: The answer.
        found: Its payments.
        seed: What tells this plan from an equal one, where no payment has a name.
    """
    return [
        Entry(due.row.due_date, *_spoken(answered.calculator.title, due, seed))
        for due in found
    ]


def _spoken(title: str, due: Due, seed: str) -> tuple[str, str]:
    """The sentence, and what tells it from an equal one."""
    row, named = due.row, "name" in due.table.columns
    said = f"还款 {yuan(row.payment)} 元（{row.name if named else title} 第 {row.period} 期）"
    return said, f"{due.nth}" if named or not seed else f"{due.nth}|{seed}"


def calendar(name: str, dated: Sequence[Entry]) -> str:
    """The file's text; the same entries give the same bytes."""
    stamp = min(entry.day for entry in dated)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//calc//instalments//ZH",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(name)}",
        *(line for entry in dated for line in _event(entry, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(entry: Entry, stamp: date) -> Iterator[str]:
    summary = _escaped(entry.summary)
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}@calc"
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
