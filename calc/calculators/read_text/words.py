"""What was found, in words."""

from collections.abc import Iterator, Mapping, Sequence

from calc.model.calculator import Proposal, Told
from calc.reading.papers import Fact

NAMES: Mapping[str, str] = {
    "amount": "分期金额",
    "periods": "期数",
    "payment": "每期或本期应还",
    "payments": "每期要还的（按顺序）",
    "due_date": "还款日",
    "first_due": "第一期还款日",
    "paid_periods": "已还期数",
    "rate": "利率或手续费率",
    "rate_unit": "这个数是",
    "fee": "手续费",
    "overdue_amount": "逾期金额",
    "overdue_days": "逾期天数",
    "lender": "放款机构",
}
UNITS: Mapping[str, str] = {
    "annual": "年利率",
    "monthly": "月利率",
    "daily": "日利率",
    "per_period_fee": "每期手续费率",
    "total_fee": "总手续费率",
}
BEHIND: Mapping[str, str] = {
    "amount": " 元",
    "periods": " 期",
    "payment": " 元",
    "payments": " 元",
    "paid_periods": " 期",
    "rate": " %",
    "fee": " 元",
    "overdue_amount": " 元",
    "overdue_days": " 天",
}


def tell(found: Sequence[Fact], rest: str) -> Told:
    """The facts, each with the words it comes from."""
    proposals = [*_proposals(found)]
    shown = [each.shown for each in proposals]
    if shown:
        sentence = f"认出 {len(shown)} 项：{'；'.join(shown)}。"
    else:
        sentence = "没有认出和分期有关的数。可以照着账单，把数一项一项填进计算器。"
    steps = [f"「{fact.words}」：{_shown(fact)}" for fact in found]
    return Told(
        sentence,
        (*steps, *([f"没有用上的：{rest}。"] if rest else [])),
        (
            "写了「第 3 期」的，算作前 2 期已经还掉。",
            "没有写年份的日期，算作今天以后最近的那天；写明逾期的，算作今天以前最近的那天。",
            "认出的数用之前，和原文对一遍。",
        ),
        proposals=tuple(proposals),
    )


def _proposals(found: Sequence[Fact]) -> Iterator[Proposal]:
    """A proposal for each fact; a rate goes with what it is a rate of."""
    units = {fact.words: fact.value for fact in found if fact.field == "rate_unit"}
    for fact in found:
        if fact.field == "rate":
            unit = units[fact.words]
            facts = {"rate": fact.value, "rate_unit": unit, "known": "rate"}
            facts[f"{unit}_rate"] = fact.value
            yield Proposal(facts, f"{UNITS[unit]} {fact.value} %")
        elif fact.field != "rate_unit":
            known = {"known": "payment"} if fact.field == "payment" else {}
            yield Proposal({fact.field: fact.value} | known, _shown(fact))


def _shown(fact: Fact) -> str:
    value = UNITS.get(fact.value, fact.value).replace("\n", "、")
    return f"{NAMES[fact.field]} {value}{BEHIND.get(fact.field, '')}"
