"""The element: what can be taken away, and what was made when."""

import pytest

from calc.calculators import ALL
from calc.render.element import element

LATE_FEE = ALL["late-fee"]
DATED = {"repayment-schedule", "monthly-load"}


@pytest.mark.parametrize("name", ALL)
def test_a_calendar_is_offered_where_days_are_due(name: str) -> None:
    html = element(ALL[name].answer({}), "here")
    assert ('data-take="ics"' in html) is (name in DATED)
    assert ALL[name].dated is (name in DATED)
    for kind in ("csv", "print", "text", "link"):
        assert html.count(f'data-take="{kind}"') == 1


def test_what_needs_the_script_is_hidden_without_it() -> None:
    html = element(LATE_FEE.answer({}), "here")
    for name in ("calc-carry", "calc-loading", "calc-held", "calc-take"):
        assert f'<div class="{name}" hidden>' in html


def test_an_example_says_so_and_no_build_is_claimed() -> None:
    html = element(LATE_FEE.answer({}), "here")
    assert "一个例子的答案" in html
    assert ">这个例子在建站时算出" in html
    assert 'data-live="由计算程序 #在你的设备上算出。"' in html


def test_what_stands_above_comes_first() -> None:
    html = element(LATE_FEE.answer({}), "here", "<hr>")
    assert html.index("<hr>") < html.index("<form")
