"""A writer's mistake: where it stands, what it is, and the nearest right name."""

import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any


class Mistake(ValueError):
    """Something that a writer wrote cannot be built; the text says what."""


def unknown(kind: str, name: str, known: Iterable[str]) -> Mistake:
    """A name nobody declared, with the nearest that somebody did."""
    listed = sorted(known)
    near = get_close_matches(name, listed, n=1, cutoff=0.4)
    hint = f"最接近的是“{near[0]}”" if near else f"有：{'、'.join(listed) or '没有'}"
    return Mistake(f"{kind}里没有“{name}”；{hint}")


def parsed(file: Path) -> dict[str, Any]:
    """The table in a TOML file.

    Raises:
        Mistake: It is no TOML, with the line.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as wrong:
        at = re.search(r"line (\d+), column (\d+)", str(wrong))
        place = f"第 {at[1]} 行第 {at[2]} 个字" if at else "最后一行"
        raise Mistake(f"{file.name} 的{place}不合 TOML 的写法") from None
