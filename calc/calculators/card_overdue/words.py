"""信用卡逾期 in words and pictures."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from calc.calculators.card_overdue.statement import INTEREST_ON, Statement
from calc.maths.context import precise
from calc.maths.days import days_between
from calc.model.calculator import Told
from calc.model.picture import Line
from calc.money import term, yuan

if TYPE_CHECKING:
    from calc.calculators.card_overdue import CardOverdue

HIGH_DAILY = Decimal("0.3")
HIGH_FEE_PERCENT = Decimal(20)
LEAST_MINIMUM, MOST_MINIMUM = Decimal("0.04"), Decimal("0.3")  # of the statement
LONGEST_FREE, NEXT_STATEMENT = 60, 31  # days


@precise
def tell(card: "CardOverdue") -> Told:
    """What the rest of the bill costs, and how that was worked out."""
    bill, settled = card.statement, card.settled
    balance = bill.balance(settled)
    paid = " − ".join(map(yuan, bill.paid_by(settled)))
    return Told(
        _sentence(card),
        (
            f"没还的部分：{yuan(bill.amount)} − {paid} = {yuan(balance)} 元。",
            _interest(card),
            *_fee(card),
            (
                f"一共还要付：{yuan(balance)} + {yuan(card.interest)} + "
                f"{yuan(card.late_fee)} = {yuan(card.total_due)} 元。"
            ),
        ),
        (
            "账单只有这一笔，都在同一天记账；没填还最低还款额的日子，就当已还的部分在还款日还进去。",
            "没有计复利：跨过下一个账单日，有的银行把利息并进账单再计息，会再多一些。",
            "宽限天数和容差没有算进去；日利率、比例和上下限以领用合约为准。",
        ),
        (
            "利息从哪天算到哪天，按整张账单还是按没还的部分？",
            "违约金的比例、最低和最高各是多少？",
            "有没有宽限的天数和可以少还的零头？",
        ),
        (_growth(card),),
        dict(_questions(card)),
    )


def _sentence(card: "CardOverdue") -> str:
    if not card.statement.segments(card.settled):
        return "到还款日已经全额还清，没有利息和违约金。"
    return (
        f"{card.settled} 还清，利息 {yuan(card.interest)} 元，"
        f"违约金 {yuan(card.late_fee)} 元，"
        f"连同没还的部分一共还要付 {yuan(card.total_due)} 元。"
    )


def _growth(card: "CardOverdue") -> Line:
    """Interest and late fee as the days pass."""
    first, last = card.growth[1], card.growth[-1]
    return Line(
        "利息和违约金随天数增长",
        f"过了还款日第 {first[0]} 天 {first[1]} 元，第 {last[0]} 天 {last[1]} 元。",
        "元",
        "天",
        tuple((Decimal(days), cost) for days, cost in card.growth),
        Decimal(days_between(card.statement.due, card.settled)),
    )


def _interest(card: "CardOverdue") -> str:
    bill = card.statement
    parts = " + ".join(
        f"{yuan(balance)} × {days} 天" for balance, days in bill.segments(card.settled)
    )
    if not parts:
        return "利息：到还款日全额还清，不计息。"
    return (
        f"利息（{INTEREST_ON[bill.interest_on]}）：({parts}) × {bill.daily_rate:f} %"
        f" = {yuan(card.interest)} 元。"
    )


def _fee(card: "CardOverdue") -> Iterator[str]:
    bill: Statement = card.statement
    if not bill.short or card.settled <= bill.due:
        yield "违约金：到还款日还够了最低还款额，不收。"
        return
    yield (
        f"违约金：({yuan(bill.minimum)} − {term(bill.paid)}) × {bill.fee_percent:f} %"
        f" = {yuan(card.fee_by_percent)} 元。"
    )
    if card.late_fee > card.fee_by_percent:
        yield f"不到违约金最低 {yuan(bill.fee_floor)} 元，按最低收。"
    elif card.late_fee < card.fee_by_percent:
        yield f"超过违约金最高 {yuan(card.late_fee)} 元，按最高收。"


def _questions(card: "CardOverdue") -> Iterator[tuple[str, str]]:
    """What is possible, but unlikely."""
    bill = card.statement
    if bill.daily_rate > HIGH_DAILY:
        yield (
            "daily_rate",
            f"{bill.daily_rate:f} % 是年利率吧？这里填一天的，万分之五填 0.05",
        )
    if bill.fee_percent > HIGH_FEE_PERCENT:
        yield (
            "late_fee_percent",
            f"违约金收 {bill.fee_percent:f} % 很少见，合约里是多少？",
        )
    least, most = bill.amount * LEAST_MINIMUM, bill.amount * MOST_MINIMUM
    if not least <= bill.minimum <= most:
        yield "minimum_due", "最低还款额多半是账单的一成左右，照账单填了吗？"
    if days_between(bill.posted, bill.due) > LONGEST_FREE:
        yield "posting_date", "记账日到还款日超过 60 天，日子填对了吗？"
    if days_between(bill.due, card.settled) > NEXT_STATEMENT:
        yield (
            "settle_date",
            "已经过了下一个账单日，利息可能并进账单再计息，实际会多一些。",
        )
    if bill.minimum_paid and bill.minimum_paid <= bill.due and bill.short:
        yield (
            "paid_amount",
            f"最低还款额 {yuan(bill.minimum)} 元还够了吗？还够了就填还了的总数",
        )
