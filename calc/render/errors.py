"""The summary of what is wrong, above the form; each line leads to its field."""

from collections.abc import Mapping

from calc.render.html import escape, tag


def errors(found: Mapping[str, str], place: str) -> str:
    """The summary; the same sentences stand at the fields."""
    items = (
        tag("li", tag("a", escape(text), href=f"#{place}-{name}"))
        for name, text in found.items()
    )
    title = tag("p", tag("strong", f"有 {len(found)} 处要改，改好就能算"))
    return tag("div", title, tag("ul", *items), class_="calc-summary")
