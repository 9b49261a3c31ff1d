"""What to send to the lender, and what else to ask."""

from calc.calculators.check_bill.checked import Checked
from calc.calculators.check_bill.naming import cents, plan_name, rate_name


def letter(checked: Checked) -> str:
    """What to send to the lender, with the figures."""
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
            f"{hello}合同写的是{rate_name(promised.plan)}，照此应还 "
            f"{cents(sum(promised.asked))} 元，账单合计 {total} 元，"
            f"{more} {cents(abs(promised.overcharge))} 元。"
            "请逐期列出本金、利息和各项费用，说明差在哪里；没有依据的，请更正。"
        )
    if checked.agrees:
        return (
            f"{hello}账单合计 {total} 元，我算出来是"
            f"「{plan_name(checked.plan, best.candidate)}」。"
            "请确认合同是不是这样写的，年化利率是多少（单利还是复利）。"
        )
    return (
        f"{hello}账单合计 {total} 元，我算不出是怎么来的。"
        "请逐期列出本金、利息和各项费用，并告诉我年化利率（单利还是复利）。"
    )


def questions(checked: Checked) -> tuple[str, ...]:
    """What else to ask."""
    more = "有没有担保费、保险费、会员费？"
    return (
        *([] if checked.agrees else [more]),
        "综合融资成本明示表上的年化利率是多少，是单利还是复利？",
        "提前结清时，还没到期的利息或手续费收不收？",
    )
