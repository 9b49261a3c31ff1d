"""The panel above the reader's own plans: store, clear, export, import."""

from calc.render.html import tag, void

CONSENT = (
    "没有你同意，什么也不存。按「存在这台设备上」，填的内容就留在这个浏览器里，不上传；"
    "用这台设备的人都看得到，公用的电脑不要存。"
)
ACTIONS = {
    "blank": "清空例子，填我自己的",
    "store": "存在这台设备上",
    "own": "看我自己存的",
    "clear": "清除全部",
    "export": "导出文件",
}


def panel() -> str:
    """Shown by the page's script; without it the form is an example like the others."""
    buttons = (
        tag(
            "button",
            label,
            type="button",
            class_="md-button",
            data_plans=kind,
            hidden=kind == "own",
        )
        for kind, label in ACTIONS.items()
    )
    file = void("input", type="file", accept=".json,application/json")
    chosen = tag("label", "导入文件", file, class_="md-button plans-import")
    return tag(
        "div",
        tag("p", CONSENT),
        tag("div", *buttons, chosen, class_="plans-actions"),
        tag("p", class_="plans-state"),
        tag("p", class_="plans-said", role="status"),
        class_="plans",
        hidden=True,
    )
