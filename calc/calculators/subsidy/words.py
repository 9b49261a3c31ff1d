"""财政贴息 in words and pictures."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from calc.calculators.annual import annual_steps, annually
from calc.calculators.plan import UNITS, Known, Method
from calc.calculators.sense import plan_questions
from calc.maths.context import precise
from calc.model.calculator import Told
from calc.model.picture import Bars, Series
from calc.money import term, yuan

if TYPE_CHECKING:
    from calc.calculators.subsidy import Subsidy

FEES = (Method.FLAT_FEE, Method.UPFRONT_FEE)


@precise
def tell(part: "Subsidy") -> Told:
    """What is paid for the reader, until when, and what nobody has made clear."""
    last = part.terms.last
    return Told(
        _sentence(part),
        (*_found(part), *_periods(part), *_years(part), *_after(part)),
        (
            (
                f"只算还款日在 {part.terms.first} 到 {last} 之间的那几期，整期都算；"
                "机构可能按天算，起止那一期会差一点。"
            ),
            "利息、贴息逐期四舍五入到分；一年的上限按还款日所在的年份算，贴满为止。",
            "整笔都真的用在消费上，机构也认得出；只有一部分算的，贴息按那部分算。",
            *_fees(part),
        ),
        (
            "问放款机构：这一笔算不算财政贴息？你们是不是经办机构？",
            (
                "付款时就选的信用卡分期（商户分期）算不算，通知没有写明："
                "问发卡银行，请它写进工单。"
            ),
            "问放款机构：要不要签协议？从哪一期起扣？以前几期补不补？",
            f"{last} 以后还贴不贴，有没有延长？",
        ),
        (_by_year(part),) if part.subsidy else (),
        plan_questions(part.plan, part.known),
    )


def _sentence(part: "Subsidy") -> str:
    first, last = part.terms.first, part.terms.last
    if part.rows[0].due_date > last:
        return f"还款日都在 {last} 以后，这项贴息已经结束，除非延长。"
    if part.rows[-1].due_date < first:
        return f"还款日都在 {first} 以前，这项贴息那时还没有开始。"
    if part.plan.method in FEES:
        return (
            "这种分期收的是手续费，不是利息，这里算不出贴息。"
            f"先问放款机构这一笔算不算。这项贴息到 {last} 为止。"
        )
    if part.contract_rate <= 0:
        return f"这笔分期没有利息，没有什么可以贴。这项贴息到 {last} 为止。"
    return (
        f"算得上的话，一共少付 {yuan(part.subsidy)} 元，"
        f"利息从 {yuan(part.total_cost)} 元变成 {yuan(part.net_cost)} 元。"
        f"这项贴息到 {last} 为止，以后的各期没有，除非延长。"
    )


def _found(part: "Subsidy") -> Iterator[str]:
    plan = part.plan
    if part.known is Known.PAYMENT and plan.method is not Method.INTEREST_FREE:
        yield f"从每期应还反推：{UNITS[plan.rate_unit]} {plan.rate:f} %。"


def _periods(part: "Subsidy") -> Iterator[str]:
    """The share of the rate, and the first period that has one."""
    if not part.granted:
        return
    terms, rate = part.terms, f"{part.contract_rate:f} %"
    yield (
        f"贴息比例：{terms.points:f} % 和合同年利率 {rate} 的 {terms.share_cap:f} %，"
        f"取小的，是 {part.granted:f} %。"
    )
    for row in part.rows:
        if row.subsidy:
            yield (
                f"第 {row.period} 期（{row.due_date}）的贴息：利息 {yuan(row.interest)} × "
                f"{part.granted:f} % ÷ {rate}，四舍五入到分，是 {yuan(row.subsidy)} 元"
                f"（一年不超过 {yuan(terms.year_cap)} 元）。"
            )
            return


def _years(part: "Subsidy") -> Iterator[str]:
    for year in part.years:
        full = "，到了一年的上限" if year.capped else ""
        yield f"{year.year} 年：利息 {yuan(year.interest)} 元，贴息 {yuan(year.subsidy)} 元{full}。"


def _after(part: "Subsidy") -> tuple[str, ...]:
    return (
        (
            f"贴息以后：{yuan(part.total_cost)} − {term(part.subsidy)}"
            f" = {yuan(part.net_cost)} 元；"
            f"{annually(part.nominal_annual_rate, part.effective_annual_rate)}。"
        ),
        *annual_steps(part.rates),
    )


def _fees(part: "Subsidy") -> Iterator[str]:
    """What follows from a plan whose cost is called a fee."""
    if part.plan.method in FEES:
        yield (
            "贴的是利息，手续费不是利息，所以这里是 0。机构把它叫作分期利息、又说算的，"
            "贴多少问它；按它给的年利率选等额本息再算，只能看个大概。"
        )


def _by_year(part: "Subsidy") -> Bars:
    """What the reader pays and what the state pays, a bar a year."""
    said = "；".join(
        f"{y.year} 年利息 {yuan(y.interest)} 元，贴息 {yuan(y.subsidy)} 元"
        for y in part.years
    )
    return Bars(
        "每年的利息里贴多少",
        f"{said}。",
        "元",
        tuple(f"{y.year}" for y in part.years),
        (
            Series("自己付", tuple(y.borne for y in part.years)),
            Series("贴息", tuple(y.subsidy for y in part.years)),
        ),
    )
