"""Plans, rates and roundings by name."""

from collections.abc import Mapping
from decimal import Decimal

from calc.calculators.check_bill.bill import Rounding
from calc.calculators.check_bill.candidate import Candidate, Twist
from calc.calculators.plan import BASES, SHORT, UNITS, Method, Plan, RateUnit
from calc.maths.days import DayBasis
from calc.money import CENT, yuan

ROUNDINGS: Mapping[Rounding, str] = {
    Rounding.HALF_UP: "四舍五入到分",
    Rounding.DOWN: "分以下舍去",
    Rounding.UP: "分以下进一",
    Rounding.YUAN: "取整到元",
}
TWISTS: Mapping[Twist, str] = {
    Twist.ALIKE: "末期没有把尾差找平，和别的期一样",
    Twist.APART: "各部分分开取整，取整的方法不完全一样",
    Twist.ON_THE_SUM: "本金和利息、费用先加起来再取整",
    Twist.UNROUNDED: "中间不取整，到末期才取整",
}
RARE = (Twist.BY_DAYS, Twist.FREE_FIRST, Twist.FIXED_FEE)
LISTED = 6  # of a calendar, so that it stays a line


def cents(amount: int) -> str:
    """An amount in 分 as people read it."""
    return yuan(amount * CENT)


def plan_name(plan: Plan, candidate: Candidate) -> str:
    """The plan in words, such as 等额本息，年利率 18 %."""
    rounding = candidate.rounding
    cut = "" if rounding is Rounding.HALF_UP else f"，{ROUNDINGS[rounding]}"
    if plan.method is Method.INTEREST_FREE or not plan.rate:
        return f"{SHORT[Method.INTEREST_FREE]}{cut}"
    return f"{SHORT[plan.method]}，{rate_name(plan)}{cut}"


def candidate_name(candidate: Candidate) -> str:
    """The same of one among several, with what is unusual about it."""
    stated, method = candidate.stated, SHORT[candidate.method]
    rounding = candidate.rounding
    unusual = [ROUNDINGS[rounding]] if rounding is not Rounding.HALF_UP else []
    unusual += [twist_name(candidate)] if candidate.twist else []
    how = f"（{'；'.join(unusual)}）" if unusual else ""
    return f"{method}，{_rate(stated.rate, stated.unit, stated.basis)}{how}"


def rate_name(plan: Plan) -> str:
    """Such as 日利率 0.05 %（一年按 365 天）."""
    if plan.method is Method.INTEREST_FREE:
        return SHORT[plan.method]
    return _rate(plan.rate, plan.rate_unit, plan.day_basis)


def _rate(rate: Decimal, unit: RateUnit, basis: DayBasis) -> str:
    days = f"（{BASES[basis]}）" if unit is RateUnit.DAILY else ""
    return f"{UNITS[unit].partition('（')[0]} {rate:f} %{days}"


def twist_name(candidate: Candidate) -> str:
    """What sets it apart from the usual plan of that name."""
    match candidate.twist:
        case Twist.BY_DAYS:
            days = "、".join(map(str, candidate.days[:LISTED]))
            more = "…" if len(candidate.days) > LISTED else ""
            basis = BASES[DayBasis(candidate.extent)]
            return f"利息按每月的实际天数算（{days}{more} 天，{basis}）"
        case Twist.FREE_FIRST:
            return f"前 {candidate.extent} 期不收利息、手续费"
        case Twist.FIXED_FEE:
            return f"每期另收固定的 {cents(candidate.extent)} 元"
        case twist:
            return TWISTS[twist]
