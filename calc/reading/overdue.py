"""Whether a text says that a payment is late, or only warns of it.

Most messages warn: 以免逾期, 逾期将影响征信, 逾期 1 天收取.
"""

import re

_CLAUSE = re.compile(r"[^,;。!?\n]+")
_NOT_YET = re.compile(
    r"(?:如|若|一旦|以免|避免|免得|防|勿|不要|将|快要)[^逾]{0,8}逾期"
    r"|(?:未|无|没有|不|每)逾期|逾期\D{0,4}0+\s?天"
)
_SAID = re.compile(r"(?:已经?|发生|出现)逾期")
_CHANCE = re.compile(
    r"逾期.*(?:将|会|可能|则|后|者|内|以上|超过|风险|影响|收取|[计加]收|计息|按[日天])"
    r"|逾期(?:费|.?利|罚|违约|记录)"
)


def is_late(text: str) -> bool:
    """Whether some clause of a plain text says that a payment is late."""
    clauses = (each[0] for each in _CLAUSE.finditer(text))
    return any("逾期" in clause and not _warns(clause) for clause in clauses)


def warns_at(text: str, place: int) -> bool:
    """Whether the clause at this place of a plain text only warns."""
    clauses = _CLAUSE.finditer(text)
    return any(
        _warns(each[0]) for each in clauses if each.start() <= place < each.end()
    )


def _warns(clause: str) -> bool:
    said = _SAID.search(clause) or not _CHANCE.search(clause)
    return bool(_NOT_YET.search(clause)) or not said
