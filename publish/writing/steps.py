"""The text of a check: every step to read, each option a link to where it leads.

web/guides/check.js then shows one step at a time; without it nothing is missing.
"""

from collections.abc import Callable
from html import escape

from calc.render.html import tag
from publish.writing.check import Check, Option, Outcome, Question

PARTS = {
    "do": ("现在做什么", "1. "),
    "worked": ("做对了会看到什么", "- "),
    "keep": ("留好这些证据", "- "),
    "links": ("接下来看", "- "),
}
DAMAGED = "网址里的回答读不出来，可能链接不完整。请从头开始。"

type Store = Callable[[str], str]


def steps(check: Check, store: Store) -> str:
    """The check as Markdown; HTML that Markdown should leave alone is stored.

    Args:
        check: What to show.
        store: Keeps HTML and returns what stands for it.
    """
    first: dict[str, list[str]] = {}
    for name, answers in check.routes():
        first.setdefault(name, answers)
    pieces = (_step(check, name, first[name], store) for name in first)
    return "\n\n".join(
        (
            '<guide-check markdown="1">',
            store(_notice()),
            *pieces,
            store(_answers()),
            "</guide-check>",
        )
    )


def _step(check: Check, name: str, answers: list[str], store: Store) -> str:
    step = check.steps[name]
    title = step.ask if isinstance(step, Question) else step.title
    heading = tag("h2", escape(title), id=f"check-{name}", tabindex="-1")
    body = _options(step) if isinstance(step, Question) else ""
    parts = _told(step, store) if isinstance(step, Outcome) else []
    opened = (
        f'<section class="check-step" data-route="{".".join(answers)}" markdown="1">'
    )
    shown = store(_trail(check, answers) + heading + body)
    return "\n\n".join((opened, shown, *parts, "</section>"))


def _trail(check: Check, answers: list[str]) -> str:
    """What has been answered on the way here, each a link back to its question."""
    said, name = [], check.start
    for key in answers:
        step = check.steps[name]
        if isinstance(step, Question):
            label, to = step.options[key].label, step.options[key].to
            said.append(tag("a", escape(label), href=f"#check-{name}"))
            name = to
    return tag("p", " → ".join(said), class_="check-trail") if said else ""


def _options(question: Question) -> str:
    listed = (tag("li", _option(key, o)) for key, o in question.options.items())
    hint = tag("p", escape(question.hint), class_="check-hint")
    return hint + tag("ul", *listed, class_="check-options")


def _option(key: str, option: Option) -> str:
    to = f"check-{option.to}"
    return tag("a", escape(option.label), href=f"#{to}", data_key=key, data_to=to)


def _told(outcome: Outcome, store: Store) -> list[str]:
    pieces = []
    for part, (title, mark) in PARTS.items():
        lines = getattr(outcome, part)
        pieces += [store(tag("h3", title)), "\n".join(mark + line for line in lines)]
    return pieces


def _notice() -> str:
    return tag("p", DAMAGED, class_="check-damaged", role="alert", hidden=True)


def _answers() -> str:
    """What the reader has answered, to be filled in by the page's script."""
    change = tag("a", "修改", href="#", class_="check-change")
    said = tag("strong", "", class_="check-said")
    answer = tag("li", tag("span", "", class_="check-asked"), said, change)
    return tag(
        "div",
        tag("h2", "你的回答"),
        tag("template", answer),
        tag("ol"),
        tag("p", tag("a", "重新开始", href="#check=", class_="check-restart")),
        class_="check-answers",
        hidden=True,
    )
