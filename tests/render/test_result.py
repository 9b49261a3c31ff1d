"""Results: the sentence first, the figures, the tables, the working."""

from collections.abc import Callable
from html import escape, unescape

import pytest

from calc.calculators import ALL
from calc.render.element import element
from calc.render.result import result

# their own tests say what they say
SPOKEN_OF = ("check-bill", "read-text")


def shown(name: str, **answers: str) -> str:
    return result(ALL[name].answer(answers))


@pytest.mark.parametrize("name", ["repayment-schedule", "late-fee"])
def test_golden(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{name}.html", element(ALL[name].answer({}), name))


@pytest.mark.parametrize("name", ALL)
def test_the_sentence_comes_first_and_the_working_is_there(name: str) -> None:
    calculator = ALL[name]
    told = calculator.answer({}).told
    html = shown(name)
    assert html.startswith(f'<p class="calc-sentence">{escape(told.sentence)}</p>')
    text = unescape(html)
    for line in (*told.steps, *told.assumed, *told.ask, *calculator.rules):
        assert line in text


def test_money_has_commas_and_units() -> None:
    assert "<dd>5,499.72 元</dd>" in shown("repayment-schedule")


def test_an_optional_column_without_figures_is_left_out() -> None:
    head = '<th scope="col">还款日</th>'
    assert head not in shown("repayment-schedule")
    assert head in shown("repayment-schedule", first_due="2026-12-10")
    assert "占每月收入" not in shown("monthly-load")
    assert "占每月收入" in shown("monthly-load", income="9000")


def test_a_figure_that_is_not_there_is_left_out() -> None:
    assert "下一个还款日" not in shown("monthly-load", as_of="2199-01-01")


def test_a_table_can_be_reached_and_scrolled_by_keyboard() -> None:
    assert 'tabindex="0" role="group" aria-label="逐期明细"' in shown(
        "repayment-schedule"
    )


@pytest.mark.parametrize("name", [name for name in ALL if name not in SPOKEN_OF])
def test_golden_words(name: str, golden: Callable[[str, str], None]) -> None:
    told = ALL[name].answer({}).told
    lines = [told.sentence, *told.steps, *told.assumed, *told.ask]
    golden(f"{name}.txt", "\n".join([*lines, *map(repr, told.pictures)]))
