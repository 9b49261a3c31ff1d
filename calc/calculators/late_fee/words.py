"""逾期费用 in words and pictures."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from calc.calculators.late_fee.terms import ROUNDINGS, RateKind, Terms
from calc.maths.context import precise
from calc.maths.penalty import Rounding
from calc.model.calculator import Told
from calc.model.picture import Line
from calc.money import CENT, fixed, yuan

if TYPE_CHECKING:
    from calc.calculators.late_fee import LateFee

HIGH_DAILY, LOW_ANNUAL, HIGH_ANNUAL = Decimal("0.3"), Decimal("0.3"), Decimal(100)
LOW_MARKUP, HIGH_MARKUP = Decimal(10), Decimal(100)
LONG_GRACE, LONG_DELAY = 15, 3 * 365


@precise
def tell(late: "LateFee") -> Told:
    """What being late costs, and how that was worked out."""
    return Told(
        _sentence(late),
        (_days(late), _rate(late.terms), *_charge(late), _rounding(late)),
        (
            "只算这一笔逾期金额；期间没有再还过，也没有新的到期金额。",
            "不计利息的复利；合同写了按罚息利率计收复利的，会再多一些。",
            "费率、基数、宽限期和进位以借款合同和账单为准。",
        ),
        pictures=(_growth(late),),
        questions=dict(_questions(late)),
    )


def _sentence(late: "LateFee") -> str:
    if not late.overdue_days:
        return f"{late.paid} 还清不算逾期，没有逾期费用。"
    if not late.charged_days:
        return f"晚了 {late.overdue_days} 天，在宽限期内，按这个条件没有逾期费用。"
    return (
        f"逾期 {late.overdue_days} 天，费用 {yuan(late.charge)} 元，"
        f"连同逾期金额一共要还 {yuan(late.total_due)} 元。"
    )


def _days(late: "LateFee") -> str:
    return (
        f"逾期天数：{late.due} 到 {late.paid}，到期当天不算，还清当天算，"
        f"共 {late.overdue_days} 天，计费 {late.charged_days} 天。"
    )


def _factor(terms: Terms) -> str:
    """The rate of a day as the contract states it, to be multiplied with an amount."""
    if terms.rate_kind is RateKind.DAILY:
        return f"{terms.daily_rate:f} %"
    return f"{terms.annual_rate:f} % × (1 + {terms.markup:f} %) ÷ {terms.day_basis}"


def _rate(terms: Terms) -> str:
    if terms.rate_kind is RateKind.DAILY:
        return f"每天的费率：{_factor(terms)}。"
    daily = fixed(terms.daily.scaleb(2), Decimal("1e-6"))
    return f"每天的费率：{_factor(terms)} = {daily:f} %。"


def _charge(late: "LateFee") -> Iterator[str]:
    """What the rate gives, and the least charges where they bind."""
    if not late.charged_days:
        return
    terms = late.terms
    day = f"每天 {yuan(terms.amount)} × {_factor(terms)} = {_amount(terms.a_day)} 元"
    least = terms.minimum_per_day
    if terms.a_day < least:
        yield f"{day}，不到每天最低 {yuan(least)} 元，按每天最低收。"
        yield f"{yuan(least)} × {late.charged_days} 天 = {yuan(late.by_days)} 元。"
    elif terms.rounding is Rounding.DAILY:
        times = f"{yuan(terms.a_day)} × {late.charged_days} 天"
        yield f"{day}；{times} = {yuan(late.by_days)} 元。"
    else:
        yield (
            f"{yuan(terms.amount)} × {_factor(terms)} × {late.charged_days} 天"
            f" = {yuan(late.by_days)} 元。"
        )
    if late.by_days < terms.minimum:
        yield f"不到最低收费 {yuan(terms.minimum)} 元，按最低收费。"


def _amount(amount: Decimal) -> str:
    """The amount with what it has below a 分, to six decimals."""
    exact = fixed(amount, Decimal("1e-6"))
    return yuan(exact) if exact == fixed(exact, CENT) else f"{exact.normalize():,f}"


def _rounding(late: "LateFee") -> str:
    said = f"四舍五入：{ROUNDINGS[late.terms.rounding]}"
    if late.otherwise == late.charge:
        return f"{said}。"
    other = next(how for how in Rounding if how is not late.terms.rounding)
    return f"{said}；{ROUNDINGS[other]}的，是 {yuan(late.otherwise)} 元。"


def _growth(late: "LateFee") -> Line:
    """The charge as the days pass, and on the day that was asked for."""
    first, last = late.rows[1], late.rows[-1]
    return Line(
        "逾期费用随天数增长",
        f"第 {first.days} 天 {first.charge} 元，第 {last.days} 天 {last.charge} 元。",
        "元",
        "天",
        tuple((Decimal(stage.days), stage.charge) for stage in late.rows),
        Decimal(late.overdue_days),
    )


def _questions(late: "LateFee") -> Iterator[tuple[str, str]]:
    """What is possible, but unlikely."""
    terms = late.terms
    if terms.rate_kind is RateKind.DAILY:
        if terms.daily_rate >= HIGH_DAILY:
            rate = f"{terms.daily_rate:f} %"
            yield "daily_rate", f"{rate} 是年利率吧？这里填的是每天收的"
    else:
        if 0 < terms.annual_rate < LOW_ANNUAL:
            yield "annual_rate", f"{terms.annual_rate:f} % 是日利率吧？这里填一年的"
        if terms.annual_rate > HIGH_ANNUAL:
            yield (
                "annual_rate",
                f"年利率 {terms.annual_rate:f} % 很少见，小数点写对了吗？",
            )
        if 0 < terms.markup < LOW_MARKUP:
            yield "markup", "合同写的是几倍吗？1.5 倍就是加收 50 %"
        if terms.markup > HIGH_MARKUP:
            yield (
                "markup",
                "加收超过一倍很少见；合同写的 150 % 是 1.5 倍吗？那就填 50",
            )
    yield from _unlikely_limits(late)


def _unlikely_limits(late: "LateFee") -> Iterator[tuple[str, str]]:
    terms = late.terms
    if late.paid < late.due:
        yield "paid_date", "还清的日子在到期之前，两个日期填反了吗？"
    if late.overdue_days > LONG_DELAY:
        yield "paid_date", f"逾期 {late.overdue_days} 天，两个日期的年份填对了吗？"
    if terms.grace_days > LONG_GRACE:
        yield "grace_days", f"宽限 {terms.grace_days} 天很少见，合同里是这样写的吗？"
    if terms.minimum > terms.amount:
        yield "minimum_charge", "最低收费比逾期金额还多，单位是元，填对了吗？"
    if terms.minimum_per_day > terms.amount:
        yield "minimum_per_day", "每天最低收费比逾期金额还多，单位是元，填对了吗？"
