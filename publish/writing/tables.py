"""Tables that the press makes from the declarations: quick answers, all presets."""

from html import escape

from calc import presets
from calc.model.calculator import Calculator
from calc.model.preset import Preset, StartFrom
from calc.render.html import tag
from publish.mistakes import Mistake, unknown
from publish.writing.cases import case, named
from publish.writing.ends import ending
from publish.writing.grammar import Words


def quick(words: Words) -> str:
    """One figure of a calculator over two fields: the first two with several values.

    Args:
        words: `NAME OUTPUT rows=v1,v2 columns=v1,v2 other=value …`

    Raises:
        Mistake: An unknown name, or not two fields with values.
    """
    name, figure = words.names
    calculator = named(name)
    if figure not in calculator.outputs:
        raise unknown(f"{name} 的数", figure, calculator.outputs)
    axes = [word.partition("=")[::2] for word in words.answers if "," in word]
    fixed = [word for word in words.answers if "," not in word]
    if len(axes) != 2:
        raise Mistake("速查表要有两个字段各写几个值，值之间用半角逗号")
    for axis, _ in axes:
        if axis not in calculator.inputs:
            raise unknown(f"{name} 的字段", axis, calculator.inputs)
    (row, rows), (column, columns) = axes
    field = calculator.outputs[figure]
    down, across = calculator.inputs[row], calculator.inputs[column]
    body = (
        tag(
            "tr",
            tag("th", f"{r} {down.unit}", scope="row"),
            *(
                tag(
                    "td",
                    case(name, *fixed, f"{row}={r}", f"{column}={c}").quote(figure),
                )
                for c in columns.split(",")
            ),
        )
        for r in rows.split(",")
    )
    head = (tag("th", f"{c} {across.unit}", scope="col") for c in columns.split(","))
    caption = f"{field.label}({field.unit})" if field.unit else field.label
    return tag(
        "table",
        tag("caption", escape(caption)),
        tag("thead", tag("tr", tag("th", escape(down.label), scope="col"), *head)),
        tag("tbody", *body),
        class_="calc-quick",
    )


def ends(calculator: Calculator) -> str:
    """What says when presets of this calculator end, for those that do, as HTML."""
    return "".join(
        tag("p", f"预设「{escape(preset.label)}」{lasting(preset)}")
        for field in calculator.inputs.values()
        if isinstance(field, StartFrom)
        for preset in field.presets.values()
        if preset.until
    )


def lasting(preset: Preset) -> str:
    """The last day of a preset that ends, or that it is over, as HTML."""
    return ending(preset.until) if preset.until else ""


def all_presets() -> str:
    """Every preset: what it fills in, who said so, when, and how sure that is."""
    rows = (
        tag(
            "tr",
            tag("th", escape(p.label) + lasting(p), scope="row"),
            tag("td", escape(p.source)),
            tag("td", escape(p.as_of)),
            tag("td", escape(p.confidence)),
        )
        for p in presets.ALL.values()
    )
    names = ("预设", "出处", "时间", "可信度")
    head = tag("tr", *(tag("th", name, scope="col") for name in names))
    return tag("table", tag("thead", head), tag("tbody", *rows))
