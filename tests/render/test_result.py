"""Results: the sentence first, the figures, the tables, the working."""

import re
from collections.abc import Callable
from html import escape, unescape

import pytest

from calc.calculators import ALL
from calc.model.rows import Rows
from calc.render.element import element
from calc.render.result import result

# their own tests say what they say
SPOKEN_OF = ("read-text",)


def shown(name: str, **answers: str) -> str:
    return result(ALL[name].answer(answers))


@pytest.mark.parametrize("name", ["repayment-schedule", "late-fee"])
def test_golden(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{name}.html", element(ALL[name].answer({}), name))


@pytest.mark.parametrize("name", ALL)
def test_one_figure_then_the_sentence_and_the_working_is_there(name: str) -> None:
    calculator = ALL[name]
    told = calculator.answer({}).told
    html = shown(name)
    lead, sentence, _ = html.partition(
        f'<p class="calc-sentence">{escape(told.sentence)}</p>'
    )
    assert sentence
    assert lead.count("<dd>") == bool(calculator.lead)
    text = unescape(html)
    for line in (*told.steps, *told.assumed, *told.ask, *calculator.rules):
        assert line in text


def test_money_has_commas_and_units() -> None:
    figure = '<dd>5,499.72<span class="calc-of"> 元</span></dd>'
    assert figure in shown("repayment-schedule")


def test_the_declared_figure_leads() -> None:
    assert '<div class="calc-lead"><dt>逾期费用</dt>' in shown("late-fee")
    assert ALL["read-text"].lead == ""


def test_what_was_found_can_be_taken() -> None:
    html = shown("read-text", text="日利率0.05%")
    assert 'data-facts="{&quot;rate&quot;: &quot;0.05&quot;' in html
    assert ">日利率 0.05 %</button>" in html


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


@pytest.mark.parametrize("name", ALL)
def test_the_wanted_column_stands_next_to_the_first(name: str) -> None:
    for field in ALL[name].outputs.values():
        if isinstance(field, Rows) and name not in SPOKEN_OF:
            wanted = [column.label for column in field.columns.values() if column.lead]
            assert len(wanted) == 1, field.label
    heads = re.findall(r"<thead><tr>(.*?)</tr>", shown(name))
    for head in heads:
        second = head.split("<th ")[2]
        assert second.startswith('scope="col" class="calc-wanted"') or (
            name in SPOKEN_OF
        )
