"""The worker's one door: JSON text in, JSON text out."""

import json
from collections.abc import Mapping
from typing import Any

from calc.calculators import ALL
from calc.export import file
from calc.model.calculator import TODAY, Answered
from calc.model.errors import InputErrors
from calc.render.element import live
from calc.render.errors import errors
from calc.render.poster import poster


def answer(request: str) -> str:
    """The reply to one request.

    Args:
        request: `{"calculator": name, "answers": {field: text}, "place": id}`; fields
            left out take their defaults; `place` is where the form stands. With
            `"export": "ics"`, `"csv"`, `"txt"` or `"svg"`, a picture, the answer comes
            as a file too; `"only": "next"`, or an order's number from 1, asks for that
            part of a calendar or a text. A `"seed"` tells a plan without names from an
            equal one when both are put into one calendar. With `"tables": false` the
            outputs come without their tables.

    Returns:
        `{"outputs": {…}, "errors": {field: sentence}, "html": text}`: the answer's
        HTML, or the summary of what is wrong. An answer adds `"questions": {field:
        sentence}`, what is possible but unlikely. An export adds
        `"file": {"name": …, "type": …, "text": …}`, null without due dates to export.
    """
    asked = json.loads(request)
    calculator = ALL[asked["calculator"]]
    answers = asked.get("answers", {})
    try:
        answered = calculator.answer(answers)
    except InputErrors as wrong:
        html = errors(wrong.errors, asked.get("place", calculator.name))
        return _reply(outputs={}, errors=wrong.errors, html=html)
    reply: dict[str, object] = {
        "outputs": answered.outputs if asked.get("tables", True) else answered.figures,
        "errors": {},
        "html": live(answered, asked.get("place", calculator.name)),
        "questions": answered.told.questions,
    }
    if "export" in asked:
        reply["file"] = _file(answered, asked)
    return _reply(**reply)


def _file(answered: Answered, asked: Mapping[str, Any]) -> Mapping[str, str] | None:
    kind, day = asked["export"], TODAY.parse(asked.get("answers", {}).get("today"))
    if kind == "svg":
        name = f"{answered.calculator.title}.svg"
        return {
            "name": name,
            "type": "image/svg+xml",
            "text": poster(answered, str(day or "")),
        }
    seed = str(asked.get("seed", ""))
    return file(answered, kind, asked.get("only"), day, seed)


def _reply(**reply: object) -> str:
    return json.dumps(reply, ensure_ascii=False)
