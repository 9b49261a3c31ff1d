"""What all pictures share: lengths, and how much room words take."""

from decimal import Decimal

WIDTH = Decimal(320)  # about what a phone of 390 px leaves: type keeps its size there
TYPE = Decimal(14)  # at 320 pixels, 12
WIDE, NARROW = TYPE, Decimal(9)  # a Chinese character, and any other in bold


def px(length: Decimal) -> str:
    """A length as SVG writes it."""
    return f"{length:.1f}"


def room(text: str, size: Decimal = TYPE) -> Decimal:
    """What a text takes up, at most."""
    wide = sum(character > "\u2e80" for character in text)
    return (wide * WIDE + (len(text) - wide) * NARROW) * size / TYPE
