"""A page's HTML cut into the pieces a search can point at."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What repeats from page to page is not a page's own words.
LEFT_OUT = frozenset({"calc-form", "form", "script", "style", "svg", "noscript"})
LEFT_OUT_CLASSES = frozenset(
    {
        *("footnote", "footnote-ref", "headerlink", "licence", "reviewed", "whose"),
        *("check-answers", "check-trail"),
    }
)
INLINE = frozenset(
    {"a", "abbr", "b", "code", "em", "i", "span", "strong", "sub", "sup"}
)
# Most of what is left out, and long: taken out before the page is read. None of these
# has an element of its own name inside.
_LONG = (*LEFT_OUT, 'details(?= class="licence")', 'div(?= class="footnote")')
_FILLED = re.compile(rf"(<({'|'.join(_LONG)})\b[^>]*>).*?(</\2>)", re.DOTALL)
VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})
WIDE = "[\u3000-\u9fff\uff00-\uffef]"
OR = " / "


@dataclass
class Section:
    """A heading, or terms that share an explanation, and the text below."""

    tag: str = ""
    anchor: str = ""
    title: str = ""
    text: str = ""

    @property
    def names(self) -> list[str]:
        """The terms, if this is an entry of a glossary."""
        return self.title.split(OR) if self.tag == "dt" else []


class _Reader(HTMLParser):
    """Collects sections; what stands before the first heading has no title."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections = [Section()]
        self.path: list[str] = []
        self.left_out_at = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)
        if tag in VOID:
            return
        self.path.append(tag)
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        if self.left_out_at:
            return
        if tag in LEFT_OUT or LEFT_OUT_CLASSES.intersection(classes):
            self.left_out_at = len(self.path)
        elif tag in HEADINGS or tag == "dt":
            self._begin(tag, given.get("id"))

    def _begin(self, tag: str, anchor: str | None) -> None:
        last = self.sections[-1]
        if tag == last.tag == "dt" and not last.text.strip():
            last.title += OR
        elif anchor:
            self.sections.append(Section(tag, anchor))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.path:
            return
        while self.path.pop() != tag:
            pass
        if len(self.path) < self.left_out_at:
            self.left_out_at = 0
        self._part(tag)

    def handle_data(self, data: str) -> None:
        self._add(re.sub(r"\s", " ", data))

    def _part(self, tag: str) -> None:
        if tag not in INLINE:
            self._add("\n")

    def _add(self, text: str) -> None:
        if self.left_out_at:
            return
        section = self.sections[-1]
        if section.tag in self.path:
            section.title += text
        else:
            section.text += text


def sections(html: str) -> list[Section]:
    """The text of a page, section by section; the first has no heading."""
    reader = _Reader()
    reader.feed(_FILLED.sub(r"\1\3", html))
    reader.close()
    for section in reader.sections:
        section.title = _joined(section.title)
        section.text = _joined(section.text)
    return reader.sections


def _joined(text: str) -> str:
    """Without the spaces that line breaks in the source leave between Chinese."""
    return " ".join(re.sub(f"(?<={WIDE}) +(?={WIDE})", "", text).split())
