"""What becomes of a text on its way: cut, repeated, mixed up, encoded, added to."""

import random
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import quote, unquote

from tests.hostile.requests import HOSTILE, PASTED

# what chat apps and mail put behind a link, and people into a message
APPENDED = (
    "&appinstall=0",
    "?from=timeline",
    "。",
    "）",
    ")",
    ">",
    "\u3000复制打开",
    "#",
)
WIDE = str.maketrans("0123456789.,~=;", "０１２３４５６７８９．，～＝；")
MOST = 3


def _cut(text: str, dice: random.Random) -> str:
    return text[: dice.randrange(len(text) + 1)]


def _torn(text: str, dice: random.Random) -> str:
    start, end = sorted(dice.randrange(len(text) + 1) for _ in range(2))
    return text[:start] + text[end:]


def _repeated(text: str, dice: random.Random) -> str:
    start, end = sorted(dice.randrange(len(text) + 1) for _ in range(2))
    return text[:end] + text[start:end] * dice.randrange(1, 4) + text[end:]


def _mixed(text: str, dice: random.Random) -> str:
    parts = text.split("~" if "~" in text else "，")
    dice.shuffle(parts)
    return ("~" if "~" in text else "，").join(parts)


def _inserted(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(HOSTILE + PASTED)[:300] + text[at:]


def _changed(text: str, dice: random.Random) -> str:
    at = [n for n, sign in enumerate(text) if sign.isdigit()] or [0]
    where = dice.choice(at)
    return text[:where] + dice.choice("0123456789-.,:%") + text[where + 1 :]


def _widened(text: str, _: random.Random) -> str:
    return text.translate(WIDE)


def _encoded(text: str, _: random.Random) -> str:
    return quote(text, errors="replace")


def _decoded(text: str, _: random.Random) -> str:
    return unquote(text)


def _appended(text: str, dice: random.Random) -> str:
    return text + dice.choice(APPENDED)


WAYS: Sequence[Callable[[str, random.Random], str]] = (
    *(_cut, _torn, _repeated, _mixed, _inserted),
    *(_changed, _widened, _encoded, _decoded, _appended),
)


def damaged(texts: Sequence[str], count: int, seed: int) -> Iterator[str]:
    """That many texts, each of these with one to three things done to it.

    Args:
        texts: What was meant.
        count: How many.
        seed: The same one gives the same texts.
    """
    dice = random.Random(seed)  # noqa: S311  # to be repeated
    for _ in range(count):
        text = dice.choice(texts)
        for way in dice.choices(WAYS, k=dice.randint(1, MOST)):
            text = way(text, dice)
        yield text
