"""Pictures as inline SVG: they print, follow light and dark, and speak in words."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, Decimal

from calc.model.picture import Bars, Line, Picture
from calc.render.html import escape, tag, void

WIDTH, HEIGHT = Decimal(400), Decimal(190)
LEFT, TOP, FOOT = Decimal(56), Decimal(10), Decimal(24)
FLOOR = HEIGHT - FOOT
LABELS = 8  # more do not fit below a picture on a phone


def chart(picture: Picture) -> str:
    """The picture with its title, its scale and its words."""
    top = _top(picture)
    if isinstance(picture, Bars):
        drawn, names = _bars(picture, top), [s.name for s in picture.series]
    else:
        drawn, names = _line(picture, top), []
    svg = tag(
        "svg",
        tag("title", escape(picture.title)),
        tag("desc", escape(picture.summary)),
        *_scale(top),
        *drawn,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        class_="calc-chart",
    )
    legend = (
        tag("span", escape(name), class_=f"calc-key calc-series-{n}")
        for n, name in enumerate(names)
    )
    caption = tag("figcaption", escape(f"{picture.title}（{picture.unit}）"), *legend)
    return tag("figure", caption, svg, class_="calc-picture")


def _top(picture: Picture) -> Decimal:
    """The end of the scale: 1, 2, 4 or 5 times a power of ten, above every amount."""
    if isinstance(picture, Bars):
        columns = zip(*(series.amounts for series in picture.series), strict=True)
        highest = max(sum(column, Decimal(0)) for column in columns)
    else:
        highest = max(amount for _, amount in picture.points)
    if highest <= 0:
        return Decimal(1)
    power = Decimal(1).scaleb(highest.adjusted())
    return next(
        n * power for n in map(Decimal, (1, 2, 4, 5, 10)) if n * power >= highest
    )


def _scale(top: Decimal) -> Iterable[str]:
    for part in (Decimal(0), top / 2, top):
        y = _px(_y(part, top))
        yield void("line", x1=_px(LEFT), x2=_px(WIDTH), y1=y, y2=y, class_="calc-grid")
        label = f"{part.normalize():,f}"
        yield tag("text", label, x=_px(LEFT - 6), y=y, dy="4", text_anchor="end")


def _bars(picture: Bars, top: Decimal) -> Iterable[str]:
    """A shape for each series; over each column, what it holds in words."""
    step = (WIDTH - LEFT) / len(picture.labels)
    width = _px(step * 8 / 10)
    every = int(
        (len(picture.labels) / Decimal(LABELS)).to_integral_value(ROUND_CEILING)
    )
    shapes: list[list[str]] = [[] for _ in picture.series]
    columns = []
    for number, label in enumerate(picture.labels):
        x = LEFT + step * number
        left = _px(x + step / 10)
        height, foot = Decimal(0), _px(FLOOR)
        said = []
        for shape, series in zip(shapes, picture.series, strict=True):
            amount = series.amounts[number]
            height += amount
            head = _px(_y(height, top))
            shape.append(f"M{left} {foot}h{width}V{head}h-{width}z")
            foot = head
            said.append(f"{series.name} {amount:,.2f} {picture.unit}")
        columns.append(_column(x, step, f"{label}：{'，'.join(said)}"))
        if number % every == 0:
            columns.append(_below(x + step / 2, label))
    for colour, shape in enumerate(shapes):
        yield void("path", d="".join(shape), class_=f"calc-series-{colour}")
    yield from columns


def _column(x: Decimal, step: Decimal, said: str) -> str:
    return tag(
        "rect",
        tag("title", escape(said)),
        x=_px(x),
        width=_px(step),
        y=_px(TOP),
        height=_px(FLOOR - TOP),
        fill="none",
        class_="calc-column",
    )


def _line(picture: Line, top: Decimal) -> Iterable[str]:
    far = max(picture.points[-1][0], Decimal(1))
    room = WIDTH - LEFT - 20
    spots = [
        (LEFT + room * distance / far, _y(amount, top), distance, amount)
        for distance, amount in picture.points
    ]
    path = " ".join(f"{_px(x)},{_px(y)}" for x, y, _, _ in spots)
    yield void("polyline", points=path, class_="calc-line")
    labelled = LEFT
    for x, y, distance, amount in spots:
        said = f"{distance:,f} {picture.across}：{amount:,.2f} {picture.unit}"
        title = tag("title", escape(said))
        yield tag("circle", title, cx=_px(x), cy=_px(y), r="4", class_="calc-dot")
        if x - labelled >= 40:
            yield _below(x, f"{distance:,f} {picture.across}")
            labelled = x


def _below(x: Decimal, label: str) -> str:
    return tag("text", escape(label), x=_px(x), y=_px(HEIGHT - 6), text_anchor="middle")


def _y(amount: Decimal, top: Decimal) -> Decimal:
    return FLOOR - (FLOOR - TOP) * amount / top


def _px(length: Decimal) -> str:
    return f"{length:.1f}"
