"""The text people really type, in half-width characters that can be compared."""

import re
import unicodedata

_MINUS = str.maketrans("−–—", "---")


class Unreadable(ValueError):
    """A text that is not understood whole; its message is a clause for the reader.

    The message is empty where there is nothing to say but what was expected.
    """


def plain(text: str) -> str:
    """The text in half-width characters, without control and format characters."""
    if text.isascii() and text.isprintable():
        return text.strip()  # nothing to do for most of what is typed
    folded = unicodedata.normalize("NFKC", re.sub(r"\s", " ", text)).translate(_MINUS)
    return "".join(c for c in folded if unicodedata.category(c)[0] != "C").strip()
