"""The sheet of a letter: a form over the text, whose blanks also print as they are.

Each is folded, so that a reader sees which there are.

web/guides/letter.js shows the form and fills the blanks; without it there is the text.
"""

from collections.abc import Callable
from html import escape

from calc.render.html import tag, void
from publish.writing.letter import BLANK, Blank, Letter

PRIVATE = "你填的字没有保存，也不会发送。关掉或刷新网页，字就没有了，所以先复制或打印。"

type Store = Callable[[str], str]


def sheet(name: str, letter: Letter, store: Store) -> str:
    """The letter as Markdown; HTML that Markdown should leave alone is stored.

    Args:
        name: Of the letter, for its parts' ids.
        letter: What to show.
        store: Keeps HTML and returns what stands for it.
    """
    text = BLANK.sub(lambda at: store(_blank(at[1], letter.fields[at[1]])), letter.text)
    cited = f"信里写到的规定见{letter.cited}。" if letter.sources else ""
    return "\n\n".join(
        (
            '<details class="letter-fold" markdown="1">',
            store(tag("summary", f"《{escape(letter.title)}》：填写、复制、打印")),
            '<guide-letter markdown="1">',
            store(_form(name, letter)),
            '<div class="letter-sheet" markdown="1">',
            store(tag("p", escape(letter.title), class_="letter-title")),
            text.strip(),
            "</div>",
            cited,
            "</guide-letter>",
            "</details>",
        )
    )


def _blank(name: str, blank: Blank) -> str:
    return tag(
        "span",
        escape(blank.empty),
        class_=f"letter-blank letter-{blank.kind}",
        data_field=name,
    )


def _form(name: str, letter: Letter) -> str:
    asked = (_asked(f"letter-{name}-{n}", n, b) for n, b in letter.fields.items())
    buttons = (
        tag("button", "复制", type="button", class_="md-button letter-copy"),
        tag("button", "打印这一封", type="button", class_="md-button letter-print"),
        tag("button", "清空", type="reset", class_="md-button"),
    )
    return tag(
        "form",
        tag("p", PRIVATE, class_="letter-private"),
        tag(
            "p",
            tag("button", type="button", class_="md-button"),
            class_="letter-plans",
            hidden=True,
        ),
        tag("div", *asked, class_="letter-fields"),
        tag("p", class_="letter-left"),
        tag("p", *buttons, class_="letter-buttons"),
        tag("p", class_="letter-status", role="status"),
        class_="letter-form",
        aria_label=letter.title,
        autocomplete="off",
        hidden=True,
    )


def _asked(place: str, name: str, blank: Blank) -> str:
    label = tag("label", escape(blank.label), for_=place)
    said = f"{place}-hint" if blank.hint else None
    hint = tag("p", escape(blank.hint), class_="letter-hint", id=said) if said else ""
    box = _box(
        blank,
        id=place,
        name=name,
        aria_describedby=said,
        data_plan=blank.plan or None,
    )
    if blank.kind == "tick":
        return tag("div", box, label, hint, class_="letter-asked letter-tickable")
    return tag("div", label, hint, box, class_="letter-asked")


def _box(blank: Blank, **attributes: str | None) -> str:
    if blank.choices:
        options = (tag("option", escape(n), value=t) for n, t in blank.choices.items())
        return tag("select", tag("option", "请选择", value=""), *options, **attributes)
    if blank.kind == "tick":
        return void("input", type="checkbox", value="☑", **attributes)
    if blank.kind == "lines":
        return tag("textarea", rows="2", **attributes)
    today = "" if blank.kind == "today" else None
    return void("input", type="text", **attributes, data_today=today)
