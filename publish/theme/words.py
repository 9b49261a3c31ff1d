"""The words of the site: what tells a compound from two neighbours by chance."""

import logging
import re
import warnings
from collections.abc import Iterable

with warnings.catch_warnings():
    # Its last release predates the compiler's warnings about its string escapes.
    warnings.simplefilter("ignore")
    import jieba  # type: ignore[import-untyped]

CHINESE = re.compile(r"[\u4e00-\u9fff]{2,}")


def vocabulary(texts: Iterable[str], terms: Iterable[str]) -> list[str]:
    """The Chinese words of two characters or more in the texts, and the terms.

    Args:
        texts: What the site says.
        terms: Words a general dictionary would cut apart, such as 花呗 or 绑卡.
    """
    jieba.setLogLevel(logging.WARNING)
    listed = set(terms)
    for term in listed:
        jieba.add_word(term)
    cut = (word for text in texts for word in jieba.cut_for_search(text))
    return sorted(word for word in listed.union(cut) if CHINESE.fullmatch(word))
