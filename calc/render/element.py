"""The whole calculator as one custom element: form beside the answer."""

from collections.abc import Mapping
from typing import Any

from calc.model.calculator import Calculator
from calc.render.form import form
from calc.render.html import tag
from calc.render.result import result

WITHOUT = "这里先给出一个例子的答案。打开 JavaScript 后,可以换成你自己的数字。"


def element(calculator: Calculator, answers: Mapping[str, Any], place: str) -> str:
    """The element with its worked example, readable without JavaScript.

    Raises:
        InputErrors: The example's answers cannot be used.
    """
    answer = result(calculator, calculator.run(answers))
    return tag(
        "calc-form",
        form(calculator, calculator.complete(answers), place),
        tag("p", class_="calc-status", role="status"),
        tag("noscript", tag("p", WITHOUT)),
        tag("div", answer, class_="calc-result"),
        name_=calculator.name,
        id=place,
    )
