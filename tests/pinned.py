"""Thousands of replies by their digest: what changes one is seen, whoever meant it.

`python -m tests.pinned` writes them anew; say in the commit why they changed.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import singledispatch
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from calc.browser import answer
from calc.calculators import ALL
from calc.model.fields import Choice, Day, Field, Passage, Text
from calc.model.numbers import Money, Number, Rate, Whole
from calc.model.preset import StartFrom
from calc.model.rows import Lines, Rows
from calc.money import CENT, fixed
from tests.calculators.check_bill import bills
from tests.cases import cases
from tests.reading.test_papers import PAPERS, TODAY

FOLDER = Path(__file__).parent / "golden" / "replies"
EACH = 300  # made-up requests of a calculator
OF_A_KIND = 5  # made-up bills
START = date(2026, 1, 31)
AMOUNTS = bills.texts(
    "4999 5999.99 100 0.01 1234.56 20000 458.31 1000 0.10 333.33 50000"
)
RATES = bills.texts("0 18 24 36 0.05 7.2 0.6 15.4 0.06 1 1.5 23.98 0.5 3.45 100 120")
COUNTS = bills.texts("1 2 3 4 6 9 12 18 24 36 60")


def requests(name: str) -> Iterator[str]:
    """What is asked of a calculator, always the same."""
    calculator, rng = ALL[name], Random(name)  # noqa: S311  # a corpus, not a secret
    fields, usual = calculator.inputs.items(), calculator.defaults
    for case in cases():
        if case.calculator == name:
            yield case.request
    for _ in range(EACH):
        told = {n: _near(f, rng, usual[n]) for n, f in fields if rng.random() < 0.4}
        if rng.random() < 0.5:
            told["today"] = _day(rng)
        yield _request(name, told, export=rng.choice(("", "ics", "csv")))
    if name == "check-bill":
        yield from map(_of_bill, _bills(rng))
    if name == "read-text":
        for paper in PAPERS:
            today = str(paper.get("today", TODAY))
            yield _request(name, {"text": paper["text"], "today": today})


def digest(request: str) -> str:
    """The reply, tags and all, in eight characters."""
    return sha256(answer(request).encode()).hexdigest()[:8]


def _request(name: str, answers: Mapping[str, Any], export: str = "") -> str:
    more = {"export": export} if export else {}
    asked = {"calculator": name, "answers": answers, **more}
    return json.dumps(asked, ensure_ascii=False)


def _near(field: Field, rng: Random, usual: Any) -> Any:
    """A text beside the usual one, so that answers seldom contradict each other."""
    if not usual or rng.random() < 0.3:
        return drawn(field, rng)
    if isinstance(field, Day):
        days = rng.choice((-31, -3, -1, 0, 1, 2, 3, 4, 10, 31, 61, 120))
        return str(date.fromisoformat(usual) + timedelta(days=days))
    if isinstance(field, Money):
        part = Decimal(rng.choice(("0.1", "0.5", "0.9", "1", "1.1", "2")))
        return f"{fixed(Decimal(usual) * part, CENT)}"
    return drawn(field, rng)


@singledispatch
def drawn(field: Field, rng: Random) -> Any:
    """A likely text for a field, at times the last that is taken or one beyond."""
    raise NotImplementedError(type(field))


@drawn.register
def _(field: Choice | StartFrom, rng: Random) -> str:
    return str(rng.choice(list(field.options)))


@drawn.register
def _(_field: Day, rng: Random) -> str:
    return _day(rng)


@drawn.register
def _(_field: Text, rng: Random) -> str:
    return rng.choice(("手机", "耳机 12 期", "", "电视"))


@drawn.register
def _(_field: Passage, rng: Random) -> str:
    return "\n".join(paper["text"] for paper in rng.sample(PAPERS, 2))


@drawn.register
def _(field: Number, rng: Random) -> str:
    kinds = {Money: AMOUNTS, Rate: RATES, Whole: COUNTS}
    likely = kinds.get(type(field), RATES)
    ends = (field.low, field.high, field.low - 1, field.high + 1)
    return f"{rng.choice(ends):f}" if rng.random() < 0.04 else rng.choice(likely)


@drawn.register
def _(field: Rows, rng: Random) -> list[dict[str, str]]:
    columns = field.columns.items()
    count = rng.randint(1, min(4, field.most))
    return [{name: drawn(cell, rng) for name, cell in columns} for _ in range(count)]


@drawn.register
def _(field: Lines, rng: Random) -> str:
    columns = field.columns.values()
    lines = [[drawn(cell, rng) for cell in columns] for _ in range(rng.randint(1, 8))]
    return "\n".join(map(" ".join, lines))


def _day(rng: Random) -> str:
    return str(START + timedelta(days=rng.randrange(500)))


def _bills(rng: Random) -> Iterator[bills.Made]:
    """Bills of every kind, some with one amount that is off."""
    for kind in bills.KINDS:
        for made in bills.bills(kind, OF_A_KIND, seed=2):
            payments = list(made.payments)
            if rng.random() < 0.3:
                off = rng.choice((-1, 1, 2, len(payments), 270, 10_000))
                payments[rng.randrange(len(payments))] += bills.FEW * off
            yield made._replace(payments=payments)


def _of_bill(made: bills.Made) -> str:
    answers = {
        "amount": f"{float(made.amount):.2f}",
        "periods": str(made.periods),
        "payments": "\n".join(f"{float(payment):.2f}" for payment in made.payments),
    }
    return _request("check-bill", answers)


def write() -> None:
    """Pin what is replied today."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in ALL:
        lines = [f"{digest(request)}\n" for request in requests(name)]
        (FOLDER / f"{name}.txt").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    write()
