"""The worker's one door: JSON text in, JSON text out."""

import json

from calc.calculators import ALL
from calc.model.errors import InputErrors
from calc.render.errors import errors
from calc.render.result import result


def answer(request: str) -> str:
    """The reply to one request.

    Args:
        request: `{"calculator": name, "answers": {field: text}, "place": id}`; fields
            left out take their defaults; `place` is where the form stands.

    Returns:
        `{"outputs": {…}, "errors": {field: sentence}, "html": text}`: the answer's
        HTML, or the summary of what is wrong.
    """
    asked = json.loads(request)
    calculator = ALL[asked["calculator"]]
    try:
        found = calculator.run(asked.get("answers", {}))
    except InputErrors as wrong:
        html = errors(wrong.errors, asked.get("place", calculator.name))
        return _reply({}, wrong.errors, html)
    return _reply(calculator.texts(found), {}, result(calculator, found))


def _reply(outputs: object, wrong: object, html: str) -> str:
    reply = {"outputs": outputs, "errors": wrong, "html": html}
    return json.dumps(reply, ensure_ascii=False)
