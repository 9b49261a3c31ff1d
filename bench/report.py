"""The table of all figures, with the targets beside them."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from bench.builds import Build
from bench.copies import Copies
from bench.keys import Keystrokes
from bench.lighthouse import Scores
from bench.natives import Rate
from bench.starts import Start

type Row = tuple[str, str, str]


def table(title: str, rows: Iterable[Row]) -> str:
    """Lines of `what  figure  target`, the target marked when it is missed."""
    lines = [f"{what:<44} {figure:>22}  {target}" for what, figure, target in rows]
    return "\n".join([f"\n{title}", "-" * len(title), *lines])


def starts(found: dict[str, Start]) -> Iterator[Row]:
    """Every page, then the ratios that the targets are about."""
    for name, start in found.items():
        times = f"{start.cold:.0f} / {start.warm:.0f} ms"
        yield f"{name}: cold / next visit", times, ""
        yield f"{name}: received", f"{start.received / 1e6:.2f} MB", ""
    ours, stock, floor = found["ours"], found["stock"], found["floor"]
    yield "cold ÷ stock", *_under(ours.cold / stock.cold, 0.13)
    yield "cold ÷ PyScript", f"{ours.cold / found['pyscript'].cold:.2f}", ""
    yield "cold ÷ floor", *_under(ours.cold / floor.cold, 1.25)
    yield "next visit ÷ stock", *_under(ours.warm / stock.warm, 0.15)
    yield "received, MB", *_under(ours.received / 1e6, 2.1)


def sent(found: dict[str, int]) -> Iterator[Row]:
    """Per file."""
    for name, size in found.items():
        yield name, f"{size / 1e3:.1f} kB", ""
    first = sum(size for name, size in found.items() if "rest" not in name)
    yield "together without the rest, MB", *_under(first / 1e6, 2.1)


def restart(waited: float) -> Iterator[Row]:
    """After a crash."""
    yield "Python broken → the next answer, ms", f"{waited:.0f}", ""


def phone(waited: float) -> Iterator[Row]:
    """Over a slow link."""
    yield "last key → own answer, ms", *_under(waited, 1000)


def copies(found: Copies) -> Iterator[Row]:
    """The zip, and opening it."""
    yield "zip, MB", *_under(found.bytes / 1e6, 4.2)
    for browser, waited in found.opened.items():
        yield f"{browser}: file → answer, ms", *_under(waited, 1000)


def keys(found: dict[int, Keystrokes]) -> Iterator[Row]:
    """Per length of the plan."""
    targets = {36: 16, 600: 60}
    for periods, stroke in found.items():
        yield f"{periods} periods: median, ms", f"{stroke.median}", ""
        yield f"{periods} periods: 95 %, ms", *_under(stroke.p95, targets[periods])
        yield f"{periods} periods: longest task, ms", f"{stroke.blocked:.0f}", ""


def builds(found: dict[str, Build]) -> Iterator[Row]:
    """Per size, CPU seconds."""
    for size, build in found.items():
        seconds = f"{build.ours} / {build.hooks} / {build.plain}"
        yield f"{size} ({build.pages} pages): ours / no embeds / theme", seconds, ""
        yield f"{size}: embeds cost ×", *_under(build.ours / build.hooks, 1.3)
        yield f"{size}: all of ours cost ×", f"{build.ours / build.plain:.2f}", ""
    few, many = (
        (more.ours - less.ours) / (more.pages - less.pages)
        for less, more in pairwise(found.values())
    )
    yield "a page more: among many ÷ among few", *_under(many / few, 1.1)


def lighthouse(found: dict[str, Scores]) -> Iterator[Row]:
    """The four scores of every page."""
    for page, s in found.items():
        four = (s.performance, s.accessibility, s.best_practices, s.seo)
        figure = " / ".join(f"{score:.0f}" for score in four)
        missed = "" if min(four) == 100 else f" MISSED {', '.join(s.failed)}"
        yield page, figure, f"100 each{missed}"
        yield f"{page}: layout shift", *_under(s.shift, 0)


def natives(answers: dict[str, float], rates: dict[str, Rate]) -> Iterator[Row]:
    """Microseconds."""
    for name, each in answers.items():
        yield f"{name}: answer, µs", f"{each:.0f}", ""
    for name, rate in rates.items():
        other = "–" if rate.numpy_financial is None else f"{rate.numpy_financial:.0f}"
        figure = f"{rate.ours:.0f} / {other} / {rate.pyxirr:.1f}"
        yield f"{name}: ours / numpy-financial / pyxirr, µs", figure, ""


def _under(value: float, target: float) -> tuple[str, str]:
    missed = " MISSED" if value > target else ""
    return f"{value:.2f}", f"≤ {target:.4g}{missed}"
