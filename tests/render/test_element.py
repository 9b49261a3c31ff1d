"""The element: what can be taken away, and what was made when."""

import json
import re

import pytest

from calc.calculators import ALL
from calc.render.element import element
from calc.render.html import escape

LATE_FEE = ALL["late-fee"]
DATED = {"repayment-schedule", "monthly-load"}


@pytest.mark.parametrize("name", ALL)
def test_a_calendar_is_offered_where_days_are_due(name: str) -> None:
    html = element(ALL[name].answer({}), "here")
    assert ('data-take="ics"' in html) is (name in DATED)
    assert ALL[name].dated is (name in DATED)
    for kind in ("csv", "print", "text", "svg", "code"):
        assert html.count(f'data-take="{kind}"') == 1
    assert html.count('data-take="link"') == 2  # beside the others, and for a browser


def test_what_needs_the_script_is_hidden_without_it() -> None:
    html = element(LATE_FEE.answer({}), "here")
    for name in ("calc-carry", "calc-loading", "calc-held", "calc-take"):
        assert f'<div class="{name}" hidden>' in html


def test_an_example_says_so_and_no_build_is_claimed() -> None:
    html = element(LATE_FEE.answer({}), "here")
    assert "一个例子的答案" in html
    assert ">这个例子在建站时算出" in html
    assert 'data-live="由计算程序 #在你的设备上算出。"' in html


def test_each_of_several_orders_can_be_taken_alone() -> None:
    order = {"name": "手机", "amount": "100", "periods": "2", "first_due": "2026-12-10"}
    other = {**order, "name": "<b>"}
    asked = ALL["monthly-load"].answer({"orders": [order, other, order]})
    html = element(asked, "here")
    found = re.findall(r'data-take="one" data-only="(\d)">([^/]+)</button>', html)
    names = ["手机（第 1 行）", "&lt;b&gt;", "手机（第 3 行）"]
    assert found == [(str(number), name) for number, name in enumerate(names, 1)]
    alone = ALL["monthly-load"].answer({"orders": [order]})
    assert 'data-take="one"' not in element(alone, "here")


def test_what_stands_above_comes_first() -> None:
    html = element(LATE_FEE.answer({}), "here", "<hr>")
    assert html.index("<hr>") < html.index("<form")


@pytest.mark.parametrize("name", ALL)
def test_a_plan_can_be_kept_where_all_of_one_is_asked_for(name: str) -> None:
    facts = {fact for f in ALL[name].inputs.values() for fact in f.plan.split()}
    html = element(ALL[name].answer({}), "here")
    assert ('class="calc-keep"' in html) is ({"amount", "periods"} <= facts)


def test_what_a_kept_plan_is_made_of_lasts() -> None:
    html = element(ALL["early-payoff"].answer({}), "here")
    names = ("known", "amount", "periods", "method", "rate", "rate_unit", "payment")
    facts = {name: name for name in (*names, "remainder", "day_basis")}
    assert f'data-facts="{escape(json.dumps(facts))}"' in html
    html = element(ALL["true-rate"].answer({}), "here")
    facts = {"received": "amount", "periods": "periods", "payment": "payment"}
    facts |= {"total_cost": "total_cost"}
    assert f'data-facts="{escape(json.dumps(facts))}"' in html
