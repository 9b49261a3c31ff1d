"""不定期还款的年化: the annual rate of money that moves on any days."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated

from calc.maths.context import precise
from calc.maths.days import days_between
from calc.maths.rates import (
    DAYS_A_YEAR,
    NoRate,
    OneSigned,
    SeveralRates,
)
from calc.maths.rates import (
    dated_rate as rate_of,
)
from calc.model.calculator import Told, calculator
from calc.model.errors import InputErrors
from calc.model.fields import Day
from calc.model.numbers import Money, Number, Percent
from calc.model.record import Record
from calc.model.rows import Lines
from calc.money import MOST, percent, yuan

HIGHEST = Decimal("1e30")  # percent; a loan of a few days can reach any number
LEAST_LEFT = Decimal("1e-6")  # of 1 元 after a year; less is a loss of all
MOST_FLOWS = 200  # the search takes time with the square of their number
SHOWN = 12  # flows worked out one by one


class Flow(Record):
    """Money on a day: received is positive, paid is negative."""

    day: Annotated[date, Day("日期", low=date(1900, 1, 1))]
    amount: Annotated[
        Decimal, Number("金额", low=-MOST, unit="元", also="块 块钱", example="-3000")
    ]


EXAMPLE = (
    Flow(date(2026, 1, 10), Decimal("10000.00")),
    Flow(date(2026, 3, 15), Decimal("-4000.00")),
    Flow(date(2026, 6, 1), Decimal("-6400.00")),
)


class DatedRate(Record):
    """The rate, and the cost in money."""

    effective_annual_rate: Annotated[
        Decimal, Percent("年化利率（复利口径，内部收益率法）")
    ]
    total_cost: Annotated[Decimal, Money("付出比收到的多")]
    told: Told


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
    rate = _rate(flows)
    cost = -sum((flow.amount for flow in flows), Decimal(0))
    return DatedRate(rate * 100, cost, _told(flows, rate, cost))


def _rate(flows: Sequence[Flow]) -> Decimal:
    try:
        rate = rate_of([(flow.day, flow.amount) for flow in flows])
    except NoRate as why:
        raise InputErrors({"flows": _sentence(why, flows)}) from why
    if rate * 100 > HIGHEST:
        raise InputErrors({"flows": "钱还得太快、多还得太多，折成年化大得没有意义"})
    if 1 + rate < LEAST_LEFT:
        raise InputErrors({"flows": "付的比收的少太多、时间又短，折成年化没有意义"})
    return rate


def _sentence(why: NoRate, flows: Sequence[Flow]) -> str:
    if isinstance(why, SeveralRates):
        rates = "、".join(f"{percent(rate * 100)} %" for rate in why.rates)
        return (
            f"收付来回变了方向，有 {len(why.rates)} 个年化都算得平：{rates}；"
            "没有唯一的答案，请把每次借款分开算"
        )
    if not isinstance(why, OneSigned):
        return "不论年化是多少，收到的和付出的都算不平，请核对金额和正负号"
    if len({flow.day for flow in flows}) == 1:
        return "所有的钱都在同一天，没有借钱的时间，算不出年化"
    if len({flow.amount > 0 for flow in flows if flow.amount}) == 2:
        return "同一天的收付相抵以后，只剩一个方向的钱，算不出年化"
    return "收到的钱（正数）和付出的钱（负数）都要有，付出的前面写减号"


def _told(flows: Sequence[Flow], rate: Decimal, cost: Decimal) -> Told:
    more = f"多付 {yuan(cost)} 元" if cost >= 0 else f"净收 {yuan(-cost)} 元"
    return Told(
        f"{len(flows)} 笔钱算下来{more}，年化（复利口径）{percent(rate * 100)} %。",
        _steps(sorted((f for f in flows if f.amount), key=lambda f: f.day), rate),
        (
            "除了列出的这些，没有别的收付。",
            "一年固定按 365 天，闰年也一样；同一天的收付先相抵。",
        ),
    )


def _steps(flows: list[Flow], rate: Decimal) -> tuple[str, ...]:
    start = flows[0].day
    rest = len(flows) - SHOWN
    return (
        f"求年化 r，使每一笔折回 {start} 以后，收到的和付出的一样多，得 r = {rate * 100:.6f} %。",
        *(_worth(flow, start, rate) for flow in flows[:SHOWN]),
        *([f"余下 {rest} 笔照此折算。"] if rest > 0 else []),
    )


def _worth(flow: Flow, start: date, rate: Decimal) -> str:
    day, amount = flow.day, flow.amount
    days = days_between(start, day)
    then = abs(amount) / (1 + rate) ** (Decimal(days) / DAYS_A_YEAR)
    worth = yuan(then) if then < HIGHEST else f"{then:.3E}"
    way = "收到" if amount >= 0 else "付出"
    return (
        f"{day}（第 {days} 天）{way} {yuan(abs(amount))} ÷ "
        f"(1 + r)^({days}/{DAYS_A_YEAR}) = {worth} 元。"
    )
