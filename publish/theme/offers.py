"""Which calculators take the amounts that a reader types into the search box."""

from collections.abc import Iterable
from typing import TypedDict

from mkdocs.structure.pages import Page

from calc.calculators import ALL
from calc.model.rows import Lines

# Facts of a plan that one can tell by looking at a number.
FACTS = frozenset({"amount", "payment", "periods", "overdue_amount"})


class Taken(TypedDict):
    """The field that a fact goes into."""

    field: str
    label: str


class Form(TypedDict):
    """A calculator's page, and what it takes by fact."""

    name: str
    location: str
    takes: dict[str, Taken]


def forms(pages: Iterable[Page]) -> list[Form]:
    """The calculators that have a page of their own, in the order of the pages."""
    own = {f"calculators/{name}.md": name for name in ALL}
    named = [(own[p.file.src_uri], p.url) for p in pages if p.file.src_uri in own]
    return [Form(name=n, location=url, takes=_takes(n)) for n, url in named]


def _takes(calculator: str) -> dict[str, Taken]:
    found: dict[str, Taken] = {}
    defaults = ALL[calculator].defaults
    for name, field in ALL[calculator].inputs.items():
        if not field.applies(defaults):  # nobody would see what was filled in
            continue
        # one line for all periods is the payment of each
        told = "payment" if isinstance(field, Lines) and name == "payments" else ""
        for fact in (*field.plan.split(), told):
            if fact in FACTS:
                found[fact] = Taken(field=name, label=field.label)
    return found
