"""The reader's own plans: the panel that keeps them, and what is due next by them.

web/plans/ brings both to life; without it neither is shown.
"""

from collections.abc import Callable
from posixpath import dirname, relpath

from calc.render.html import tag, void

PLANS = "calculators/my-plans.md"
OVERDUE = "guides/overdue.md"

CONSENT = (
    "没有你同意，什么也不存。按「存在这台设备上」，填的内容和最近几步改动就留在这个浏览器里，"
    "不上传；用这台设备的人都看得到，公用的电脑不要存。"
)
ACTIONS = {
    "edit": "改我的分期",
    "own": "看我自己存的",
    "blank": "清空例子，填我自己的",
    "store": "存在这台设备上",
    "export": "导出文件",
    "clear": "清除全部",
}
LATER = ("edit", "own")  # shown when there is something to do


def panel() -> str:
    """Stands above the form, in its place from the start: nothing moves when the script comes.

    Without scripts it is not shown, and the form is an example like the others.
    """
    buttons = (
        _button(kind, label, hidden=kind in LATER) for kind, label in ACTIONS.items()
    )
    file = void("input", type="file", accept=".json,application/json")
    chosen = tag("label", "导入文件", file, class_="md-button plans-import")
    return tag(
        "div",
        tag("p", CONSENT),
        tag("div", *buttons, chosen, class_="plans-actions"),
        # its place is kept: what comes later must not move a button from under a finger
        tag(
            "p",
            _button("undo", "撤销", disabled=True),
            class_="plans-actions plans-undo",
        ),
        _others(),
        tag("p", class_="plans-state"),
        tag("p", class_="plans-said", role="status"),
        class_="plans",
    )


def _others() -> str:
    """What other calculators were told to keep."""
    line = tag(
        "li",
        tag("span"),
        tag("button", "加到这里", type="button", class_="md-button", data_other="add"),
        tag("button", "删去", type="button", class_="md-button", data_other="drop"),
    )
    title = tag("p", "从别的计算器留下的：")
    return tag("div", title, tag("ul", line), class_="plans-others", hidden=True)


def _button(does: str, label: str, **more: bool) -> str:
    return tag(
        "button", label, type="button", class_="md-button", data_plans=does, **more
    )


def next_due(page: str, store: Callable[[str], str]) -> str:
    """What is due next, as Markdown, whose links the site makes.

    Args:
        page: Where it stands.
        store: Keeps HTML that Markdown should leave alone; returns what stands for it.
    """
    return "\n\n".join(
        (
            '<next-due class="next" hidden="" markdown="1">',
            '<div class="next-past" hidden="" markdown="1">',
            store(
                tag("p", tag("strong", "这几笔过了还款日，还了吗？"))
                + tag("p", class_="next-list")
                + tag("button", "都还了", type="button", class_="md-button next-paid")
            ),
            f"没还：[逾期了怎么办]({_path(page, OVERDUE)})",
            "</div>",
            store(_settled() + _due()),
            "" if page == PLANS else f"[我的分期]({_path(page, PLANS)})",
            "</next-due>",
        )
    )


def _settled() -> str:
    undo = tag("button", "撤销", type="button", class_="md-button next-undo")
    said = "记下了，不再提这几笔。"
    return tag("p", said, undo, class_="next-settled", role="status", hidden=True)


def _due() -> str:
    """The next payment; or that there is none, or that it is not known."""
    due = tag(
        "div",
        tag("p", "下一笔 · ", tag("span", class_="next-names"), class_="next-head"),
        tag("p", tag("strong", class_="next-amount"), " 元", class_="next-figure"),
        tag("p", class_="next-when"),
        class_="next-due",
        hidden=True,
    )
    others = (
        tag("p", class_=f"next-{kind}", hidden=True) for kind in ("none", "unknown")
    )
    return "".join((due, *others))


def _path(page: str, target: str) -> str:
    return relpath(target, dirname(page) or ".")
