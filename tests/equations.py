"""Reads the equations that a text prints, and says which are false.

An equation is what stands on both sides of a `=` within a clause: numbers, units, the
words that name them, and + − × ÷ % ^ ( ). Every number is taken as it is printed. A
letter is the rate that the same text solved for (`得 r = 1.25 %`).
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

CLAUSE = re.compile(r"[，。；：、！？「」（）〔〕\n]|,(?!\d{3})|;|: ")
DATE = re.compile(r"\d{4}-\d\d-\d\d")
ORDINAL = re.compile(r"第\s*\d+(?:/\d+)?\s*[期天行]?")
SOLVED = re.compile(r"得 (?P<letter>[ir]) = (?P<rate>[−-]?[\d,.]+) %")
SERIES = re.compile(
    r"(?P<sum>[\d,.]+) = (?P<each>[\d,.]+)"
    r"(?: ÷ \(1 \+ [ir]\)\^(?P<first>\d+))? \+ … \+ "
    r"(?P=each) ÷ \(1 \+ (?P<letter>[ir])\)\^(?P<last>\d+)"
)
TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[-−+×÷*/%^()]|\b[ir]\b")
WIDE = Context(prec=120, Emax=10**9, Emin=-(10**9))


@dataclass(frozen=True)
class Equation:
    """One equation: its text, and whether it holds as printed."""

    text: str
    holds: bool


class Unread(ValueError):
    """What stands beside a `=` is no arithmetic."""


class _Side:
    """One side of an equation, read from left to right."""

    def __init__(self, text: str, letters: Mapping[str, Decimal]) -> None:
        self.tokens = TOKEN.findall(text)
        self.letters = letters

    def value(self) -> Decimal:
        value = self._sum()
        if self.tokens:
            raise Unread(f"left over: {self.tokens}")
        return value

    def half(self) -> Decimal:
        """Half of the last digit of a result."""
        number = max((t for t in self.tokens if t[0].isdigit()), key=len)
        half = Decimal(5).scaleb(-len(number.partition(".")[2]) - 1)
        return half / 100 if "%" in self.tokens else half

    def _take(self, wanted: str) -> str:
        return self.tokens.pop(0) if self.tokens and self.tokens[0] in wanted else ""

    def _sum(self) -> Decimal:
        value = self._product()
        while sign := self._take("+−-"):
            other = self._product()
            value = value + other if sign == "+" else value - other
        return value

    def _product(self) -> Decimal:
        value = self._power()
        while sign := self._take("×÷*/"):
            other = self._power()
            value = value * other if sign in "×*" else value / other
        return value

    def _power(self) -> Decimal:
        base = self._single()
        return base ** self._single() if self._take("^") else base

    def _single(self) -> Decimal:
        if self._take("−-"):
            return -self._single()
        if self._take("("):
            value = self._sum()
            if not self._take(")"):
                raise Unread("a bracket stays open")
        elif self.tokens:
            value = self._number(self.tokens.pop(0))
        else:
            raise Unread("ends too early")
        return value / 100 if self._take("%") else value

    def _number(self, token: str) -> Decimal:
        if token in self.letters:
            return self.letters[token]
        if not token[0].isdigit():
            raise Unread(f"a number is missing before {token}")
        return _decimal(token)


def shown(reply_html: str) -> str:
    """The text of a reply, what stands in one element on one line."""
    return html.unescape(re.sub(r"<[^>]*>", "\n", reply_html))


def equations(text: str) -> Iterator[Equation]:
    """Every equation of a text.

    Raises:
        Unread: What stands on both sides of a `=` is no arithmetic.
    """
    letters = {m["letter"]: _decimal(m["rate"]) / 100 for m in SOLVED.finditer(text)}
    with localcontext(WIDE):
        for found in SERIES.finditer(text):
            yield _series(found, letters)
        for clause in CLAUSE.split(SOLVED.sub("", SERIES.sub("", text))):
            sides = ORDINAL.sub("", DATE.sub("", clause)).split("=")
            if all(re.search(r"\d", side) for side in sides) and len(sides) > 1:
                yield Equation(clause.strip(), _holds(sides, letters))


def _holds(texts: Sequence[str], letters: Mapping[str, Decimal]) -> bool:
    halves = [_Side(text, letters).half() for text in texts[1:]]
    first, *others = (_Side(text, letters).value() for text in texts)
    return all(
        abs(first - other) <= half for other, half in zip(others, halves, strict=True)
    )


def _series(found: re.Match[str], letters: Mapping[str, Decimal]) -> Equation:
    each, growth = _decimal(found["each"]), 1 + letters[found["letter"]]
    times = range(int(found["first"] or 0), int(found["last"]) + 1)
    worth = sum(each / growth**time for time in times)
    return Equation(found[0], abs(worth - _decimal(found["sum"])) <= Decimal("0.005"))


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("−", "-"))
