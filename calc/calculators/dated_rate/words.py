"""不定期还款的年化 in words."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from calc.calculators.dated_rate.flows import LONG, SHOWN, Flow, Solved
from calc.maths.context import precise
from calc.maths.rates import DAYS_A_YEAR
from calc.model.calculator import Told
from calc.money import half_up, percent, yuan

if TYPE_CHECKING:
    from calc.calculators.dated_rate import DatedRate

HIGH_ANNUAL = Decimal(200)


@precise
def tell(dated: "DatedRate") -> Told:
    """What the flows cost a year, and how that was worked out."""
    cost = dated.total_cost
    more = f"多付 {yuan(cost)} 元" if cost >= 0 else f"净收 {yuan(-cost)} 元"
    return Told(
        f"{dated.count} 笔钱算下来{more}，"
        f"年化（按复利算）{percent(dated.effective_annual_rate)} %。"
        f"{_left_out(dated.solved)}",
        tuple(_steps(dated.solved)),
        (
            "除了列出的这些，没有别的收付。",
            "一年固定按 365 天，闰年也一样；同一天的收付先相抵。",
        ),
        questions=dict(_questions(dated)),
    )


def listed(rates: Sequence[Decimal]) -> str:
    """The rates, which are fractions, as people read them."""
    return "、".join(
        f"{percent(rate * 100)} %" if rate < LONG else "大得没有意义的一个数"
        for rate in rates
    )


def _left_out(solved: Solved) -> str:
    if not solved.left_out:
        return ""
    return f"收付来回变了方向，{listed(solved.left_out)} 也算得平，但不像真的利率，没有采用。"


def _steps(solved: Solved) -> Iterator[str]:
    rate, equals = solved.printed
    yield (
        f"求年化 r，使每一笔折回 {solved.flows[0].day} 以后，收到的和付出的一样多，"
        f"得 r = {rate:f} %。"
    )
    for flow, worth in zip(solved.flows, solved.worths, strict=False):
        yield _worth(flow, solved.days(flow), worth, equals)
    if (rest := len(solved.flows) - SHOWN) > 0:
        yield f"余下 {rest} 笔照此折算。"


def _worth(flow: Flow, days: int, then: Decimal, equals: str) -> str:
    worth = yuan(then) if then < LONG else f"{then:.3E}"
    way = "收到" if flow.amount >= 0 else "付出"
    return (
        f"{flow.day}（第 {days} 天）{way} {_exact(abs(flow.amount))} ÷ "
        f"(1 + r)^({days}/{DAYS_A_YEAR}) {equals if then < LONG else '≈'} "
        f"{worth} 元。"
    )


def _exact(amount: Decimal) -> str:
    """The amount with all the digits that were typed."""
    return yuan(amount) if amount == half_up(amount) else f"{amount:,f}"


def _questions(dated: "DatedRate") -> Iterator[tuple[str, str]]:
    """What is possible, but unlikely."""
    if dated.effective_annual_rate < 0:
        yield "flows", "付出的比收到的还少，有没有漏写的还款，正负号写对了吗？"
    elif dated.effective_annual_rate > HIGH_ANNUAL:
        yield "flows", "年化超过 200 %，日期的年份和金额写对了吗？"
