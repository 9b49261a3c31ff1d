"""方案比较 in words and pictures."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from calc.calculators.annual import annually
from calc.calculators.plan import SHORT, Method
from calc.calculators.sense import rate_question
from calc.maths.context import precise
from calc.model.calculator import Told
from calc.model.picture import Amounts
from calc.money import yuan

if TYPE_CHECKING:
    from calc.calculators.compare_plans import ComparePlans

LONGEST = 20  # characters of a name that fit above a bar


@precise
def tell(compared: "ComparePlans") -> Told:
    """Which plan asks for the least, and what each costs."""
    cash, rows = compared.cash_price, compared.rows
    base = f"现在付清的价格 {yuan(cash)} 元" if cash else "各自的价格"
    return Told(
        f"一共付得最少的是「{compared.cheapest}」，"
        f"{yuan(min(row.total for row in rows))} 元，"
        f"和最多的差 {yuan(compared.spread)} 元。",
        tuple(
            f"「{row.name}」：一共要还 {yuan(row.total)} 元，多付 {yuan(row.cost)} 元，"
            f"{annually(row.nominal_annual_rate, row.effective_annual_rate)}。"
            for row in rows
        ),
        (
            f"多付和年化按{base}算：当作现在拿到这些钱，再一期一期还。",
            "一个月一期，第一期在一个月后还；各方案的期数可以不同，年化已经算进了时间。",
            (
                "填了手续费总额，就平均分到每期；还款方式选"
                f"「{SHORT[Method.UPFRONT_FEE]}」的，放在第 1 期。"
            ),
        ),
        (
            "不分期、现在付清，最低能多少钱？",
            "优惠券、赠品、返现在分期时还能不能用？",
            "提前结清，没到期的手续费还收不收？",
        ),
        (_dearer(compared),),
        dict(_questions(compared)),
    )


def _dearer(compared: "ComparePlans") -> Amounts:
    """What each plan asks for above the cheapest."""
    rows = compared.rows
    least = min(row.total for row in rows)
    said = "，".join(f"{row.name} {row.total - least} 元" for row in rows)
    return Amounts(
        "比付得最少的多付",
        f"{said}。",
        "元",
        tuple((_brief(row.name), row.total - least) for row in rows),
        _brief(compared.cheapest),
    )


def _brief(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def _questions(compared: "ComparePlans") -> Iterator[tuple[str, str]]:
    """What is possible, but unlikely."""
    for number, plan in enumerate(compared.plans):
        if question := rate_question(plan):
            yield f"plans.{number}.rate", f"第 {number + 1} 行：{question}"
    totals = [row.total for row in compared.rows]
    if compared.cash_price and compared.cash_price > max(totals):
        yield "cash_price", "现在付清比每个方案一共要还的都贵，价格填对了吗？"
