"""What checking a bill comes to in words; nothing is worked out here."""

from collections.abc import Mapping, Sequence

from calc.calculators.annual import AnnualRates, annual_steps
from calc.calculators.check_bill.bill import Bill, Rounding
from calc.calculators.check_bill.candidate import Candidate, Twist
from calc.calculators.check_bill.promise import Promise
from calc.calculators.check_bill.search import Findings
from calc.calculators.plan import (
    BASES,
    SHORT,
    UNITS,
    Method,
    Plan,
    RateUnit,
)
from calc.maths.days import DayBasis
from calc.model.calculator import Told
from calc.model.picture import Bars, Series
from calc.model.record import Record
from calc.money import CENT, ZERO, percent, yuan

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


class Checked(Record):
    """What was found of a bill; amounts in 分.

    Attributes:
        bill: The bill.
        found: Its explanations.
        plan: The best as any calculator takes it.
        planned: What that plan asks for.
        odd: The periods that do not fit when the others do.
        promised: The contract beside the bill.
        rates: Both annual rates of the bill.
    """

    bill: Bill
    found: Findings
    plan: Plan
    planned: Sequence[int]
    odd: Sequence[int]
    promised: Promise | None
    rates: AnnualRates

    @property
    def below(self) -> bool:
        """Whether the bill does not even cover the amount."""
        return self.bill.cost < -self.bill.periods

    @property
    def agrees(self) -> bool:
        """Whether every period is as planned, but for the rounding of 分."""
        off = self.found.best.differences
        ends = off[:1] + off[-1:]
        return all(abs(d) <= len(off) for d in ends) and all(
            abs(d) <= 1 for d in off[1:-1]
        )

    @property
    def exact(self) -> bool:
        """Whether the plan as named asks just this."""
        return tuple(self.planned) == tuple(self.bill.payments)


def told(checked: Checked) -> Told:
    """The answer, its working, and what to write to the lender."""
    return Told(
        f"{_promise(checked)}{_verdict(checked)}，"
        f"年化（单利口径）{percent(checked.rates.nominal)} %。",
        _steps(checked),
        _assumed(checked),
        (_letter(checked), *_questions(checked)),
        _pictures(checked),
    )


def cents(amount: int) -> str:
    """An amount in 分 as people read it."""
    return yuan(amount * CENT)


def _verdict(checked: Checked) -> str:
    bill, best = checked.bill, checked.found.best
    name = _name(checked.plan, best.candidate)
    pairs = zip(bill.payments, checked.planned, strict=True)
    most = cents(max(abs(billed - asked) for billed, asked in pairs))
    if checked.below:
        return (
            f"账单合计 {cents(bill.amount + bill.cost)} 元，比分期金额还少 "
            f"{cents(-bill.cost)} 元，连本金都不够：看看期数、金额是不是填错了，"
            "或者填的只是手续费、利息那一栏"
        )
    if checked.odd:
        fitting = bill.periods - len(checked.odd)
        return f"{fitting} 期都合「{name}」；只有{_odd(checked)}"
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
        return f"账单对得上「{name}」，{_twist(best.candidate)}"
    how = f"：{_twist(best.candidate)}" if best.candidate.twist else ""
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
    stated = _rate(promised.plan)
    if promised.kept:
        return f"账单和合同写的{stated}一致。"
    over = promised.overcharge
    return (
        f"比合同写的{stated}一共{'多' if over > 0 else '少'}收 {cents(abs(over))} 元。"
    )


def _name(plan: Plan, candidate: Candidate) -> str:
    """The plan in words, such as 等额本息，年利率 18 %."""
    rounding = candidate.rounding
    cut = "" if rounding is Rounding.HALF_UP else f"，{ROUNDINGS[rounding]}"
    if plan.method is Method.INTEREST_FREE or not plan.rate:
        return f"{SHORT[Method.INTEREST_FREE]}{cut}"
    return f"{SHORT[plan.method]}，{_rate(plan)}{cut}"


def _rate(plan: Plan) -> str:
    """Such as 日利率 0.05 %（一年按 365 天）."""
    if plan.method is Method.INTEREST_FREE:
        return SHORT[plan.method]
    basis = f"（{BASES[plan.day_basis]}）" if plan.rate_unit is RateUnit.DAILY else ""
    return f"{_unit(plan)} {plan.rate:f} %{basis}"


def _unit(plan: Plan) -> str:
    return UNITS[plan.rate_unit].partition("（")[0]


def _twist(candidate: Candidate) -> str:
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
        (
            f"把收到的 {cents(bill.amount)} 元和账单上的 {bill.periods} 笔"
            f"放在一起，求出每月内部收益率 {checked.rates.periodic:.6f} %。"
        ),
        *annual_steps(checked.rates),
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
        return (f"用「{_name(plan, best.candidate)}」逐期重算：{_twisted(checked)}。",)
    row = plan.rows()[0]
    extra = "利息" if row.interest else "手续费"
    return (
        (
            f"用「{_name(plan, best.candidate)}」重算第 1 期：本金 {yuan(row.principal)}"
            f" + {extra} {yuan(row.interest + row.fee)} = {yuan(row.payment)} 元；"
            f"账单是 {cents(checked.bill.payments[0])} 元。"
        ),
    )


def _twisted(checked: Checked) -> str:
    candidate = checked.found.best.candidate
    how = [ROUNDINGS[candidate.rounding]]
    if candidate.twist:
        how.append(_twist(candidate))
    return "；".join(how)


def _rivals(checked: Checked) -> tuple[str, ...]:
    """The other plans that fit to the 分; nobody charges 0.001 % and calls it a fee."""
    if checked.plan.method is Method.INTEREST_FREE:
        return ()
    names = "；".join(_named(rival.candidate) for rival in checked.found.rivals)
    return (f"这些说法也对得上，只是没有那么简单：{names}。",) if names else ()


def _named(candidate: Candidate) -> str:
    stated, method = candidate.stated, SHORT[candidate.method]
    if not stated.top:
        return method
    basis = f"（{BASES[stated.basis]}）" if stated.unit is RateUnit.DAILY else ""
    unit = UNITS[stated.unit].partition("（")[0]
    twist = f"（{_twist(candidate)}）" if candidate.twist else ""
    return f"{method}，{unit} {stated.rate:f} %{basis}{twist}"


def _promised_steps(checked: Checked) -> tuple[str, ...]:
    promised = checked.promised
    if promised is None:
        return ()
    asked, billed = sum(promised.asked), checked.bill.amount + checked.bill.cost
    return (
        (
            f"按合同写的{_rate(promised.plan)}（{SHORT[promised.plan.method]}）："
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


def _letter(checked: Checked) -> str:
    """The sentence to send to the lender, with the figures."""
    bill, promised, best = checked.bill, checked.promised, checked.found.best
    total = cents(bill.amount + bill.cost)
    hello = f"你好，我分期 {cents(bill.amount)} 元，共 {bill.periods} 期，"
    if checked.odd:
        asked = "、".join(
            f"第 {period} 期账单 {cents(bill.payments[period - 1])} 元，"
            f"按别的期的算法是 {cents(best.candidate.payments[period - 1])} 元"
            for period in checked.odd
        )
        return (
            f"{hello}{asked}。请说明差的这部分是什么费用、依据合同哪一条；"
            "没有依据的，请更正。"
        )
    if promised and not promised.kept:
        more = "多" if promised.overcharge > 0 else "少"
        return (
            f"{hello}合同写的是{_rate(promised.plan)}，照此应还 "
            f"{cents(sum(promised.asked))} 元，账单合计 {total} 元，"
            f"{more} {cents(abs(promised.overcharge))} 元。"
            "请逐期列出本金、利息和各项费用，说明差在哪里；没有依据的，请更正。"
        )
    if checked.agrees and not checked.below:
        return (
            f"{hello}账单合计 {total} 元，我算出来是"
            f"「{_name(checked.plan, best.candidate)}」。"
            "请确认合同是不是这样写的，年化利率是多少（单利还是复利）。"
        )
    return (
        f"{hello}账单合计 {total} 元，我算不出是怎么来的。"
        "请逐期列出本金、利息和各项费用，并告诉我年化利率（单利还是复利）。"
    )


def _questions(checked: Checked) -> tuple[str, ...]:
    """What else to ask."""
    more = "有没有担保费、保险费、会员费？"
    return (
        *([] if checked.agrees else [more]),
        "综合融资成本明示表上的年化利率是多少，是单利还是复利？",
        "提前结清时，还没到期的利息或手续费收不收？",
    )


def _pictures(checked: Checked) -> tuple[Bars, ...]:
    """What is billed above and below plan, where that is the message."""
    promised = checked.promised
    if promised and not promised.kept:
        return (_bars("每期比合同写的", promised.differences),)
    if checked.odd:
        return (_bars("每期比别的期的算法", checked.found.best.differences),)
    return ()


def _bars(title: str, differences: Sequence[int]) -> Bars:
    more = tuple(max(off, 0) * CENT for off in differences)
    less = tuple(max(-off, 0) * CENT for off in differences)
    both = (Series("多", more), Series("少", less))
    shown = tuple(series for series in both if any(series.amounts))
    sides = "或".join(series.name for series in shown)
    sums = "，".join(f"一共{s.name} {yuan(sum(s.amounts, ZERO))} 元" for s in shown)
    labels = tuple(f"{number}" for number in range(1, len(differences) + 1))
    return Bars(f"{title}{sides}多少", f"{sums}。", "元", labels, shown)
