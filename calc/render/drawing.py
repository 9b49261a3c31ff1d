"""What all pictures share: lengths, and how much room words take."""

from decimal import Decimal

WIDTH = Decimal(320)  # about what a phone of 390 px leaves: type keeps its size there
WIDE, NARROW = Decimal(13), Decimal(9)  # a Chinese character, and any other in bold


def px(length: Decimal) -> str:
    """A length as SVG writes it."""
    return f"{length:.1f}"


def room(text: str) -> Decimal:
    """What a text takes up, at most."""
    wide = sum(character > "\u2e80" for character in text)
    return wide * WIDE + (len(text) - wide) * NARROW
