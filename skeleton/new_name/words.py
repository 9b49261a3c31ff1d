"""新名字 in words."""

from typing import TYPE_CHECKING

from calc.model.calculator import Told
from calc.money import yuan

if TYPE_CHECKING:
    from calc.calculators.new_name import NewName


def tell(found: "NewName") -> Told:
    """The answer in a sentence, how it was worked out, what was assumed."""
    return Told(
        f"一共要还 {yuan(found.total)} 元。",
        (f"待写：怎样一步步得到 {yuan(found.total)} 元。",),
        ("待写：假设了什么。",),
    )
