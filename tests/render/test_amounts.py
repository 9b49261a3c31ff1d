"""Pictures: values are written, the reader's own place is marked, words fit in."""

import re
from decimal import Decimal

import pytest

from calc.calculators import ALL
from calc.model.picture import Amounts
from calc.render.chart import chart
from calc.render.drawing import WIDTH, room

BARS = re.compile(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"')
VALUES = re.compile(r'<text x="([\d.]+)" y="[\d.]+" class="calc-value">([^<]+)<')


def amounts(*listed: tuple[str, str], here: str = "") -> str:
    pairs = tuple((name, Decimal(amount)) for name, amount in listed)
    return chart(Amounts("少付", "少付。", "元", pairs, here))


def test_a_value_is_written_behind_each_bar() -> None:
    drawn = amounts(("按天", "1234.5"), ("固定", "617.25"))
    bars = [(Decimal(x), Decimal(width)) for x, width in BARS.findall(drawn)]
    values = [(Decimal(x), value) for x, value in VALUES.findall(drawn)]
    assert [value for _, value in values] == ["1,234.50", "617.25"]
    assert abs(bars[0][1] / bars[1][1] - 2) < Decimal("0.01")
    for (start, width), (x, value) in zip(bars, values, strict=True):
        assert start + width < x < x + room(value) <= WIDTH


def test_below_nothing_goes_to_the_left_with_its_sign() -> None:
    drawn = amounts(("按天", "30"), ("固定", "-10"))
    (right, _), (left, width) = BARS.findall(drawn)
    assert abs(Decimal(left) + Decimal(width) - Decimal(right)) <= Decimal("0.1")
    assert ">−10.00<" in drawn
    assert 'class="calc-series-1"' in drawn


def test_the_readers_own_is_marked_and_nothing_at_all_can_be_drawn() -> None:
    assert '<g class="calc-here"><text x="0"' in amounts(("甲", "0"), here="甲")
    assert "calc-here" not in amounts(("甲", "0"), ("乙", "0"))


def test_a_long_name_stands_above_its_bar() -> None:
    drawn = amounts(("优惠价加年利率 18 %", "30"), ("免息", "0"))
    assert all(start == "0.0" for start, _ in BARS.findall(drawn))


@pytest.mark.parametrize("name", ["late-fee", "card-overdue"])
def test_the_asked_day_is_marked_on_the_line(name: str) -> None:
    (picture,) = ALL[name].answer({}).told.pictures
    drawn = chart(picture)
    assert drawn.count('class="calc-dot calc-here"') == 1
    assert drawn.count('class="calc-value"') == 1


def test_the_highest_bar_has_its_value() -> None:
    found = ALL["monthly-load"].answer({})
    (picture,) = found.told.pictures
    highest = max(row.total for row in found.result.rows)
    assert f">{highest:,.2f}</text>" in chart(picture)
