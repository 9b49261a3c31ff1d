"""新名字: 待写, what it answers."""

from decimal import Decimal
from functools import cached_property
from typing import Annotated

from calc.calculators.new_name.words import tell
from calc.model.calculator import Told, calculator
from calc.model.numbers import Money
from calc.model.record import Record


class NewName(Record):
    """待写, what comes out."""

    total: Annotated[Decimal, Money("一共要还")]

    @cached_property
    def told(self) -> Told:
        """The same in words."""
        return tell(self)


@calculator("new-name", "新名字", "待写：依据的规定或公式")
def new_name(
    *,
    amount: Annotated[Decimal, Money("金额")] = Decimal("1000.00"),
) -> NewName:
    """待写, and where each amount is rounded."""
    return NewName(total=amount)
