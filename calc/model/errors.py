"""Two kinds of wrong: the reader's answer, and the name nobody declared."""

from collections.abc import Mapping


class Wrong(ValueError):
    """One answer cannot be used; the text is the sentence the reader sees."""


class InputErrors(ValueError):
    """All the answers that cannot be used.

    Attributes:
        errors: A sentence for each wrong field; inside a table of rows the key is
            `field.row.column`, rows counted from 0.
    """

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(";".join(errors.values()))
        self.errors = dict(errors)
