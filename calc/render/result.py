"""The result: one large figure, a sentence, then the rest and how it was worked out."""

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import batched
from typing import Any

from calc.model.calculator import Answered, Proposal, Told
from calc.model.fields import Choice, Field, Text
from calc.model.numbers import Money, Percent, Whole
from calc.model.record import Record
from calc.model.rows import Rows
from calc.render.chart import chart
from calc.render.html import escape, often, tag

PART = 60  # rows that a browser lays out at one go


def result(answered: Answered) -> str:
    """What the reader gets for answers that can be used."""
    lead, figures, tables = "", [], []
    told = answered.told
    for name, field in answered.calculator.outputs.items():
        value = getattr(answered.result, name)
        if isinstance(field, Rows):
            tables += [_table(field, value)] if value else []
        elif value is not None and name == answered.calculator.lead:
            lead = tag("dl", _figure(field, value, "calc-lead"), class_="calc-figures")
        elif value not in (None, ""):
            figures.append(_figure(field, value))
    return "".join(
        (
            lead,
            tag("p", escape(told.sentence), class_="calc-sentence"),
            _proposals(told.proposals),
            tag("dl", *figures, class_="calc-figures") if figures else "",
            *map(chart, told.pictures),
            *tables,
            _working(answered.calculator.rules, told),
            _list("可以这样问对方", told.ask),
        )
    )


def _figure(field: Field, value: Any, name: str | None = None) -> str:
    unit = tag("span", escape(f" {field.unit}"), class_="calc-of") if field.unit else ""
    label = tag("dt", escape(field.plain or field.label))
    return tag(
        "div",
        label,
        tag("dd", escape(field.show(value)), unit),
        _term(field),
        class_=name,
    )


def _term(field: Field) -> str:
    """What contracts call it, and on tap what that means."""
    if not field.term:
        return ""
    said = tag("summary", escape(field.term)) + tag("p", escape(field.means))
    return tag("dd", tag("details", said), class_="calc-term")


def _proposals(proposals: Iterable[Proposal]) -> str:
    """Each a button to take or leave; the script says where it goes."""
    items = [
        tag(
            "li",
            tag(
                "button",
                escape(each.shown.replace("\n", "、")),
                type="button",
                class_="calc-proposal",
                data_facts=json.dumps(dict(each.facts)),
                aria_pressed="true",
            ),
        )
        for each in proposals
    ]
    return tag("ul", *items, class_="calc-proposals") if items else ""


def _table(field: Rows, listed: Sequence[Record]) -> str:
    """A table; an optional column without a figure is left out."""
    columns = {
        name: column
        for name, column in _wanted_first(field)
        if not column.advanced
        and (not column.optional or any(getattr(row, name) for row in listed))
    }
    head = (
        tag("th", escape(_headed(c)), scope="col", class_=_kind(c))
        for c in columns.values()
    )
    cells = [(n, _said(c), often("td", class_=_kind(c))) for n, c in columns.items()]
    line = often("tr")
    lines = (
        line("".join([td(said(getattr(row, n))) for n, said, td in cells]))
        for row in listed
    )
    table = tag(
        "table",
        tag("thead", tag("tr", *head)),
        *(tag("tbody", *part) for part in batched(lines, PART, strict=False)),
        class_="calc-rows-table",
    )
    scroll = tag(
        "div",
        table,
        class_="calc-table",
        tabindex="0",
        role="group",
        aria_label=field.label,
    )
    summary = tag("summary", escape(f"{field.label}（{len(listed)} 行）"))
    return tag("details", summary, scroll, open=True)


def _said(column: Field) -> Callable[[Any], str]:
    """Writes a cell's value as HTML; a figure has nothing to escape."""
    if isinstance(column, Money | Percent | Whole):
        return column.show
    return lambda value: escape(column.show(value))


def _wanted_first(field: Rows) -> Iterable[tuple[str, Field]]:
    """What the rows are called by, the column one came for, then the others."""
    (first, *others) = field.columns.items()
    return (first, *sorted(others, key=lambda named: not named[1].lead))


def _kind(column: Field) -> str | None:
    """Words stand at the left and may break; figures and days do neither."""
    if column.lead:
        return "calc-wanted"
    return "calc-words" if isinstance(column, Text | Choice) else None


def _headed(column: Field) -> str:
    label = column.plain or column.label
    return f"{label}（{column.unit}）" if column.unit else label


def _working(rules: Iterable[str], told: Told) -> str:
    steps = tag("ol", *(tag("li", escape(step)) for step in told.steps))
    return tag(
        "details",
        tag("summary", "怎么算的"),
        steps,
        _list("按这些假设", told.assumed),
        _list("依据", rules),
        class_="calc-working",
    )


def _list(title: str, items: Iterable[str]) -> str:
    written = [tag("li", escape(item)) for item in items]
    if not written:
        return ""
    return tag("p", tag("strong", title)) + tag("ul", *written)
