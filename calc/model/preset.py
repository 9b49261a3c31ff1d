"""Dated rates and terms, and the question that lets a reader start from one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from calc.model.errors import Wrong
from calc.model.fields import Field
from calc.model.record import Record
from calc.reading.plain import plain

OWN = "own"
OWN_LABEL = "自己填（照合同、账单或支付页面）"


class Preset(Record):
    """Terms of one provider, as somebody published them.

    Attributes:
        label: What the reader sees.
        values: Field → text; fills the fields that were left out.
        source: Who said so.
        as_of: When it was said, as exactly as is known.
        confidence: 高, 中 or 低.
        facts: Keys of the sources the site lists.
        until: The last day it holds, where it ends.
    """

    label: str
    values: Mapping[str, str]
    source: str
    as_of: str
    confidence: str
    facts: tuple[str, ...]
    until: date | None = None

    @property
    def named(self) -> str:
        """The label, with the last day where there is one."""
        return f"{self.label}（到 {self.until} 为止）" if self.until else self.label


class StartFrom(Field, kw_only=True):
    """The choice of a preset; the fields it fills stay editable."""

    presets: Mapping[str, Preset]

    @property
    def options(self) -> Mapping[str, str]:
        """Value → what the reader sees; 自己填 fills nothing."""
        return {OWN: OWN_LABEL} | {k: p.named for k, p in self.presets.items()}

    def read(self, text: str) -> Any:
        """The preset's name."""
        name = plain(text)
        if name not in self.options:
            raise Wrong(f"{self.label}要从列表里选一项")
        return name

    def show(self, value: str) -> str:
        """The preset as the reader sees it."""
        return self.options[value]

    def fills(self, name: Any) -> Mapping[str, str]:
        """Field → text of the chosen preset; nothing for 自己填."""
        chosen = self.presets.get(name) if isinstance(name, str) else None
        return chosen.values if chosen else {}
