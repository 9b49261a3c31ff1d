"""A letter with blanks for the reader to fill in, declared in a TOML file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from calc.calculators import ALL
from calc.calculators.read_text.words import NAMES
from publish.mistakes import Mistake, unknown
from publish.writing.declared import made, tables, unproven

BLANK = re.compile(r"\{(\w+)\}")
FROM_PLANS = frozenset({"next_due", "balance"})  # web/plans/known.js
LINES = {
    "line": "________",
    "lines": "________________________",
    "tick": "☐",
    "today": "____年__月__日",
}


@dataclass(frozen=True)
class Blank:
    """What the reader fills in: a line, several, a tick, a day, or one of the choices."""

    label: str
    hint: str = ""
    kind: str = "line"
    choices: Mapping[str, str] = field(default_factory=dict)
    plan: str = ""
    """Which fact of the reader's plan it is, named as the fields of calculators are."""

    @property
    def empty(self) -> str:
        """What stands in the letter before it is filled in."""
        if self.choices:
            return "".join(f"〔{name}：{text}〕" for name, text in self.choices.items())
        return LINES[self.kind]


@dataclass(frozen=True)
class Letter:
    """The text is Markdown; `{field}` stands for a blank."""

    title: str
    fields: Mapping[str, Blank]
    text: str
    sources: list[str] = field(default_factory=list)

    @property
    def cited(self) -> str:
        """The sources of what the text says, as footnotes."""
        return "".join(f"[^{key}]" for key in self.sources)


@cache
def facts() -> frozenset[str]:
    """What calculators, a message or 我的分期 know of the reader's plan."""
    inputs = (field for each in ALL.values() for field in each.inputs.values())
    asked = frozenset(fact for field in inputs for fact in field.plan.split())
    return asked | NAMES.keys() | FROM_PLANS


def letter(declared: Mapping[str, Any]) -> Letter:
    """The letter that a table declares.

    Raises:
        Mistake: What is wrong in it, a line each.
    """
    raw = tables("fields", declared.get("fields"))
    blanks = {name: made(Blank, name, entries) for name, entries in raw.items()}
    found = made(Letter, "这封信", {**declared, "fields": blanks})
    used = BLANK.findall(found.text)
    mistakes = [str(unknown("空", n, blanks)) for n in used if n not in blanks]
    mistakes += [f"正文里没有用到“{n}”" for n in blanks if n not in used]
    for name, blank in blanks.items():
        if blank.kind not in LINES:
            mistakes.append(f"{name}：{unknown('种类', blank.kind, LINES)}")
        for fact in blank.plan.split():
            if fact not in facts():
                mistakes.append(f"{name}：{unknown('分期的事实', fact, facts())}")
        mistakes += unproven(name, [t + found.cited for t in blank.choices.values()])
    parts = found.text.split("\n\n")
    mistakes += unproven("正文", [part + found.cited for part in parts])
    if mistakes:
        raise Mistake("\n".join(mistakes))
    return found
