"""A picture of words, written from the top down: SVG breaks no lines itself."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from calc.render.drawing import WIDTH, px, room
from calc.render.html import escape, tag, void

EDGE, HEAD, GAP = Decimal(20), Decimal(48), Decimal(12)
ACROSS = WIDTH + 2 * EDGE
LEADING = Decimal("1.5")
SIZES = {
    "small": Decimal(12),
    "plain": Decimal(14),
    "strong": Decimal(15),
    "large": Decimal(32),
}

# a page's style sheet does not reach into a picture; these are its light colours
STYLE = """
text{font:14px system-ui,"PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei",
"Noto Sans CJK SC",sans-serif;fill:#1c2b33}
.head{font-size:17px;font-weight:700;fill:#fff}
.topic{fill:#fff}
.large{font-size:32px;font-weight:700;fill:#10303b}
.strong{font-size:15px;font-weight:600;fill:#10303b}
.small{font-size:12px;fill:#4d5b63}
.calc-chart text{font-size:13px;fill:#4d5b63}
.value,.calc-chart .calc-value,.calc-chart .calc-here text{font-weight:700;fill:#10303b}
.rule,.calc-grid{stroke:#c9d1d6}
.calc-series-0{fill:#3b7f97}
.calc-series-1{fill:#c2571a}
.calc-series-2{fill:#7a6cab}
.calc-line{fill:none;stroke:#c2571a;stroke-width:2.5}
.calc-dot{fill:#c2571a}
.calc-at{stroke:#4d5b63;stroke-dasharray:3 3}
"""

# figures and Latin words stay whole; no line begins with a closing sign
_PIECE = re.compile(r"[!-~]{1,20}|.", re.DOTALL)
_CLOSING = "，。；：、！？）」』》%"


class Sheet:
    """What is written; `low` is how far down that reaches."""

    def __init__(self, left: str, right: str) -> None:
        self.low = HEAD
        self.parts = [void("rect", width=px(ACROSS), height=px(HEAD), fill="#1f4e5f")]
        self._put(left, "head", HEAD - 17)
        self._put(right, "topic", HEAD - 17, end=True)

    def svg(self) -> str:
        """All of it, on white."""
        across, down = px(ACROSS), px(self.low + GAP)
        return tag(
            "svg",
            tag("style", STYLE),
            void("rect", width=across, height=down, fill="#fff"),
            *self.parts,
            xmlns="http://www.w3.org/2000/svg",
            width=across,
            height=down,
            viewBox=f"0 0 {across} {down}",
        )

    def gap(self) -> None:
        """Some room."""
        self.low += GAP

    def rule(self) -> None:
        """A line across, with room around it."""
        self.low += GAP
        left, right, y = px(EDGE), px(EDGE + WIDTH), px(self.low)
        line = void("line", x1=left, x2=right, y1=y, y2=y, class_="rule")
        self.parts.append(line)
        self.low += GAP / 2

    def write(self, text: str, kind: str = "plain", colour: str = "") -> None:
        """The text, in as many lines as it takes."""
        for line in lines(text, SIZES[kind]):
            self._put(line, f"{kind} {colour}".rstrip(), self._next(kind))

    def pair(self, name: str, value: str) -> None:
        """A name, and at the right its value; below it where both do not fit."""
        size = SIZES["plain"]
        if room(name, size) + GAP + room(value, size) > WIDTH:
            self.write(name)
            name = ""
        base = self._next("plain")
        self._put(name, "plain", base)
        first, *others = lines(value, size)
        self._put(first, "plain value", base, end=True)
        for line in others:
            self._put(line, "plain value", self._next("plain"), end=True)

    def place(self, drawing: Callable[..., str], tall: Decimal) -> None:
        """A drawing as wide as the text, told where."""
        place = {"x": EDGE, "y": self.low, "width": WIDTH, "height": tall}
        self.parts.append(drawing(**{name: px(at) for name, at in place.items()}))
        self.low += tall

    def _next(self, kind: str) -> Decimal:
        """Where the next line stands."""
        self.low += SIZES[kind] * LEADING
        return self.low - SIZES[kind] * LEADING / 4

    def _put(self, text: str, kind: str, base: Decimal, *, end: bool = False) -> None:
        x, anchor = (EDGE + WIDTH, "end") if end else (EDGE, None)
        self.parts.append(
            tag(
                "text",
                escape(text),
                x=px(x),
                y=px(base),
                text_anchor=anchor,
                class_=kind,
            )
        )


def lines(text: str, size: Decimal) -> Iterator[str]:
    """The text in lines that fit, at the size of its letters."""
    line, used = "", Decimal(0)
    for piece in _PIECE.findall(text):
        taken = room(piece, size)
        if used + taken > WIDTH and line and piece not in _CLOSING:
            yield line
            line, used = "", Decimal(0)
        line, used = line + piece, used + taken
    yield line
