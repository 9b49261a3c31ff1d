"""What is wrong or unlikely in the answers; each line leads to its field."""

from collections.abc import Mapping

from calc.render.html import escape, tag


def errors(sentences: Mapping[str, str], place: str) -> str:
    """The summary of what is wrong; the same sentences stand at the fields."""
    title = f"有 {len(sentences)} 处要改，改好就能算"
    return _summary(title, sentences, place, "calc-summary")


def questions(sentences: Mapping[str, str], place: str) -> str:
    """What is possible, but unlikely: asked above the answer, which stands."""
    if not sentences:
        return ""
    return _summary("算好了，再看一眼", sentences, place, "calc-doubts")


def _summary(title: str, sentences: Mapping[str, str], place: str, kind: str) -> str:
    items = (
        tag("li", tag("a", escape(text), href=f"#{place}-{name}"))
        for name, text in sentences.items()
    )
    head = tag("p", tag("strong", title))
    return tag("div", head, tag("ul", *items), class_=kind)
