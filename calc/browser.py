"""The worker's one door: JSON text in, JSON text out."""

import json

from calc.calculators import ALL
from calc.export import file
from calc.model.errors import InputErrors
from calc.render.element import live
from calc.render.errors import errors


def answer(request: str) -> str:
    """The reply to one request.

    Args:
        request: `{"calculator": name, "answers": {field: text}, "place": id}`; fields
            left out take their defaults; `place` is where the form stands. With
            `"export": "ics"` or `"csv"` the answer comes as a file too.

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
        "outputs": answered.outputs,
        "errors": {},
        "html": live(answered, asked.get("place", calculator.name)),
        "questions": answered.told.questions,
    }
    if "export" in asked:
        reply["file"] = file(answered, asked["export"])
    return _reply(**reply)


def _reply(**reply: object) -> str:
    return json.dumps(reply, ensure_ascii=False)
