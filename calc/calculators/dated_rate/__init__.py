"""不定期还款的年化: the annual rate of money that moves on any days."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated

from calc.calculators.annual import compound
from calc.calculators.dated_rate.flows import Flow, Solved, solve
from calc.calculators.dated_rate.words import listed, tell
from calc.maths.context import precise
from calc.maths.rates import NoRate, OneSigned, SeveralRates
from calc.model.calculator import Told, calculator
from calc.model.errors import InputErrors
from calc.model.numbers import Money
from calc.model.record import Record
from calc.model.rows import Lines

HIGHEST = Decimal("1e30")  # percent; a loan of a few days can reach any number
LEAST_LEFT = Decimal("1e-6")  # of 1 元 after a year; less is a loss of all
MOST_FLOWS = 200  # the search takes time with the square of their number

EXAMPLE = (
    Flow(date(2026, 1, 10), Decimal("10000.00")),
    Flow(date(2026, 3, 15), Decimal("-4000.00")),
    Flow(date(2026, 6, 1), Decimal("-6400.00")),
)


class DatedRate(Record):
    """The rate, and the cost in money."""

    effective_annual_rate: Annotated[
        Decimal,
        compound(
            "年化利率（复利口径，内部收益率法）",
            "年化（按复利算）",
            "每一笔按它的日子、利滚利地折回第一天，收到的和付出的正好相抵的年利率。",
        ),
    ]
    total_cost: Annotated[Decimal, Money("付出比收到的多")]
    solved: Solved
    count: int

    @cached_property
    def told(self) -> Told:
        """The same in words."""
        return tell(self)


@calculator(
    "dated-rate",
    "不定期还款的年化",
    "年化利率：中国人民银行公告〔2021〕第3号，复利计算方法即内部收益率法",
    "一年按 365 天，天数算头不算尾（与电子表格的 XIRR 相同）",
)
@precise
def dated_rate(
    *,
    flows: Annotated[
        Sequence[Flow],
        Lines(
            "每一笔钱",
            of=Flow,
            most=MOST_FLOWS,
            hint="一行一笔：日期，空格，金额；收到的是正数，付出的是负数",
        ),
    ] = EXAMPLE,
) -> DatedRate:
    """Work out the annual rate of flows on any days."""
    solved = _solved(flows)
    cost = -sum((flow.amount for flow in flows), Decimal(0))
    return DatedRate(solved.rate * 100, cost, solved, len(flows))


def _solved(flows: Sequence[Flow]) -> Solved:
    try:
        solved = solve(flows)
    except NoRate as why:
        raise InputErrors({"flows": _sentence(why, flows)}) from why
    if solved.rate * 100 > HIGHEST:
        raise InputErrors({"flows": "钱还得太快、多还得太多，折成年化大得没有意义"})
    if 1 + solved.rate < LEAST_LEFT:
        raise InputErrors({"flows": "付的比收的少太多、时间又短，折成年化没有意义"})
    return solved


def _sentence(why: NoRate, flows: Sequence[Flow]) -> str:
    if isinstance(why, SeveralRates):
        return (
            f"收付来回变了方向，有 {len(why.rates)} 个年化都算得平：{listed(why.rates)}；"
            "没有唯一的答案，请把每次借款分开算"
        )
    if not isinstance(why, OneSigned):
        return "不论年化是多少，收到的和付出的都算不平，请核对金额和正负号"
    if len({flow.day for flow in flows}) == 1:
        return "所有的钱都在同一天，没有借钱的时间，算不出年化"
    if len({flow.amount > 0 for flow in flows if flow.amount}) == 2:
        return "同一天的收付相抵以后，只剩一个方向的钱，算不出年化"
    return "收到的钱（正数）和付出的钱（负数）都要有，付出的前面写减号"
