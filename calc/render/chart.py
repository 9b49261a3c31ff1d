"""Pictures as inline SVG: they print, follow light and dark, and speak in words."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from calc.model.picture import Amounts, Bars, Line, Picture
from calc.render.amounts import amounts
from calc.render.amounts import height as rows_height
from calc.render.drawing import WIDTH, px, room
from calc.render.html import escape, often, tag, void

HEIGHT, TOP, FOOT = Decimal(190), Decimal(26), Decimal(24)
LEFT, FLOOR = Decimal(56), HEIGHT - FOOT
ENDS = tuple(
    map(Decimal, ["1", "1.2", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10"])
)
TEN_THOUSAND, MANY = Decimal(10_000), Decimal(100_000)
COLUMN = {
    "y": px(TOP),
    "height": px(FLOOR - TOP),
    "fill": "none",
    "class_": "calc-column",
}
LABELS = 6  # more do not fit below a picture on a phone


def chart(picture: Picture) -> str:
    """The picture with its title, its scale and its words."""
    legend = (
        tag("span", escape(name), class_=f"calc-key calc-series-{n}")
        for n, name in enumerate(colours(picture))
    )
    caption = tag("figcaption", escape(titled(picture)), *legend)
    return tag("figure", caption, svg(picture), class_="calc-picture")


def titled(picture: Picture) -> str:
    """What it shows, and in which unit."""
    return f"{picture.title}（{picture.unit}）"


def colours(picture: Picture) -> list[str]:
    """The names of its colours, in their order; none where it needs no key."""
    return [s.name for s in picture.series] if isinstance(picture, Bars) else []


def tall(picture: Picture) -> Decimal:
    """How tall it is drawn."""
    return rows_height(picture) if isinstance(picture, Amounts) else HEIGHT


def svg(picture: Picture, **place: str) -> str:
    """The drawing alone; `place` is where, within another."""
    return tag(
        "svg",
        tag("title", escape(picture.title)),
        tag("desc", escape(picture.summary)),
        *_drawn(picture),
        viewBox=f"0 0 {WIDTH} {tall(picture)}",
        role="img",
        class_="calc-chart",
        **place,
    )


def _drawn(picture: Picture) -> Iterable[str]:
    match picture:
        case Amounts():
            return amounts(picture)
        case Bars():
            columns = zip(*(series.amounts for series in picture.series), strict=True)
            heights = [sum(column, Decimal(0)) for column in columns]
            top = _top(heights)
            return (*_scale(top), *_bars(picture, heights, top))
        case Line():
            top = _top([amount for _, amount in picture.points])
            return (*_scale(top), *_line(picture, top))


def _top(heights: Sequence[Decimal]) -> Decimal:
    """The end of the scale: a round number, at most a third above the highest amount."""
    highest = max(heights)
    if highest <= 0:
        return Decimal(1)
    power = Decimal(1).scaleb(highest.adjusted())
    return next(n * power for n in ENDS if n * power >= highest)


def _scale(top: Decimal) -> Iterable[str]:
    for part in (Decimal(0), top / 2, top):
        y, label = px(_y(part, top)), _scaled(part)
        yield void("line", x1=px(LEFT), x2=px(WIDTH), y1=y, y2=y, class_="calc-grid")
        yield tag("text", label, x=px(LEFT - 6), y=y, dy="4", text_anchor="end")


def _scaled(amount: Decimal) -> str:
    """A round number, short enough to stand beside the picture."""
    if amount < MANY:
        return f"{amount.normalize():,f}"
    return f"{(amount / TEN_THOUSAND).normalize():,f} 万"


def _bars(picture: Bars, heights: Sequence[Decimal], top: Decimal) -> Iterable[str]:
    """A shape for each series; over each column, what it holds in words."""
    step = (WIDTH - LEFT) / len(picture.labels)
    places = [LEFT + step * number for number in range(len(picture.labels))]
    yield from _stacked(
        picture, [px(x + step / 10) for x in places], px(step * 8 / 10), top
    )
    column, title = often("rect", width=px(step), **COLUMN), often("title")
    for x, said in zip(places, _said(picture), strict=True):
        yield column(title(escape(said)), f' x="{px(x)}"')
    every = -(-len(places) // LABELS)
    for x, label in zip(places[::every], picture.labels[::every], strict=True):
        yield _below(x + step / 2, label)
    highest = heights.index(max(heights))
    written = f"{heights[highest]:,.2f}"
    middle = max(places[highest] + step / 2, LEFT + room(written) / 2)
    yield _above(middle, _y(heights[highest], top), written)


def _stacked(
    picture: Bars, lefts: Sequence[str], width: str, top: Decimal
) -> Iterable[str]:
    """One shape a series, each of its bars on that of the series before."""
    feet, heights = [px(FLOOR)] * len(lefts), [Decimal(0)] * len(lefts)
    scale = (FLOOR - TOP) / top
    for colour, series in enumerate(picture.series):
        heights = [
            sum(each, Decimal(0)) for each in zip(heights, series.amounts, strict=True)
        ]
        heads = [px(FLOOR - height * scale) for height in heights]
        bars = (
            f"M{left} {foot}h{width}V{head}h-{width}z"
            for left, foot, head in zip(lefts, feet, heads, strict=True)
        )
        yield void("path", d="".join(bars), class_=f"calc-series-{colour}")
        feet = heads


def _said(picture: Bars) -> Iterable[str]:
    """Each column in words."""
    parts = (
        [f"{series.name} {amount:,.2f} {picture.unit}" for amount in series.amounts]
        for series in picture.series
    )
    for label, *said in zip(picture.labels, *parts, strict=True):
        yield f"{label}：{'，'.join(said)}"


def _line(picture: Line, top: Decimal) -> Iterable[str]:
    far = max(picture.points[-1][0], Decimal(1))
    across = WIDTH - LEFT - 20
    spots = [
        (LEFT + across * distance / far, _y(amount, top), distance, amount)
        for distance, amount in picture.points
    ]
    path = " ".join(f"{px(x)},{px(y)}" for x, y, _, _ in spots)
    yield void("polyline", points=path, class_="calc-line")
    labelled = LEFT
    for x, y, distance, amount in spots:
        said = f"{distance:,f} {picture.across}：{amount:,.2f} {picture.unit}"
        title = tag("title", escape(said))
        here = distance == picture.here
        if here:
            yield void(
                "line", x1=px(x), x2=px(x), y1=px(TOP), y2=px(FLOOR), class_="calc-at"
            )
            yield _above(max(x, LEFT + room(said) / 2), TOP, said)
        radius, kind = ("7", "calc-dot calc-here") if here else ("4", "calc-dot")
        yield tag("circle", title, cx=px(x), cy=px(y), r=radius, class_=kind)
        if x - labelled >= 40:
            yield _below(x, f"{distance:,f} {picture.across}")
            labelled = x


def _below(x: Decimal, label: str) -> str:
    """Words at the foot, within the picture."""
    return _middle(x, HEIGHT - 6, label)


def _above(x: Decimal, y: Decimal, label: str) -> str:
    """A value over what it belongs to."""
    return _middle(x, y - 8, label, "calc-value")


def _middle(x: Decimal, y: Decimal, label: str, kind: str | None = None) -> str:
    half = room(label) / 2
    inside = min(max(x, half), WIDTH - half)
    return tag(
        "text", escape(label), x=px(inside), y=px(y), text_anchor="middle", class_=kind
    )


def _y(amount: Decimal, top: Decimal) -> Decimal:
    return FLOOR - (FLOOR - TOP) * amount / top
