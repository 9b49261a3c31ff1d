"""The rules of the site: each stated once, in docs/rules.toml, and quoted by pages.

`[= rule:NAME]` is the rule with its sources, `[= rule:NAME.part]` one of its shorter
wordings. What a rule guards, no page types itself: so no two pages contradict.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from publish.files import ROOT
from publish.mistakes import parsed, unknown
from publish.writing.declared import made, tables
from publish.writing.ends import ending
from publish.writing.grammar import CITED

FILE = ROOT / "docs" / "rules.toml"
QUOTED = re.compile(r"\[= rule:([\w-]+)(?:\.([\w-]+))?\]")


@dataclass(frozen=True)
class Rule:
    """One rule of the site.

    Attributes:
        text: The rule, as a clause that can stand in a sentence.
        sources: The keys of what supports it; every quote cites them.
        guards: Patterns that only this rule's quotes may bring onto a page.
        parts: Shorter wordings by name.
        until: The last day it holds, where it ends.
    """

    text: str
    sources: list[str]
    guards: list[str] = field(default_factory=list)
    parts: Mapping[str, str] = field(default_factory=dict)
    until: date | None = None


@cache
def rules() -> Mapping[str, Rule]:
    """Name → rule, in the order of the file.

    Raises:
        Mistake: What is wrong in the first that is.
    """
    found = tables(FILE.name, parsed(FILE))
    return {n: made(Rule, f"{FILE.name} 的 {n}", each) for n, each in found.items()}


def quoted(path: str) -> str:
    """The rule or its part, with its sources and the day it ends, as Markdown.

    Args:
        path: `name` or `name.part`.

    Raises:
        Mistake: No rule or part of that name.
    """
    name, _, part = path.partition(".")
    if name not in rules():
        raise unknown("规则", name, rules())
    rule = rules()[name]
    if part and part not in rule.parts:
        raise unknown(f"规则 {name} 的说法", part, rule.parts)
    cited = "".join(f"[^{key}]" for key in rule.sources)
    end = ending(rule.until) if rule.until else ""
    return f"{rule.parts[part] if part else rule.text}{end}{cited}"


def typed(line: str) -> Iterator[str]:
    """What the line states itself although a rule states it, a sentence each."""
    rest = QUOTED.sub("", CITED.sub("", line))
    for name, guards in _guards().items():
        for guard in guards:
            if found := guard.search(rest):
                yield f"“{found[0]}”是全站的规则，要引用：[= rule:{name}]"
                break


@cache
def _guards() -> Mapping[str, list[re.Pattern[str]]]:
    return {name: [re.compile(g) for g in r.guards] for name, r in rules().items()}
