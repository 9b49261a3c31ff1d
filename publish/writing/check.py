"""A check: questions whose answers lead to what to do, declared in a TOML file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from publish.mistakes import Mistake, unknown
from publish.writing.declared import known_only, made, tables, unproven
from publish.writing.rules import typed

KEY = re.compile(r"[a-z]+")


@dataclass(frozen=True)
class Option:
    """One answer to a question."""

    label: str
    to: str


@dataclass(frozen=True)
class Question:
    """A step that asks; the option's key stands for the answer in the address."""

    ask: str
    hint: str
    options: Mapping[str, Option]


@dataclass(frozen=True)
class Outcome:
    """A step that tells: Markdown, each line with the sources of what it says."""

    title: str
    do: list[str]
    worked: list[str]
    keep: list[str]
    links: list[str]


type Step = Question | Outcome


@dataclass(frozen=True)
class Check:
    """The steps by name, and the one to begin with."""

    start: str
    steps: Mapping[str, Step]

    def routes(self) -> Iterator[tuple[str, list[str]]]:
        """Every way from the start to a step: its name and the answers.

        Raises:
            Mistake: A way that goes round.
        """
        return self._routes(self.start, [], [])

    def _routes(
        self, name: str, answers: list[str], trail: list[str]
    ) -> Iterator[tuple[str, list[str]]]:
        if name in trail:
            raise Mistake(f"回答绕回了原处：{' → '.join([*trail, name])}")
        yield name, answers
        step = self.steps[name]
        if isinstance(step, Question):
            for key, option in step.options.items():
                yield from self._routes(option.to, [*answers, key], [*trail, name])


def check(declared: Mapping[str, Any]) -> Check:
    """The check that a table declares.

    Raises:
        Mistake: What is wrong in it, a line each.
    """
    known_only("自查", declared, ["start", "questions", "outcomes"])
    asked, told_of = (tables(n, declared.get(n)) for n in ("questions", "outcomes"))
    questions = {n: _question(n, t) for n, t in asked.items()}
    outcomes = {n: made(Outcome, n, t) for n, t in told_of.items()}
    found = Check(str(declared.get("start", "")), {**questions, **outcomes})
    mistakes = [f"“{name}”既是问题又是结果" for name in questions if name in outcomes]
    mistakes += _nowhere(found) or _unreached(found)
    for name, question in questions.items():
        labels = (option.label for option in question.options.values())
        mistakes += unproven(name, (question.ask, question.hint, *labels))
    for name, told in outcomes.items():
        lines = (*told.do, *told.worked, *told.keep, *told.links)
        mistakes += unproven(name, (told.title, *lines))
        mistakes += [f"{name}：{said}" for line in lines for said in typed(line)]
    if mistakes:
        raise Mistake("\n".join(mistakes))
    return found


def _question(name: str, declared: Mapping[str, Any]) -> Question:
    raw = tables(f"{name}.options", declared.get("options"))
    for key in raw:
        if not KEY.fullmatch(key):
            raise Mistake(f"{name}：选项的键“{key}”只能用小写字母 a 到 z")
    options = {k: made(Option, f"{name}.{k}", entries) for k, entries in raw.items()}
    return made(Question, name, {**declared, "options": options})


def _nowhere(found: Check) -> list[str]:
    ways = {"start": found.start}
    for name, step in found.steps.items():
        if isinstance(step, Question):
            ways |= {f"{name}.{key}": way.to for key, way in step.options.items()}
    return [
        f"{way}：{unknown('步骤', to, found.steps)}"
        for way, to in ways.items()
        if to not in found.steps
    ]


def _unreached(found: Check) -> list[str]:
    reached = {name for name, _ in found.routes()}
    return [f"没有一个回答通向“{n}”" for n in found.steps if n not in reached]
