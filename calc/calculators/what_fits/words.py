"""我每月能还多少 in words and pictures."""

from typing import TYPE_CHECKING

from calc.model.calculator import Told
from calc.model.picture import Amounts
from calc.money import spelled, yuan

if TYPE_CHECKING:
    from calc.calculators.what_fits import WhatFits


def tell(fits: "WhatFits") -> Told:
    """The three that belong together, and how the first month comes about."""
    return Told(
        _sentence(fits),
        (_rate(fits), _total(fits)),
        (
            "每月还一样多（等额本息），一个月一期，第一期在一个月以后。",
            "没有别的费用；有手续费、担保费的，真实的年化会高一些。",
        ),
        (
            "每月还这么多，合同能不能写成这样的期数？",
            "延长期数，一共要多付多少利息？写进协议了吗？",
        ),
        (
            Amounts(
                "本金和利息",
                f"本金 {yuan(fits.amount)} 元，利息 {yuan(fits.total_cost)} 元。",
                "元",
                (("本金", fits.amount), ("利息", fits.total_cost)),
            ),
        ),
    )


def _sentence(fits: "WhatFits") -> str:
    amount, payment = yuan(fits.amount), yuan(fits.payment)
    last = f"，最后一期 {yuan(fits.last_payment)} 元"
    cost = f"利息一共 {yuan(fits.total_cost)} 元"
    match fits.solve.value:
        case "periods":
            return f"{amount} 元，每月还 {payment} 元，{fits.periods} 期还清{last}；{cost}。"
        case "amount":
            return f"每月还 {payment} 元、还 {fits.periods} 期，最多能分 {amount} 元；{cost}。"
        case _:
            return (
                f"{amount} 元分 {fits.periods} 期，每月还 {payment} 元{last}；{cost}。"
            )


def _rate(fits: "WhatFits") -> str:
    digits, _ = spelled(fits.monthly, lambda _: True)
    stated = f"{fits.rate:f} %"
    how = f"{stated} ÷ 12 = {digits:f} %" if fits.rate_unit == "annual" else stated
    return f"每月的利率：{how}；第一个月的利息按分期金额算，以后按剩余本金算。"


def _total(fits: "WhatFits") -> str:
    return (
        f"还 {fits.periods} 期，前面每期 {yuan(fits.payment)} 元，"
        f"最后一期 {yuan(fits.last_payment)} 元，"
        f"比分期金额 {yuan(fits.amount)} 元多 {yuan(fits.total_cost)} 元。"
    )
