"""Python-Markdown extension: embedded calculators, quoted numbers, cited sources.

A line `::: calc NAME [#label] field=value …` becomes the calculator; `::: case` only
names a case; `[= NAME.figure]`, `[= #label.figure]` and `[= preset:NAME.field]` become
numbers; `[= rule:NAME]` becomes a rule of the site; `[^KEY]` becomes a footnote from
docs/sources.toml.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

from calc.render.element import element
from calc.render.html import tag
from publish.mistakes import Mistake, unknown
from publish.writing import (
    declared,
    grammar,
    rules,
    sources,
    tables,
    unsourced,
    wording,
)
from publish.writing.cases import Case, case, preset_value
from publish.writing.check import check
from publish.writing.grammar import Words
from publish.writing.letter import letter
from publish.writing.plans import next_due, panel
from publish.writing.sheets import sheet
from publish.writing.steps import steps
from publish.writing.titles import misnamed

FROM = re.compile(r"<!-- from (?P<page>\S+) (?P<above>\d+) (?P<reviewed>\S+) -->")

OURS = "不是小米或任何放款机构的网站"

# These blocks speak of what is built around the page: their places are filled in then.
LATER = {name: f"<!-- {name} -->" for name in ("keeper", "licences", "offline")}

# between fenced code (25), whose blocks are then out of the way, and raw HTML (20)
PRIORITY = 22
# between footnotes (50) and inline patterns (20)
BEFORE_INLINE = 21


def from_page(page: str, above: int, text: str, reviewed: date | None = None) -> str:
    """The text, with a first line that tells the extension where it is from.

    Args:
        page: The file's name.
        above: How many lines of the file stand above the text.
        text: Markdown.
        reviewed: The day somebody last read the page against its sources.
    """
    return f"<!-- from {page} {above} {reviewed or '-'} -->\n{text}"


class Page:
    """One page's text on its way to Markdown that needs no calculator."""

    def __init__(
        self, name: str, above: int, store: Callable[[str], str], reviewed: str = "-"
    ) -> None:
        self.name = name
        self.above = above
        self.store = store
        self.reviewed = reviewed
        self.cases: dict[str, Case] = {}
        self.mistakes: list[str] = []
        self.embeds = 0

    def build(self, lines: list[str]) -> list[str]:
        """The lines with every embed, quote and citation made real.

        Raises:
            Mistake: All that is wrong on the page, a line each.
        """
        made = [self._attempt(n, line, self._block) for n, line in enumerate(lines)]
        self._read(lines, made)
        made = [self._attempt(n, line, self._quotes) for n, line in enumerate(made)]
        made = wording.explained(self.name, made)
        keys: dict[str, None] = {}
        for number, line in enumerate(made):
            self._attempt(number, line, lambda line: self._cite(line, keys))
        if self.mistakes:
            raise Mistake("\n".join(self.mistakes))
        end = sources.footnotes(keys, self.store)
        return [*self._headed(made), *self._newest(keys), *end]

    def _read(self, lines: list[str], made: list[str]) -> None:
        """Note what a writer should put otherwise."""
        for number, sentence in unsourced.find(self.name, lines):
            self._note(number, sentence)
        for number, line in enumerate(lines):
            for sentence in (*rules.typed(line), *wording.wrong(line)):
                self._note(number, sentence)
        for number, line in enumerate(made):
            for sentence in misnamed(self.name, line):
                self._note(number, sentence)

    def _headed(self, lines: list[str]) -> list[str]:
        """Below the title, whose site this is not, and when the page was last checked."""
        checked = "" if self.reviewed == "-" else f" · 资料截至 {self.reviewed}"
        line = self.store(tag("p", OURS + checked, class_="whose"))
        at = next((n for n, text in enumerate(lines) if text.startswith("# ")), None)
        return lines if at is None else [*lines[: at + 1], "", line, *lines[at + 1 :]]

    def _newest(self, keys: Iterable[str]) -> list[str]:
        """How new the newest source is."""
        newest = sources.newest(keys)
        line = tag("p", f"最新的一条出处：{newest}", class_="reviewed")
        return ["", self.store(line), ""] if newest else []

    def _attempt(self, number: int, line: str, step: Callable[[str], str]) -> str:
        try:
            return step(line)
        except Mistake as mistake:
            self._note(number, str(mistake))
            return line

    def _note(self, number: int, sentence: str) -> None:
        place = f"{self.name}:{self.above + number + 1}"
        self.mistakes += [f"{place}: {line}" for line in sentence.splitlines()]

    def _block(self, line: str) -> str:
        found = grammar.block(line)
        return BLOCKS[found[0]](self, found[1]) if found else line

    def calc(self, words: Words, above: str = "") -> str:
        """The calculator itself."""
        named = self._named(words)
        self.embeds += 1
        place = f"calc-{self.embeds}"
        form = element(named.answered, place, above)
        if self.name.startswith("calculators/"):  # what is printed of the page
            form = tag("div", form, class_="calc-page")
        return self.store(form + tables.ends(named.answered.calculator))

    def plans(self, words: Words) -> str:
        """The months of several orders, with what keeps the reader's own."""
        return self.calc(replace(words, names=("monthly-load",)), panel())

    def next(self, _: Words) -> str:
        """What is due next by the reader's own plans."""
        return next_due(self.name, self.store)

    def case(self, words: Words) -> str:
        """Nothing to see: the case can be quoted."""
        self._named(words)
        return ""

    def check(self, words: Words) -> str:
        """Questions, one after the other."""
        return steps(declared.read(words.names[0], check), self.store)

    def letter(self, words: Words) -> str:
        """A letter to fill in."""
        (name,) = words.names
        found = declared.read(f"guides/letters/{name}.toml", letter)
        return sheet(name, found, self.store)

    def _named(self, words: Words) -> Case:
        if words.label in self.cases:
            raise Mistake(f"标签“#{words.label}”在这一页用了两次")
        found = case(*words.names, *words.answers)
        if words.label:
            self.cases[words.label] = found
        return found

    def _quotes(self, line: str) -> str:
        return grammar.quotes(line, self._quoted)

    def _quoted(self, what: str) -> str:
        if what.startswith("preset:"):
            return preset_value(what.removeprefix("preset:"))
        if what.startswith("rule:"):
            return rules.quoted(what.removeprefix("rule:"))
        name, _, path = what.partition(".")
        if not name.startswith("#"):
            return case(name).quote(path)
        if name[1:] not in self.cases:
            raise unknown("标签", name[1:], self.cases)
        return self.cases[name[1:]].quote(path)

    @staticmethod
    def _cite(line: str, keys: dict[str, None]) -> str:
        for key in grammar.citations(line):
            sources.source(key)
            keys[key] = None
        return line


def _later(name: str) -> Callable[[Page, Words], str]:
    return lambda page, _: page.store(LATER[name])


BLOCKS: Mapping[str, Callable[[Page, Words], str]] = {
    "calc": Page.calc,
    "case": Page.case,
    "check": Page.check,
    "letter": Page.letter,
    "next": Page.next,
    "plans": Page.plans,
    "quick": lambda page, words: page.store(tables.quick(words)),
    "presets": lambda page, _: page.store(tables.all_presets()),
    "sources": lambda page, _: page.store(sources.listing()),
    **{name: _later(name) for name in LATER},
}


class _Press(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        found = FROM.fullmatch(lines[0]) if lines else None
        page = Page(
            found["page"] if found else "text",
            int(found["above"]) if found else 0,
            self.md.htmlStash.store,
            found["reviewed"] if found else "-",
        )
        return page.build(lines[1:] if found else lines)


class _Finished(Treeprocessor):
    """Footnotes, of which there are many, are finished: no inline pattern looks at them."""

    def run(self, root: Element) -> None:
        for each in root.iterfind("./div[@class='footnote']/ol/li//*"):
            if each.text and each.text.startswith(STX):
                each.text = AtomicString(each.text)


class PressExtension(Extension):
    """Adds the press to a Markdown converter."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the library's name
        """Register the steps; our elements stand alone, not in a paragraph."""
        md.block_level_elements += [
            "calc-form",
            "guide-check",
            "guide-letter",
            "next-due",
            "offline-keeper",
        ]
        md.preprocessors.register(_Press(md), "press", PRIORITY)
        md.treeprocessors.register(_Finished(md), "finished", BEFORE_INLINE)


def makeExtension(**options: object) -> PressExtension:  # noqa: N802  # the library's name
    """What Python-Markdown calls to load the extension."""
    return PressExtension(**options)
