"""What a reader can take away; the script shows the row and does what it says."""

from collections.abc import Mapping

from calc.model.calculator import Answered, Calculator
from calc.model.rows import Rows
from calc.render.html import aside, button, escape, tag, void

ACTIONS = {
    "ics": "存到日历",
    "csv": "存成表格",
    "print": "打印",
    "text": "复制文字",
    "link": "复制链接",
}
MORE = {"next": "下一期存到日历", "svg": "做成图片", "code": "二维码"}
DATED = ("ics", "next")
ELSEWHERE = (
    "这个页面开在别的应用里，存不了文件，也打印不了。复制下面的链接，"
    "打开手机的浏览器，贴到地址栏里，就能存、能打印。链接里有你填的数。"
)


def take(calculator: Calculator) -> str:
    """The row of actions, and what appears below it."""
    more = tag("summary", "图片、二维码" + "、只存下一期" * calculator.dated)
    return aside(
        "calc-take",
        tag("div", *_buttons(ACTIONS, calculator)),
        tag(
            "details", more, tag("div", *_buttons(MORE, calculator)), class_="calc-ways"
        ),
        tag("p", class_="calc-said", role="status"),
        aside(
            "calc-copy", _box("calc-copied", "要复制的内容"), _act("copy", "复制这一段")
        ),
        tag("figure", void("img", alt=""), class_="calc-image", hidden=True),
        _elsewhere(),
    )


def each(answered: Answered) -> str:
    """A calendar of one order alone, where there are several."""
    names = {
        row.order: row.name
        for name, field in answered.calculator.outputs.items()
        if isinstance(field, Rows) and field.payable and "name" in field.columns
        for row in getattr(answered.result, name)
    }
    if len(names) < 2:
        return ""
    buttons = (_act("one", _told(names, n), data_only=str(n)) for n in sorted(names))
    summary = tag("summary", "只把其中一笔存到日历")
    return tag("details", summary, tag("div", *buttons), class_="calc-each")


def _told(names: Mapping[int, str], number: int) -> str:
    """The order's name; with its row where others are called the same."""
    same = [*names.values()].count(names[number]) > 1
    return escape(names[number] + f"（第 {number} 行）" * same)


def _buttons(labels: dict[str, str], calculator: Calculator) -> list[str]:
    return [
        _act(kind, label)
        for kind, label in labels.items()
        if kind not in DATED or calculator.dated
    ]


def _act(kind: str, label: str, **attributes: str) -> str:
    return button(label, "calc-take-button", data_take=kind, **attributes)


def _elsewhere() -> str:
    """For who reads within an app: the way to a browser."""
    return aside(
        "calc-elsewhere",
        tag("p", tag("strong", "用浏览器打开")),
        tag("p", ELSEWHERE),
        _box("calc-address", "这个结果的链接"),
        _act("link", "复制链接"),
    )


def _box(name: str, label: str) -> str:
    return tag("textarea", class_=name, readonly=True, aria_label=label)
