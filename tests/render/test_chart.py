"""Pictures: each shape stands where its amount is on the scale."""

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from calc.model.picture import Bars, Line, Picture, Series
from calc.render.chart import FLOOR, LABELS, LEFT, TOP, chart
from calc.render.drawing import WIDTH

NUMBERS = re.compile(r"-?[\d.]+")


def series(name: str, *amounts: str | int) -> Series:
    return Series(name=name, amounts=tuple(map(Decimal, amounts)))


def bars(*every: Series) -> Bars:
    labels = tuple(str(n + 1) for n in range(len(every[0].amounts)))
    return Bars("每期", "两期。", "元", labels, every)


def line(*points: tuple[int, str]) -> Line:
    return Line(
        "逐日", "涨。", "元", "天", tuple((Decimal(x), Decimal(y)) for x, y in points)
    )


def drawn(picture: Picture) -> ET.Element:
    return ET.fromstring(chart(picture))  # noqa: S314 our own text


def texts(picture: Picture, **attributes: str | None) -> list[str]:
    return [
        "".join(found.itertext())
        for found in drawn(picture).iter("text")
        if all(found.get(name) == value for name, value in attributes.items())
    ]


def scale(picture: Picture) -> list[str]:
    return texts(picture, **{"text-anchor": "end"})


def below(picture: Picture) -> list[str]:
    return texts(picture, **{"text-anchor": "middle", "class": None})


@pytest.mark.parametrize(
    ("highest", "ends"),
    [
        ("0", ["0", "0.5", "1"]),
        ("0.01", ["0", "0.005", "0.01"]),
        ("1", ["0", "0.5", "1"]),
        ("1.01", ["0", "0.6", "1.2"]),
        ("300", ["0", "150", "300"]),
        ("300.01", ["0", "200", "400"]),
        ("400", ["0", "200", "400"]),
        ("458.31", ["0", "250", "500"]),
        ("500.01", ["0", "300", "600"]),
        ("600.01", ["0", "400", "800"]),
        ("800.01", ["0", "500", "1,000"]),
        ("199999", ["0", "10 万", "20 万"]),
        ("240000", ["0", "12.5 万", "25 万"]),
        ("999999", ["0", "50 万", "100 万"]),
    ],
)
def test_the_scale_ends_at_a_round_number_above(highest: str, ends: list[str]) -> None:
    assert scale(bars(series("应还", highest))) == ends
    assert scale(line((0, "0"), (1, highest))) == ends


def test_the_scale_holds_a_whole_column() -> None:
    picture = bars(series("本金", 100, 90), series("利息", 50, 120))
    assert scale(picture) == ["0", "125", "250"]


def test_a_column_is_stacked_from_the_floor_to_its_sum() -> None:
    picture = bars(series("本金", 100, 50), series("利息", 0, 150))
    paths = drawn(picture).iter("path")
    # "M x foot h width V head h -width", once a column: the scale ends at 200
    shapes = [
        [tuple(map(Decimal, NUMBERS.findall(one))) for one in path.split("z")[:-1]]
        for path in (found.get("d") or "" for found in paths)
    ]
    half, quarter = (FLOOR + TOP) / 2, FLOOR - (FLOOR - TOP) / 4
    assert [(shape[1], shape[3]) for shape in shapes[0]] == [
        (FLOOR, half),
        (FLOOR, quarter),
    ]
    assert [(shape[1], shape[3]) for shape in shapes[1]] == [
        (half, half),
        (quarter, TOP),
    ]
    step = (WIDTH - LEFT) / 2
    for shape in shapes:
        assert [x for x, *_ in shape] == [LEFT + step / 10, LEFT + step * 11 / 10]
        assert {(width, -back) for _, _, width, _, back in shape} == {
            (step * 8 / 10, step * 8 / 10)
        }


def test_a_column_says_what_it_holds() -> None:
    picture = bars(series("本金", "1000.5", 50), series("利息", 0, 100))
    columns = [
        found
        for found in drawn(picture).iter("rect")
        if found.get("class") == "calc-column"
    ]
    assert ["".join(found.itertext()) for found in columns] == [
        "1：本金 1,000.50 元，利息 0.00 元",
        "2：本金 50.00 元，利息 100.00 元",
    ]
    assert [found.get("x") for found in columns] == ["56.0", "188.0"]
    assert {found.get("width") for found in columns} == {"132.0"}
    assert {(found.get("y"), found.get("height")) for found in columns} == {
        ("26.0", "140.0")
    }


@pytest.mark.parametrize("count", [1, LABELS, LABELS + 1, 2 * LABELS, 2 * LABELS + 1])
def test_as_many_labels_as_fit(count: int) -> None:
    every = -(-count // LABELS)
    labels = below(bars(series("应还", *[1] * count)))
    assert labels == [str(n) for n in range(1, count + 1, every)]
    assert len(labels) <= LABELS


def test_a_label_stands_in_the_middle_of_its_column() -> None:
    (label,) = (
        found
        for found in drawn(bars(series("应还", 1))).iter("text")
        if found.get("text-anchor") == "middle" and not found.get("class")
    )
    assert (label.get("x"), label.get("y")) == ("188.0", "184.0")


def test_the_scale_is_as_high_as_the_picture() -> None:
    lines = [
        found
        for found in drawn(bars(series("应还", 1))).iter("line")
        if found.get("class") == "calc-grid"
    ]
    assert [found.get("y1") for found in lines] == ["166.0", "96.0", "26.0"]
    assert all(found.get("y2") == found.get("y1") for found in lines)
    assert {(found.get("x1"), found.get("x2")) for found in lines} == {
        ("56.0", "320.0")
    }


def test_a_line_goes_through_its_points() -> None:
    picture = line((0, "0"), (5, "25"), (10, "50"))
    (found,) = drawn(picture).iter("polyline")
    assert found.get("points") == "56.0,166.0 178.0,96.0 300.0,26.0"
    dots = list(drawn(picture).iter("circle"))
    assert [(dot.get("cx"), dot.get("cy")) for dot in dots] == [
        ("56.0", "166.0"),
        ("178.0", "96.0"),
        ("300.0", "26.0"),
    ]
    assert "".join(dots[1].itertext()) == "5 天：25.00 元"


def test_points_of_one_day_are_no_line_but_stand() -> None:
    (found,) = drawn(line((0, "1"))).iter("polyline")
    assert found.get("points") == "56.0,26.0"


def test_labels_of_points_keep_their_distance() -> None:
    points = [(day, "1") for day in (0, 40, 80, 110, 119, 120, 244)]
    # a day is a pixel: a label 40 pixels from the one before it, or from the edge
    assert below(line(*points)) == ["40 天", "80 天", "120 天", "244 天"]


def test_several_colours_have_a_key_in_order_and_a_line_has_none() -> None:
    picture = bars(series("本金", 1), series("利息", 1))
    keys = [
        (found.get("class"), found.text)
        for found in drawn(picture).iter("span")
        if (found.get("class") or "").startswith("calc-key")
    ]
    assert keys == [
        ("calc-key calc-series-0", "本金"),
        ("calc-key calc-series-1", "利息"),
    ]
    paths = [found.get("class") for found in drawn(picture).iter("path")]
    assert paths == ["calc-series-0", "calc-series-1"]
    assert not list(drawn(line((1, "1"))).iter("span"))


def test_it_speaks() -> None:
    svg = next(drawn(bars(series("本金", 1))).iter("svg"))
    assert svg.get("role") == "img"
    assert (svg[0].text, svg[1].text) == ("每期", "两期。")
