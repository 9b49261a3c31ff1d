"""A writer's mistake: where it stands, what it is, and the nearest right name."""

from collections.abc import Iterable
from difflib import get_close_matches


class Mistake(ValueError):
    """Something on a page cannot be built; the text says what."""


def unknown(kind: str, name: str, known: Iterable[str]) -> Mistake:
    """A name nobody declared, with the nearest that somebody did."""
    listed = sorted(known)
    near = get_close_matches(name, listed, n=1, cutoff=0.4)
    hint = f"最接近的是“{near[0]}”" if near else f"有：{'、'.join(listed) or '没有'}"
    return Mistake(f"{kind}里没有“{name}”；{hint}")
