"""Writing HTML: one way to escape, one way to write an element."""

from collections.abc import Callable
from functools import cache


def escape(text: str) -> str:
    """The text as HTML, in an element or in an attribute."""
    # html.escape would bring the names of all entities: 98 kB that every reader loads
    tags = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return tags.replace('"', "&quot;").replace("'", "&#x27;")


def tag(name: str, /, *content: str, **attributes: str | bool | None) -> str:
    """An element whose content is HTML already and whose attributes are text.

    An attribute that is False or None is left out, True stands alone; `_` in a name
    is written `-`, and one at its end is dropped (`class_`, `for_`).
    """
    return f"<{name}{_written(attributes)}>{''.join(content)}</{name}>"


def often(name: str, /, **attributes: str | bool | None) -> Callable[..., str]:
    """Writes one such element after another: what they share is written once.

    The writer takes the content and, as HTML, the attributes that are an element's own.
    """
    start, end = f"<{name}{_written(attributes)}", f"</{name}>"
    return lambda content, own="": f"{start}{own}>{content}{end}"


def void(name: str, /, **attributes: str | bool | None) -> str:
    """An element without content."""
    return f"<{name}{_written(attributes)}/>"


def aside(name: str, *content: str) -> str:
    """A part that the page's script shows when it is time."""
    return tag("div", *content, class_=name, hidden=True)


def button(label: str, name: str, **attributes: str | bool) -> str:
    """A button for the page's script, called by its class."""
    return tag("button", label, type="button", class_=f"md-button {name}", **attributes)


def _written(attributes: dict[str, str | bool | None]) -> str:
    written = ""
    for key, value in attributes.items():
        if value is True:
            written += f" {_name(key)}"
        elif value is not None and value is not False:
            written += f' {_name(key)}="{escape(value)}"'
    return written


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
