"""The conditions beside a result: those that were asked, as people read them."""

from calc.browser import answer
from calc.calculators import ALL
from calc.render.given import given


def test_only_what_was_asked_and_answered() -> None:
    html = given(ALL["repayment-schedule"].answer({"method": "interest_free"}))
    assert "<dt>分期金额</dt><dd>4,999.00 元</dd>" in html
    assert "<dt>还款方式</dt><dd>免息</dd>" in html
    assert "利率或手续费率" not in html
    assert "第一期还款日" not in html


def test_a_preset_is_named_and_its_terms_are_listed() -> None:
    html = given(ALL["late-fee"].answer({"preset": "huabei-overdue"}))
    assert "<dt>我的分期是</dt><dd>花呗，每天 0.05 %</dd>" in html
    assert "<dt>每天的费率</dt><dd>0.05 %</dd>" in html


def test_rows_are_a_line_each() -> None:
    html = given(ALL["monthly-load"].answer({}))
    assert html.count("<dd>") == 3 + 1
    assert "<dd>手机，4,999.00 元，12 期，374.93 元，2026-12-10</dd>" in html


def test_what_was_typed_stays_text() -> None:
    order = {"name": "<b>", "amount": "1", "periods": "1", "first_due": "2027-01-01"}
    html = given(ALL["monthly-load"].answer({"orders": [order]}))
    assert "<b>" not in html
    assert "&lt;b&gt;，1.00 元" in html


def test_the_reply_has_the_conditions_before_the_sentence() -> None:
    reply = answer('{"calculator": "late-fee"}')
    assert 0 < reply.index("calc-given") < reply.index("calc-sentence")
