"""How characters are read and written: pinyin, and traditional forms."""

from collections.abc import Iterable

from opencc import OpenCC  # type: ignore[import-untyped]
from pypinyin import Style, lazy_pinyin

CHINESE = range(0x4E00, 0xA000)
# Simplified too, but written for another: 帐单 for 账单, 甚麼 for 什么.
MEANT = {"帐": "账", "甚": "什", "妳": "你"}

# Read otherwise in 还款, which the dictionary of phrases does not have.
ALSO = {"huan": "还"}


def common() -> str:
    """The 3,755 characters that GB/T 2312 puts on its first level."""
    rows, cells = range(0xB0, 0xD8), range(0xA1, 0xFF)
    codes = (bytes((row, cell)) for row in rows for cell in cells)
    return "".join(code.decode("gb2312", "ignore") for code in codes)


def readings(texts: Iterable[str]) -> dict[str, str]:
    """Syllable without tone → the characters read so: common ones, and the texts' own.

    A character stands under each reading that the texts have for it: 还 is huan in
    还款 and hai in 还要.
    """
    found = {syllable: {character} for syllable, character in ALSO.items()}
    for text in (*common(), *texts):
        run = "".join(c for c in text if ord(c) in CHINESE)
        for character, syllable in zip(
            run, lazy_pinyin(run, Style.NORMAL), strict=True
        ):
            found.setdefault(syllable, set()).add(character)
    return {key: "".join(sorted(found[key])) for key in sorted(found)}


def traditional(known: Iterable[str]) -> tuple[str, str]:
    """Characters written otherwise, and beside each the known one that is meant."""
    convert, wanted = OpenCC("t2s").convert, set(known)
    meant = {c: MEANT.get(s, s) for c in map(chr, CHINESE) for s in [convert(c)]}
    kept = {c: s for c, s in meant.items() if s != c and s in wanted}
    return "".join(kept), "".join(kept.values())
