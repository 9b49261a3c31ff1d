"""Published cases: what each asks of a calculator, and what was published."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from calc.calculators import ALL

VECTORS = Path(__file__).parent / "vectors"

type Cell = Decimal | date | str


def table(name: str) -> dict[str, Any]:
    """What a file of vectors holds; its numbers are Decimal or int, never float."""
    text = (VECTORS / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=Decimal)


@dataclass(frozen=True)
class Case:
    """One published example.

    Attributes:
        calculator: Its name.
        id: Unique among the calculator's cases.
        source: Who published it.
        answers: What to ask, as the machine interface takes it.
        expect: Output → the published value.
        tolerance: Absolute; for all, or one an output.
        columns: Names of the columns of `rows`; the first says which row.
        rows: Published rows, not always all.
        errors: The inputs that are refused.
        differs: What was published is a mistake, and must not come out.
        note: What a reader of the case should know.
    """

    calculator: str
    id: str
    source: str
    answers: Mapping[str, Any]
    expect: Mapping[str, Cell] = field(default_factory=dict)
    tolerance: Any = Decimal(0)
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[Cell]] = ()
    errors: Sequence[str] = ()
    differs: bool = False
    note: str = ""

    @property
    def request(self) -> str:
        """The worker's question."""
        asked = {"calculator": self.calculator, "answers": self.answers}
        return json.dumps(asked, ensure_ascii=False)

    def check(self, reply: Mapping[str, Any]) -> None:
        """The reply agrees with what was published."""
        assert list(reply["errors"]) == list(self.errors)
        outputs = reply["outputs"]
        for name, value in self.expect.items():
            assert self._near(name, outputs[name], value) is not self.differs, name
        key, *names = self.columns or [""]
        found = {row[key]: row for row in outputs.get("rows", ()) if key}
        for first, *cells in self.rows:
            for name, value in zip(names, cells, strict=True):
                assert self._near(name, found[str(first)][name], value), (first, name)

    def _near(self, name: str, text: str, value: Cell) -> bool:
        if isinstance(value, str | date):
            return text == str(value)
        allowed = (
            self.tolerance[name] if isinstance(self.tolerance, dict) else self.tolerance
        )
        return bool(abs(Decimal(text) - value) <= allowed)


def cases() -> list[Case]:
    """Every case of every calculator that has a file."""
    return [
        Case(name, **case)
        for name in ALL
        if (VECTORS / f"{name}.toml").exists()
        for case in table(name)["case"]
    ]
