"""The whole calculator as one custom element: form, answer, and what to do with it."""

from calc.model.calculator import Answered
from calc.render.errors import questions
from calc.render.form import form
from calc.render.given import given
from calc.render.html import aside, button, tag
from calc.render.keep import ENOUGH, keep
from calc.render.result import result
from calc.render.take import each, take

EXAMPLE = "下面是一个例子的答案，用的是框里原来的数。"
OWN = "下面是按框里的数算出的答案。"
WITHOUT = "打开 JavaScript 后，可以换成你自己的数字。"
MADE = "这个例子在建站时算出，用的是同一份计算程序。"
LIVE = "由计算程序 #在你的设备上算出。"


def element(example: Answered, place: str, above: str = "") -> str:
    """The element with its worked example, readable without JavaScript.

    Args:
        example: What stands there before the reader asks.
        place: The element's id.
        above: HTML that stands before the form.
    """
    calculator = example.calculator
    facts = {fact for f in calculator.inputs.values() for fact in f.plan.split()}
    said = tag("p", EXAMPLE, tag("noscript", WITHOUT), class_="calc-example")
    return tag(
        "calc-form",
        above,
        tag("p", class_="calc-notice", role="status"),
        aside("calc-carry", button("", "calc-carry-on")),
        _paste(place) if facts else "",
        tag(
            "div",
            form(calculator, example.texts, place),
            tag(
                "div",
                tag("p", class_="calc-status", role="status"),
                *_waiting(),
                tag(
                    "div",
                    said,
                    answer(example, place),
                    class_="calc-result",
                    tabindex="-1",
                ),
                take(calculator),
                keep(calculator, place) if facts >= ENOUGH else "",
                tag("p", MADE, class_="calc-made", data_live=LIVE),
                class_="calc-answer",
            ),
            class_="calc-both",
        ),
        _bar(),
        name=calculator.name,
        id=place,
    )


def live(answered: Answered, place: str) -> str:
    """The answer for who asks: a line as tall as the example's, so that nothing moves."""
    return tag("p", OWN, class_="calc-own") + answer(answered, place)


def answer(answered: Answered, place: str) -> str:
    """The conditions, for paper, what to look at again, the result, and its parts."""
    doubts = questions(answered.told.questions, place)
    return given(answered) + doubts + result(answered) + each(answered)


def _paste(place: str) -> str:
    """A box for a message or a bill; the style sheet hides it where there is no script."""
    at = f"{place}-paste"
    return tag(
        "details",
        tag("summary", "手上有短信、账单？贴进来"),
        tag("label", "整段贴进来，只在这台设备上看", for_=at),
        tag("textarea", id=at, rows="3", spellcheck="false", class_="calc-paper"),
        tag("div", class_="calc-found", role="status"),
        button("填进下面", "calc-take-found", hidden=True),
        class_="calc-paste",
    )


def _bar() -> str:
    """The figure at the foot of a small screen while the answer is out of sight."""
    figure = tag("p", tag("span", class_="calc-bar-name"), tag("strong"))
    return aside("calc-bar", figure, button("看答案", "calc-bar-go"))


def _waiting() -> tuple[str, ...]:
    """What the page's script shows while there is no live answer.

    What has buttons comes first: it stays under the finger when the rest appears.
    """
    bar = tag("progress", max="1", value="0", aria_label="取计算程序的进度")
    said = tag("p", class_="calc-reason")
    wait = (button("继续等", "calc-wait"), " ", button("重新取", "calc-anew"))
    return (
        aside(
            "calc-failed",
            said,
            button("再试一次", "calc-retry"),
            button("刷新这一页", "calc-reload", hidden=True),
        ),
        aside(
            "calc-loading",
            bar,
            tag("p", class_="calc-stage"),
            aside("calc-slow", tag("p"), *wait),
        ),
        aside(
            "calc-held",
            tag("p", "你的网络在省流量，还没有取计算程序。下面是例子的答案。"),
            button("", "calc-fetch"),
        ),
    )
