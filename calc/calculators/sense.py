"""Questions about a stated rate that is possible, but unlikely."""

from collections.abc import Mapping
from decimal import Decimal

from calc.calculators.plan import UNITS, Known, Method, Plan, RateUnit
from calc.money import percent

# the least that is seldom meant, in percent; few lenders state more
HIGH: Mapping[RateUnit, Decimal] = {
    RateUnit.ANNUAL: Decimal(100),
    RateUnit.MONTHLY: Decimal(5),
    RateUnit.DAILY: Decimal("0.3"),
    RateUnit.PER_PERIOD_FEE: Decimal(5),
    RateUnit.TOTAL_FEE: Decimal(100),
}
LOW_ANNUAL = Decimal("0.3")  # below, a daily rate was copied


def plan_questions(plan: Plan, known: Known) -> Mapping[str, str]:
    """Field → what to ask about the rate of a plan, stated or found from its bill."""
    if known is Known.RATE or plan.method is Method.INTEREST_FREE:
        question = rate_question(plan)
        return {"rate": question} if question else {}
    if plan.rate < 0:
        return {"payment": "算下来利率是负数，还的比借的还少，金额和期数填对了吗？"}
    if plan.rate > HIGH[plan.rate_unit]:
        year = percent(plan.periodic.scaleb(2) * 12)
        return {"payment": f"算下来一年要收 {year} %，金额和期数填对了吗？"}
    return {}


def rate_question(plan: Plan) -> str:
    """What to ask about the rate of a plan; empty when it is a usual one."""
    rate, unit = plan.rate, plan.rate_unit
    if plan.method is Method.INTEREST_FREE or not rate:
        return ""
    name = UNITS[unit].partition("（")[0]
    if unit is RateUnit.ANNUAL and rate < LOW_ANNUAL:
        return f"{rate:f} % 是日利率吧？按年利率算，几乎没有利息"
    if rate <= HIGH[unit]:
        return ""
    if unit in (RateUnit.ANNUAL, RateUnit.TOTAL_FEE):
        return f"{name} {rate:f} % 很少见，小数点写对了吗？"
    likely = "总手续费率" if unit is RateUnit.PER_PERIOD_FEE else "年利率"
    year = percent(plan.periodic.scaleb(2) * 12)
    return f"{rate:f} % 是{likely}吧？按{name}算，一年是 {year} %"
