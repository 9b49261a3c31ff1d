"""A declaration: what is read from a function's signature."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

import pytest

from calc.model.calculator import Told, calculator, declared
from calc.model.errors import InputErrors
from calc.model.numbers import Money, Whole
from calc.model.preset import Preset, StartFrom
from calc.model.record import Record
from calc.model.rows import Rows

PRESETS = {
    "dear": Preset(
        "贵的",
        values={"price": "99"},
        source="网页",
        as_of="2024",
        confidence="低",
        facts=(),
    )
}


@dataclass(frozen=True)
class Sum:
    """A sum."""

    total: Annotated[Decimal, Money("合计")]
    told: Told


class Extra(Record):
    """One more price."""

    price: Annotated[Decimal, Money("价格")]


@calculator("sum", "合计", "价格 × 件数")
def add_up(
    *,
    preset: Annotated[str, StartFrom("我的是", presets=PRESETS)] = "own",
    price: Annotated[Decimal, Money("价格")] = Decimal("2.50"),
    count: Annotated[int, Whole("件数", unit="件")] = 2,
    more: Annotated[tuple[Extra, ...], Rows("别的", of=Extra)] = (Extra(Decimal(1)),),
) -> Sum:
    """Add up."""
    total = price * count + sum((extra.price for extra in more), Decimal(0))
    return Sum(total, Told(preset, ()))


SUM = declared(add_up)


def test_the_signature_is_the_declaration() -> None:
    assert (SUM.name, SUM.title, SUM.rules) == ("sum", "合计", ("价格 × 件数",))
    assert list(SUM.inputs) == ["preset", "price", "count", "more"]
    assert list(SUM.outputs) == ["total"]
    assert SUM.defaults == {
        "preset": "own",
        "price": "2.50",
        "count": "2",
        "more": [{"price": "1.00"}],
    }


def test_the_function_stays_a_function() -> None:
    assert add_up(price=Decimal(3), count=3).total == 10


def test_left_out_answers_take_defaults() -> None:
    assert SUM.answer({"count": "4件"}).outputs == {"total": "11.00"}


def test_a_preset_fills_what_is_left_out_and_no_more() -> None:
    assert SUM.answer({"preset": "dear"}).result.total == 199
    assert SUM.answer({"preset": "dear", "price": "1"}).result.total == 3


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(InputErrors) as caught:
        SUM.answer({"price": "", "count": "1.5", "more": [{"price": "x"}], "tip": "1"})
    assert caught.value.errors == {
        "tip": "没有这一项",
        "price": "填写价格",
        "count": "件数要填整数，例如 12",
        "more.0.price": "第 1 行：价格要填数字，例如 4999",
    }


def test_a_name_that_python_keeps_for_itself_is_an_ordinary_name_outside() -> None:
    @calculator("bounds", "界")
    def bounds(*, from_: Annotated[Decimal, Money("从")] = Decimal(2)) -> Sum:
        return Sum(from_, Told("", ()))

    declaration = declared(bounds)
    assert declaration.defaults == {"from": "2.00"}
    assert declaration.answer({"from": "3"}).result.total == Decimal(3)
    with pytest.raises(InputErrors) as wrong:
        declaration.answer({"from_": "3"})
    assert list(wrong.value.errors) == ["from_"]
