"""Whether a reply is one the page may show: well-formed, escaped, its files harmless."""

import csv
import io
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any, override
from xml.etree import ElementTree as ET

from calc.model.calculator import Calculator
from calc.model.fields import Field
from calc.model.numbers import Number, Percent, Whole
from calc.model.rows import Rows

# as our renderer writes them
ELEMENTS = frozenset(
    """a button circle dd desc details div dl dt figcaption figure g li line ol p path
    polyline rect span strong summary svg table tbody td text th thead title tr ul""".split()  # noqa: SIM905
)
ATTRIBUTES = frozenset(
    """aria-label aria-pressed class cx cy d data-facts data-only data-take dy fill height
    href open points r role rx scope tabindex text-anchor type viewbox width x x1 x2 y y1
    y2""".split()  # noqa: SIM905
)
PICTURE = frozenset(
    "circle desc g line path polyline rect style svg text title tspan".split()  # noqa: SIM905
)
BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|#x27);)")
FORMULA = re.compile(r"[=@\t\r＝＋＠]|[+-](?!\d+(\.\d+)?$)")


class _Reader(HTMLParser):
    """Refuses what our renderer never writes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ELEMENTS, tag
        for name, text in attrs:
            assert name in ATTRIBUTES, (tag, name)
            assert name != "type" or text == "button"
            assert name != "href" or (text or "").startswith("#"), text
        self.open.append(tag)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag

    @override
    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    @override
    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    @override
    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def check_html(html: str) -> None:
    """Only our own elements and attributes, each closed in its turn."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    assert not BARE_AMPERSAND.search(html)


def check(text: str) -> dict[str, Any]:
    """The reply, which the page may show as it is."""
    reply: dict[str, Any] = json.loads(text)
    assert {"outputs", "errors", "html"} <= reply.keys()
    assert bool(reply["errors"]) != bool(reply["outputs"])
    assert all(reply["errors"].values())
    check_html(reply["html"])
    if file := reply.get("file"):
        _FILES[file["name"].rpartition(".")[2]](file["text"])
    return reply


def check_figures(calculator: Calculator, outputs: Mapping[str, Any]) -> None:
    """Every number of an answer is one, also those in its tables."""
    for name, field in calculator.outputs.items():
        if isinstance(field, Rows):
            for row in outputs[name]:
                for column, each in field.columns.items():
                    _check_figure(each, row[column])
        else:
            _check_figure(field, outputs[name])


def _check_figure(field: Field, text: str) -> None:
    if isinstance(field, Number | Percent | Whole) and text:
        assert Decimal(text).is_finite(), text


def _check_csv(text: str) -> None:
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        assert not any(FORMULA.match(cell) for cell in row), row


def _check_ics(text: str) -> None:
    lines = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    assert all(re.match(r"[A-Z-]+[;:]", line) for line in lines)
    assert not re.search(r"[\n\x00-\x08\x0b\x0c\x0e-\x1f]", "".join(lines))


def _check_txt(text: str) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", text)


def _check_svg(text: str) -> None:
    for each in ET.fromstring(text).iter():  # noqa: S314  # no document type is let in
        assert each.tag.partition("}")[2] in PICTURE, each.tag
        assert not [n for n in each.attrib if n.startswith("on") or "href" in n]
    assert "<!" not in text


_FILES = {
    "csv": _check_csv,
    "ics": _check_ics,
    "svg": _check_svg,
    "txt": _check_txt,
}
