"""What keeps a plan on the device, by a name the reader gives it; the script shows it."""

import json

from calc.model.calculator import Calculator
from calc.render.html import tag, void

ENOUGH = frozenset({"amount", "periods"})
"""Facts that make a plan."""
LASTING = ENOUGH | {
    *("method", "known", "rate", "rate_unit", "payment", "payments"),
    *("total_cost", "first_due", "remainder", "day_basis"),
}
"""Facts that are still true in a later month; how many periods are paid is not."""
KEPT = (
    "按了「留下」才留，只在这个浏览器里，不上传；用这台设备的人都看得到，公用的电脑不要留。"
    "在「我的分期」里能删。"
)


def keep(calculator: Calculator, place: str) -> str:
    """The name and the button; with which answers and figures are lasting facts."""
    at = f"{place}-kept-name"
    fields = [*calculator.inputs.items(), *calculator.outputs.items()]
    facts = {name: field.plan.split()[0] for name, field in fields if field.plan}
    lasting = {name: fact for name, fact in facts.items() if fact in LASTING}
    return tag(
        "details",
        tag("summary", "把这笔留在这台设备上，下次不用再填"),
        tag("p", KEPT),
        tag("label", "给它起个名，例如手机", for_=at),
        void("input", type="text", id=at, maxlength="40", autocomplete="off"),
        tag("button", "留下", type="button", class_="md-button"),
        tag("p", class_="calc-keep-said", role="status"),
        class_="calc-keep",
        data_facts=json.dumps(lasting),
        hidden=True,
    )
