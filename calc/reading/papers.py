"""Facts of a plan in a text message, a bill or the text of a payment page.

What is not labelled is not taken: a wrong proposal is worse than none.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from calc.reading.days import last_such_day, next_such_day, read_day
from calc.reading.labels import ANY_DAY, FACTS, LENDERS, NOT_FACTS
from calc.reading.numbers import read_number, read_percent
from calc.reading.overdue import is_late, warns_at
from calc.reading.plain import Unreadable, plain
from calc.reading.rows import Kind, rows

MOST_PERIODS = 600
MONEY = ("amount", "payment", "fee", "overdue_amount")
DAYS = ("due_date", "first_due")
LATE = ("overdue_amount", "overdue_days")
UNITS = ("annual", "monthly", "daily", "per_period_fee", "total_fee")
SUMS = re.compile(r"\s*(?:合计|总计|小计|共计)")
# what stands in a line of a list beside period, day and amount
STATUS = re.compile(
    r"(?<=[\d元\s期])(?:应还(?:金额|款)?|待还款?|未还款?|已还款?|已?还清|已出账|未出账)"
    r"(?=[\s\d¥:]|$)"
)

_ANY_DAY = re.compile(ANY_DAY)
_HIDDEN = "\0"
LONGEST_MONTH = timedelta(days=31)

type Span = tuple[int, int]


class Fact(NamedTuple):
    """One thing that a text says.

    Attributes:
        field: Its name, such as `payment`.
        value: Money with two decimals, days in ISO; several payments a line each.
        words: The words that say so; where there are several, parted by `；`.
    """

    field: str
    value: str
    words: str


def read_paper(text: str, today: date | None = None) -> tuple[tuple[Fact, ...], str]:
    """The facts of a plan that a text states, and what of it was not understood.

    Args:
        text: What was pasted.
        today: What days without a year are reckoned from; unknown, they are not found.
    """
    lines = [bare for line in text.splitlines() if (bare := plain(line))]
    listed = _listed(text, today)
    if listed:
        return tuple(listed), "；".join(line for line in lines if SUMS.match(line))
    whole = "\n".join(lines)
    patterns, not_facts = _compiled()
    left = not_facts.sub(lambda each: _HIDDEN * len(each[0]), whole)
    taken: dict[Span, dict[str, str]] = {}
    for pattern in patterns:
        for found in list(pattern.finditer(left)):
            values = dict(_values(found, whole, today))
            if all(values.values()):
                start, end = found.span()
                taken[start, end] = values
                left = left[:start] + _HIDDEN * (end - start) + left[end:]
    agreed = list(_agreed(taken))
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for span in agreed:
        for fact in taken[span].items():
            said[fact].append(whole[slice(*span)].strip(" ,:;(|"))
    facts = (
        Fact(*fact, "；".join(dict.fromkeys(words))) for fact, words in said.items()
    )
    return tuple(facts), _rest(whole, agreed)


@cache
def _compiled() -> tuple[list[re.Pattern[str]], re.Pattern[str]]:
    """The patterns; who reads no paper does not wait for them."""
    not_facts = "|".join(f"(?:{pattern})" for pattern in NOT_FACTS)
    return [re.compile(p) for p in (*FACTS, *LENDERS)], re.compile(not_facts)


def _values(
    found: re.Match[str], whole: str, today: date | None
) -> Iterator[tuple[str, str]]:
    """Each fact of the words; empty where it is no value after all."""
    for name, text in found.groupdict().items():
        if name in LATE and warns_at(whole, found.start()):
            yield name, ""
        elif name in MONEY:
            yield name, _money(found, name)
        elif name in DAYS:
            yield name, _day(text, today, past=is_late(whole))
        elif name == "day_of_month":
            yield "due_date", _next_in_month(int(text), today)
        elif name in UNITS:
            yield "rate", _percent(text)
            yield "rate_unit", name
        elif name == "nth":
            yield "paid_periods", str(int(text) - 1) if text.strip("0") else ""
        elif name == "periods":
            yield name, text if 1 <= int(text) <= MOST_PERIODS else ""
        else:
            yield name, text


def _money(found: re.Match[str], name: str) -> str:
    """The amount with two decimals; 万 may stand behind it."""
    more = found.string[found.end(name) :]
    power = "万" if re.match(r"\s?万", more) else ""
    amount = _number(read_number, found[name] + power, "")
    return f"{amount:.2f}" if amount else ""


def _percent(text: str) -> str:
    rate = _number(read_percent, text, "%")
    return f"{rate.normalize():f}" if rate else ""


def _number(read: Callable[[str, str], Decimal], text: str, units: str) -> Decimal:
    """The number; 0 where it is none after all, such as one of forty digits."""
    try:
        return read(text, units)
    except Unreadable:
        return Decimal(0)


def _day(text: str, today: date | None, *, past: bool) -> str:
    such_day = last_such_day if past else next_such_day
    if today and (day := such_day(text, today)):
        return str(day)
    try:
        return str(read_day(text))
    except Unreadable:
        return ""


def _next_in_month(number: int, today: date | None) -> str:
    """The next such day of a month; a short month has it on its last."""
    if not today or not 1 <= number <= 31:
        return ""
    first = today.replace(day=1)
    following = (first + LONGEST_MONTH).replace(day=1)
    day = _day_in_month(number, first)
    return str(day if day >= today else _day_in_month(number, following))


def _day_in_month(number: int, first: date) -> date:
    last = (first + LONGEST_MONTH).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(number, last.day))


def _listed(text: str, today: date | None) -> list[Fact]:
    """The payments of a list of amounts, with the first day where days are given."""
    lines = [
        STATUS.sub(" ", line) for line in text.splitlines() if not SUMS.match(line)
    ]
    bare = "\n".join(lines)
    try:
        cells = rows(bare, (Kind.NUMBER,))
        payments = [read_number(cell, "元 块") for _, (cell,) in cells]
    except Unreadable:
        return []
    if len(payments) < 2 or not all(_likely(payment) for payment in payments):
        return []
    value = "\n".join(f"{payment:.2f}" for payment in payments)
    words = f"{len(payments)} 个金额"
    return [Fact("payments", value, words), *_first_day(bare, today)]


def _likely(payment: Decimal) -> bool:
    """Whether it can be a payment: a number that is no code and no telephone."""
    return 0 < payment < 100_000


def _first_day(text: str, today: date | None) -> Iterator[Fact]:
    days = [
        found[0]
        for line in text.splitlines()
        if (found := _ANY_DAY.search(plain(line)))
    ]
    first = _day(days[0], today, past=False) if days else None
    if first:
        yield Fact("first_due", first, days[0])


def _agreed(taken: dict[Span, dict[str, str]]) -> Iterator[Span]:
    """The words, in order, but for those that give a field another value than others.

    A rate may stand there twice, a day's and a year's: then the first is meant.
    """
    unit = next(
        (
            taken[span].get("rate_unit", "")
            for span in sorted(taken)
            if "rate" in taken[span]
        ),
        "",
    )
    values: defaultdict[str, set[str]] = defaultdict(set)
    for facts in taken.values():
        if facts.get("rate_unit", unit) == unit:
            for field, value in facts.items():
                values[field].add(value)
    for span in sorted(taken):
        facts = taken[span]
        if all(values[field] == {value} for field, value in facts.items()):
            yield span


def _rest(whole: str, agreed: list[Span]) -> str:
    """What was not understood, in the order of the text."""
    letters = list(whole)
    for start, end in agreed:
        letters[start:end] = "\n" * (end - start)
    parts = re.split(r"[\n;。!|]+|(?<!\d),|,(?!\d)", "".join(letters))
    bare = (part.strip(" ():,") for part in parts)
    return "；".join(part for part in bare if re.search(r"\w", part))
