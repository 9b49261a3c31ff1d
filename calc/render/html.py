"""Writing HTML: one way to escape, one way to write an element."""

# html.escape would bring the names of all entities: 98 kB that every reader loads
_ESCAPES = (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;"))


def escape(text: str) -> str:
    """The text as HTML, in an element or in an attribute."""
    text = text.replace("&", "&amp;")
    for character, written in _ESCAPES:
        text = text.replace(character, written)
    return text


def tag(name: str, /, *content: str, **attributes: str | bool | None) -> str:
    """An element whose content is HTML already and whose attributes are text.

    An attribute that is False or None is left out, True stands alone; `_` in a name
    is written `-`, and one at its end is dropped (`class_`, `for_`).
    """
    return f"<{name}{_written(attributes)}>{''.join(content)}</{name}>"


def void(name: str, /, **attributes: str | bool | None) -> str:
    """An element without content."""
    return f"<{name}{_written(attributes)}/>"


def _written(attributes: dict[str, str | bool | None]) -> str:
    return "".join(
        f" {key.rstrip('_').replace('_', '-')}"
        + ("" if value is True else f'="{escape(value)}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
