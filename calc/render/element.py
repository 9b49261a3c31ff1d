"""The whole calculator as one custom element: form beside the answer."""

from collections.abc import Mapping
from typing import Any

from calc.model.calculator import Calculator
from calc.render.form import form
from calc.render.html import tag
from calc.render.result import result

EXAMPLE = "下面是一个例子的答案，用的是上面框里的数。"
WITHOUT = "打开 JavaScript 后，可以换成你自己的数字。"
FAILED = "计算部分没能启动。下面的例子仍然可以看，你填的内容都还在。"


def element(calculator: Calculator, answers: Mapping[str, Any], place: str) -> str:
    """The element with its worked example, readable without JavaScript.

    Raises:
        InputErrors: The example's answers cannot be used.
    """
    answer = result(calculator, calculator.run(answers))
    example = tag("p", EXAMPLE, tag("noscript", WITHOUT), class_="calc-example")
    return tag(
        "calc-form",
        form(calculator, calculator.complete(answers), place),
        tag("p", class_="calc-status", role="status"),
        _failed(),
        tag("div", example, answer, class_="calc-result"),
        name=calculator.name,
        id=place,
    )


def _failed() -> str:
    """Shown by the page's script when the engine cannot start."""
    retry = tag("button", "再试一次", type="button", class_="md-button calc-retry")
    return tag("div", tag("p", FAILED), retry, class_="calc-failed", hidden=True)
