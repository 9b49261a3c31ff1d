"""粘贴识别: the facts of a plan in a message, a bill or a payment page's text."""

from datetime import date
from typing import Annotated

from calc.calculators.read_text.words import NAMES, tell
from calc.model.calculator import Told, calculator
from calc.model.fields import Choice, Day, Passage, Text
from calc.model.record import Record
from calc.model.rows import Rows
from calc.reading.papers import read_paper


class Finding(Record):
    """One fact, with the words that say it; a value of several lines is a list."""

    field: Annotated[str, Choice("是什么", options=NAMES)]
    value: Annotated[str, Text("认出的数")]
    words: Annotated[str, Text("原文")]


class ReadText(Record):
    """What was found, and what was not understood."""

    found: Annotated[tuple[Finding, ...], Rows("认出来的", of=Finding)]
    rest: Annotated[str, Text("没有看懂、没有用上的", optional=True)]
    told: Told


@calculator(
    "read-text",
    "粘贴识别",
    "只认写明是什么的数；同一项写了两个不同的数，就不认",
    "验证码、订单号、卡号、电话、额度、退款和已经还掉的钱都不当作应还的钱",
)
def read_text(
    *,
    text: Annotated[
        str,
        Passage(
            "短信、账单或支付页面上的文字",
            hint="整段贴进来；内容只在这台设备上看，不会发出去",
        ),
    ] = (
        "您尾号8431的分期订单第3/12期应还458.31元，还款日2026年10月10日，"
        "请提前存入扣款卡。"
    ),
    today: Annotated[
        date | None,
        Day("今天", optional=True, advanced=True, hint="没写年份的日期从这天算起"),
    ] = None,
) -> ReadText:
    """Find the facts of a plan in a text; what has no label is not taken."""
    facts, rest = read_paper(text, today)
    found = tuple(Finding(*fact) for fact in facts)
    return ReadText(found=found, rest=rest, told=tell(facts, rest))
