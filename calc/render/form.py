"""The form: one question under another, each with label, hint, error and unit."""

import json
from collections.abc import Mapping
from typing import Any

from calc.model.calculator import Calculator
from calc.model.fields import Choice, Day, Field, Passage, Text
from calc.model.numbers import Number, Whole
from calc.model.preset import OWN, StartFrom
from calc.model.rows import Lines, Rows
from calc.render.html import escape, tag, void

TOOLS = {"up": "上移", "down": "下移", "remove": "删去"}
MORE = "更多条件（不确定就不用改）"
PASTE = "；从表格软件里复制的几行，可以一次贴进来"


def form(calculator: Calculator, texts: Mapping[str, Any], place: str) -> str:
    """The form with these texts in its boxes; ids start with the place's name."""
    asked: list[str] = []
    folded: list[str] = []
    said: list[str] = []
    for name, field in calculator.inputs.items():
        applies = field.applies(texts)
        question = _question(name, field, texts[name], place, applies=applies)
        (folded if field.advanced else asked).append(question)
        if field.advanced and applies and texts[name] not in ("", OWN):
            said.append(f"{field.label} {_spoken(field, texts[name])}")
    return tag(
        "form",
        tag("div", id=f"{place}-errors", class_="calc-errors", tabindex="-1"),
        *asked,
        _more(folded, "，".join(said)),
        # until the script listens, Enter would send every answer as a query
        tag(
            "button",
            "计算",
            type="submit",
            class_="md-button md-button--primary",
            disabled=True,
        ),
        class_="calc-form",
        novalidate=True,
        autocomplete="off",
    )


def _more(folded: list[str], said: str) -> str:
    """The questions that are folded away; their answers stand in the fold's title."""
    if not folded:
        return ""
    title = tag("summary", MORE, tag("span", escape(said), class_="calc-more-said"))
    return tag("details", title, *folded, class_="calc-more")


def _spoken(field: Field, text: str) -> str:
    """What a box holds, as people read it."""
    options = field.options if isinstance(field, Choice | StartFrom) else {}
    shown = {str(value): label.partition("（")[0] for value, label in options.items()}
    return shown.get(text, f"{text} {field.unit}".strip())


def _question(
    name: str, field: Field, given: Any, place: str, *, applies: bool = True
) -> str:
    if isinstance(field, Rows) and not isinstance(field, Lines):
        return _table(name, field, given, place)
    at = f"{place}-{name}"
    # a question that only some answers open says itself what its blank means
    free = field.optional and not field.when
    label = escape(field.label) + ("（可不填）" if free else "")
    notes = " ".join([f"{at}-hint"] * bool(field.hint) + [f"{at}-error"])
    return tag(
        "div",
        tag("label", label, for_=at),
        tag("p", escape(field.hint), class_="calc-hint", id=f"{at}-hint")
        if field.hint
        else "",
        tag("p", class_="calc-error", id=f"{at}-error"),
        _box(
            field,
            given,
            {"id": at, "name": name, "aria_describedby": notes}
            | ({"data_plan": field.plan} if field.plan else {}),
        ),
        _terms(field) if isinstance(field, StartFrom) else "",
        class_="calc-question" if applies else "calc-question calc-off",
        data_when=field.when or None,
    )


def _box(field: Field, given: Any, attributes: dict[str, str]) -> str:
    if isinstance(field, Choice | StartFrom):
        return _select(field, given, attributes)
    if isinstance(field, Lines | Passage):
        return tag(
            "textarea", escape(given), rows="5", spellcheck="false", **attributes
        )
    keyboard = "numeric" if isinstance(field, Whole) else "decimal"
    box = void(
        "input",
        type="text",
        value=given,
        inputmode=keyboard if isinstance(field, Number) else None,
        placeholder="年-月-日" if isinstance(field, Day) else None,
        class_="calc-wide" if isinstance(field, Text) else None,
        **attributes,
    )
    unit = tag("span", escape(field.unit), class_="calc-unit") if field.unit else ""
    return tag(
        "span",
        box,
        unit,
        _picker(field) if isinstance(field, Day) else "",
        class_="calc-box",
    )


def _picker(field: Day) -> str:
    """The browser's calendar and today's date, for who would rather tap."""
    label = f"在日历里选{field.label}"
    return void(
        "input",
        type="date",
        class_="calc-picker",
        tabindex="-1",
        min=str(field.low),
        max=str(field.high),
        aria_label=label,
    ) + tag("button", "今天", type="button", class_="calc-today")


def _select(field: Choice | StartFrom, given: Any, attributes: dict[str, str]) -> str:
    fills = field.fills if isinstance(field, StartFrom) else lambda _: {}
    blank = tag("option", "不选", value="") if field.optional else ""
    options = (
        tag(
            "option",
            escape(label),
            value=str(value),
            selected=str(value) == given,
            data_fills=json.dumps(dict(fills(value))) if fills(value) else None,
        )
        for value, label in field.options.items()
    )
    return tag("select", blank, *options, **attributes)


def _terms(field: StartFrom) -> str:
    items = (
        tag(
            "li",
            escape(f"{p.label}：{p.source}；时间 {p.as_of}；可信度{p.confidence}"),
        )
        for p in field.presets.values()
    )
    note = tag("p", "这些只是公开资料里的数，以支付页面、借款合同和账单为准。")
    summary = tag("summary", "这些选项的出处")
    return tag("details", summary, note, tag("ul", *items), class_="calc-terms")


def _table(name: str, field: Rows, given: Any, place: str) -> str:
    rows = [_row(name, field, row, place, str(n)) for n, row in enumerate(given)]
    blank = _row(name, field, {}, place, "#")
    return tag(
        "fieldset",
        tag("legend", escape(field.label)),
        tag("p", escape(f"{field.hint}{PASTE}"), class_="calc-hint"),
        tag("p", class_="calc-error", id=f"{place}-{name}-error"),
        tag("div", *rows, class_="calc-rows", data_most=str(field.most)),
        tag("template", blank),
        tag("button", "再加一行", type="button", class_="md-button calc-add"),
        tag("p", class_="calc-rows-said", role="status"),
        class_="calc-question",
        id=f"{place}-{name}",
        data_rows=name,
    )


def _row(name: str, field: Rows, row: Mapping[str, Any], place: str, at: str) -> str:
    questions = (
        _question(f"{name}.{at}.{key}", column, row.get(key, ""), place)
        for key, column in field.columns.items()
    )
    number = f"第 {int(at) + 1} 行" if at.isdigit() else "新的一行"
    filled = [_spoken(c, row[key]) for key, c in field.columns.items() if row.get(key)]
    called = next(iter(row.values()), "")
    tools = (
        tag(
            "button",
            label,
            type="button",
            class_=f"calc-{does}",
            aria_label=f"{label}{number}：{called}",
        )
        for does, label in TOOLS.items()
    )
    return tag(
        "details",
        tag(
            "summary",
            tag("span", number, class_="calc-row-number"),
            tag("span", escape("，".join(filled)), class_="calc-row-said"),
        ),
        tag("div", *questions, class_="calc-cells"),
        tag("p", *tools, class_="calc-row-tools"),
        class_="calc-row",
        aria_label=number,
        open=True,
    )
