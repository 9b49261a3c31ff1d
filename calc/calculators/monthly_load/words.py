"""多笔分期月历 in words and pictures."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from calc.calculators.monthly_load.orders import Month, Order, total
from calc.maths.context import precise
from calc.model.calculator import Told
from calc.model.picture import Bars, Series
from calc.money import ZERO, percent, yuan

if TYPE_CHECKING:
    from decimal import Decimal

    from calc.calculators.monthly_load import MonthlyLoad

COLOURS = 3  # of a picture


@precise
def tell(load: "MonthlyLoad") -> Told:
    """What comes next, and what each month asks for."""
    return Told(
        _sentence(load),
        tuple(_steps(load)),
        (
            (
                "本金和手续费都平均分到每期；按剩余本金计息的分期，"
                "每期不一样，把利息合计当手续费填，只能看个大概。"
            ),
            "一个月一期，还款日每月同一天，遇到短的月份用当月最后一天；不因周末、节假日改动。",
            "没有要还的月份不列出来。",
            _counted(load),
        ),
        pictures=(_stacked(load),) if load.upcoming else (),
        questions=dict(_questions(load)),
    )


def _sentence(load: "MonthlyLoad") -> str:
    if not load.upcoming:
        return "从这天起没有要还的了。"
    most = _heaviest(load)
    share = "" if most.share is None else f"，占收入 {percent(most.share)} %"
    start = "下一个还款日是" if load.as_of else "从头看，第一个还款日是"
    return (
        f"{start} {load.next_due}{_away(load)}；一共还要还 {yuan(load.remaining_total)} 元，"
        f"最多的一个月是 {most.month}，{yuan(most.total)} 元{share}。"
    )


def _away(load: "MonthlyLoad") -> str:
    """How far off the next payment is."""
    if not (load.as_of and load.next_due):
        return ""
    days = (load.next_due - load.as_of).days
    return f"，还有 {days} 天" if days else "，就是当天"


def _heaviest(load: "MonthlyLoad") -> Month:
    return max(load.rows, key=lambda month: month.total)


def _steps(load: "MonthlyLoad") -> Iterator[str]:
    """The next payment of each order, and what is past."""
    following = {due.order: due for due in reversed(load.upcoming)}
    for number, order in enumerate(load.orders, 1):
        name = _label(load, number)
        if due := following.get(number):
            yield (
                f"「{name}」下一笔：{due.due_date}，第 {due.period}/{due.periods} 期，"
                f"{yuan(due.payment)} 元。"
            )
        else:
            yield f"「{name}」{order.periods} 期都已经过了还款日。"
    if load.past:
        yield (
            f"{load.as_of} 以前的 {len(load.past)} 笔、共 {yuan(total(load.past))} 元，"
            "另外列出，没有算进去。"
        )


def _counted(load: "MonthlyLoad") -> str:
    if load.as_of:
        return "看起那天以前的当作已经还了；有没还的，另加逾期费用。"
    return "没有填从哪天看起，已经还过的几期也算在里面。"


def _label(load: "MonthlyLoad", number: int) -> str:
    """The order's name; with its row where others are called the same."""
    name = load.orders[number - 1].name
    same = [order for order in load.orders if order.name == name]
    return name if len(same) == 1 else f"{name}（第 {number} 行）"


def _stacked(load: "MonthlyLoad") -> Bars:
    """Each month's payments, one upon another; a picture has three colours."""
    orders = list(dict.fromkeys(due.order for due in load.upcoming))
    own = orders if len(orders) <= COLOURS else orders[: COLOURS - 1]
    names = {number: _label(load, number) for number in own}
    rest = len(orders) - len(own)
    paid: dict[int | None, defaultdict[str, Decimal]] = {}
    for due in load.upcoming:
        key = due.order if due.order in own else None
        paid.setdefault(key, defaultdict(lambda: ZERO))
        paid[key][f"{due.due_date:%Y-%m}"] += due.payment
    labels = [month.month for month in load.rows]
    return Bars(
        "每个月要还多少",
        f"{labels[0]} 到 {labels[-1]}，{_sentence(load)}",
        "元",
        tuple(label[2:] for label in labels),
        tuple(
            Series(
                names[number] if number else f"其余 {rest} 笔",
                tuple(by_month[label] for label in labels),
            )
            for number, by_month in paid.items()
        ),
    )


def _questions(load: "MonthlyLoad") -> Iterator[tuple[str, str]]:
    """What is possible, but unlikely."""
    following = {due.order for due in load.upcoming}
    for number, order in enumerate(load.orders):
        at, row = f"orders.{number}", f"第 {number + 1} 行："
        if number + 1 not in following:
            yield f"{at}.first_due", f"{row}到这天都过了还款日，还清了吗？没还清的另算"
        if (order.fee or 0) > order.amount / 2:
            yield f"{at}.fee", f"{row}手续费超过分期金额的一半，填的是总额吗？"
        if (twin := _twin(load.orders, number)) is not None:
            yield f"{at}.name", f"{row}和第 {twin + 1} 行一模一样，是同一笔吗？"
    if load.income and load.upcoming and _heaviest(load).total > load.income:
        yield "income", "最多的一个月要还的，比每月收入还多，收入填的是一个月的吗？"


def _twin(orders: tuple[Order, ...], number: int) -> int | None:
    """An earlier order that is the same in all."""
    first = orders.index(orders[number])
    return first if first < number else None
