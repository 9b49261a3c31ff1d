"""What checking a bill comes to in words; nothing is worked out here."""

from collections.abc import Iterator, Sequence

from calc.calculators.annual import annual_steps, annually
from calc.calculators.check_bill.bill import Rounding
from calc.calculators.check_bill.checked import Checked
from calc.calculators.check_bill.letter import letter, questions
from calc.calculators.check_bill.naming import (
    RARE,
    ROUNDINGS,
    candidate_name,
    cents,
    plan_name,
    rate_name,
    twist_name,
)
from calc.calculators.plan import SHORT, Method, RateUnit
from calc.calculators.sense import HIGH, rate_question
from calc.model.calculator import Told
from calc.model.picture import Bars, Series
from calc.money import CENT, ZERO, yuan


def told(checked: Checked) -> Told:
    """The answer, its working, and what to write to the lender."""
    annual = f"，{annually(checked.rates.nominal, checked.rates.effective)}"
    return Told(
        f"{_promise(checked)}{_verdict(checked)}{'' if checked.below else annual}。",
        _steps(checked),
        _assumed(checked),
        (letter(checked), *questions(checked)),
        _pictures(checked),
        dict(_doubts(checked)),
    )


def _doubts(checked: Checked) -> Iterator[tuple[str, str]]:
    """What is possible, but unlikely."""
    if checked.below and not checked.odd:
        yield "payments", "账单合计比分期金额还少，期数和金额填对了吗？"
    elif checked.rates.nominal > HIGH[RateUnit.ANNUAL]:
        yield "payments", "账单的年化超过 100 %，金额、期数和账单填对了吗？"
    question = rate_question(checked.promised.plan) if checked.promised else ""
    if question:
        yield "promised_rate", question


def _verdict(checked: Checked) -> str:
    bill, best = checked.bill, checked.found.best
    name = plan_name(checked.plan, best.candidate)
    pairs = zip(bill.payments, checked.planned, strict=True)
    most = cents(max(abs(billed - asked) for billed, asked in pairs))
    if checked.odd:
        fitting = bill.periods - len(checked.odd)
        return f"{fitting} 期都合「{name}」；只有{_odd(checked)}"
    if checked.below:
        return (
            f"账单合计 {cents(bill.amount + bill.cost)} 元，比分期金额还少 "
            f"{cents(-bill.cost)} 元，连本金都不够：看看期数、金额是不是填错了，"
            "或者填的只是手续费、利息那一栏"
        )
    if checked.agrees:
        return _fit(checked, name, most)
    return f"没有一种算法能对上每一期；最接近「{name}」，最多的一期差 {most} 元"


def _fit(checked: Checked, name: str, most: str) -> str:
    """How well a plan fits that agrees but for the rounding of 分."""
    best = checked.found.best
    if checked.exact and (checked.found.sure or checked.bill.cost == 0):
        return f"账单和「{name}」一分不差"
    if checked.exact:
        return f"每一期都对得上「{name}」，但这样的数别的算法也凑得出来，说不准"
    if checked.bill.cost == 0:
        return f"账单合计正好等于分期金额，是「{name}」；只差尾差，最多 {most} 元"
    if best.candidate.twist in RARE:
        return f"账单对得上「{name}」，{twist_name(best.candidate)}"
    how = f"：{twist_name(best.candidate)}" if best.candidate.twist else ""
    return f"账单和「{name}」只差尾差，最多 {most} 元{how}"


def _odd(checked: Checked) -> str:
    """Such as 第 6 期多 27.00 元."""
    off = checked.found.best.differences
    return "、".join(
        f"第 {period} 期{'多' if off[period - 1] > 0 else '少'} "
        f"{cents(abs(off[period - 1]))} 元"
        for period in checked.odd
    )


def _promise(checked: Checked) -> str:
    promised = checked.promised
    if promised is None:
        return ""
    stated = rate_name(promised.plan)
    if promised.kept:
        return f"账单和合同写的{stated}一致。"
    over = promised.overcharge
    return (
        f"比合同写的{stated}一共{'多' if over > 0 else '少'}收 {cents(abs(over))} 元。"
    )


def _steps(checked: Checked) -> tuple[str, ...]:
    bill = checked.bill
    return (
        (
            f"账单合计：{bill.periods} 期共 {cents(bill.amount + bill.cost)} 元，"
            f"减去分期金额 {cents(bill.amount)} 元，差 {cents(bill.cost)} 元。"
        ),
        *_recomputed(checked),
        *_rivals(checked),
        *_promised_steps(checked),
        *_annual(checked),
    )


def _annual(checked: Checked) -> tuple[str, ...]:
    """How both annual rates follow, where there is any cost."""
    if checked.below:
        return ()
    bill, rates = checked.bill, checked.rates
    return (
        (
            f"把收到的 {cents(bill.amount)} 元和账单上的 {bill.periods} 笔"
            f"放在一起，求出每月内部收益率 {rates.periodic:.6f} %。"
        ),
        *annual_steps(rates),
    )


def _recomputed(checked: Checked) -> tuple[str, ...]:
    """One period worked out again, by our own rounding."""
    plan, best = checked.plan, checked.found.best
    if checked.below:
        return ()
    if plan.method is Method.INTEREST_FREE:
        same = "相同" if not checked.bill.cost else "只差尾差"
        return (f"合计与分期金额{same}，没有利息和手续费。",)
    if best.candidate.rounding is not Rounding.HALF_UP or best.candidate.twist:
        return (
            f"用「{plan_name(plan, best.candidate)}」逐期重算：{_twisted(checked)}。",
        )
    row = plan.rows()[0]
    extra = "利息" if row.interest else "手续费"
    return (
        (
            f"用「{plan_name(plan, best.candidate)}」重算第 1 期：本金 {yuan(row.principal)}"
            f" + {extra} {yuan(row.interest + row.fee)} = {yuan(row.payment)} 元；"
            f"账单是 {cents(checked.bill.payments[0])} 元。"
        ),
    )


def _twisted(checked: Checked) -> str:
    candidate = checked.found.best.candidate
    how = [ROUNDINGS[candidate.rounding]]
    if candidate.twist:
        how.append(twist_name(candidate))
    return "；".join(how)


def _rivals(checked: Checked) -> tuple[str, ...]:
    """The other plans that fit to the 分; nobody charges 0.001 % and calls it a fee."""
    if checked.plan.method is Method.INTEREST_FREE:
        return ()
    names = "；".join(candidate_name(rival.candidate) for rival in checked.found.rivals)
    return (f"这些说法也对得上，只是没有那么简单：{names}。",) if names else ()


def _promised_steps(checked: Checked) -> tuple[str, ...]:
    promised = checked.promised
    if promised is None:
        return ()
    asked, billed = sum(promised.asked), checked.bill.amount + checked.bill.cost
    return (
        (
            f"按合同写的{rate_name(promised.plan)}（{SHORT[promised.plan.method]}）："
            f"第 1 期 {cents(promised.asked[0])} 元，"
            f"{checked.bill.periods} 期共 {cents(asked)} 元；"
            f"账单 {cents(billed)} − {cents(asked)} = {cents(billed - asked)} 元。"
        ),
    )


def _assumed(checked: Checked) -> tuple[str, ...]:
    one = "只填了一个金额，除不尽放在首期或末期的几分钱没有比。"
    return (
        "一个月一期，第一期在放款一个月后还。",
        "能对上只说明算得通，账单实际用的是哪一种，以合同为准。",
        *([one] if checked.bill.single else []),
    )


def _pictures(checked: Checked) -> tuple[Bars, ...]:
    """What is billed above and below plan, where that is the message."""
    promised = checked.promised
    if promised and not promised.kept:
        return (_bars("每期比合同写的", promised.differences),)
    if checked.odd:
        return (_bars("每期比算出来的", checked.found.best.differences),)
    return ()


def _bars(title: str, differences: Sequence[int]) -> Bars:
    more = tuple(max(off, 0) * CENT for off in differences)
    less = tuple(max(-off, 0) * CENT for off in differences)
    both = (Series("多", more), Series("少", less))
    shown = tuple(series for series in both if any(series.amounts))
    sides = "或".join(series.name for series in shown)
    sums = "，".join(f"一共{s.name} {yuan(sum(s.amounts, ZERO))} 元" for s in shown)
    labels = tuple(f"{number}" for number in range(1, len(differences) + 1))
    return Bars(f"{title}{sides}了多少", f"{sums}。", "元", labels, shown)
