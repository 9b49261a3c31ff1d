"""Pictures and tables on narrow phones: type one can read, nothing cut or hidden."""

import pytest
from playwright.sync_api import Page

from calc.calculators import ALL
from tests.browser.serving import Server

LEAST = 12  # pixels
WIDTHS = (320, 390)
DRAWN = (
    "guides/which-lender",
    "guides/orders-and-bills",
    "understand/how-overdue-grows",
)
PAGES = [*(f"calculators/{name}" for name in ALL), *DRAWN]
TYPE = """() => [...document.querySelectorAll(".md-content svg text")].map((at) =>
    [parseFloat(getComputedStyle(at).fontSize) * at.getScreenCTM().a, at.textContent])"""
CROWDED = """() => [...document.querySelectorAll(".md-content svg")].flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")];
    const boxes = texts.map((at) => [at, at.getBoundingClientRect()]);
    const over = (a, b) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
    return boxes.flatMap(([at, box], n) => [
        ...box.left < frame.left - 1 || box.right > frame.right + 1
            ? [`cut: ${at.textContent}`] : [],
        ...boxes
            .slice(n + 1).filter(([, other]) => over(box, other))
            .map(([other]) => `${at.textContent} upon ${other.textContent}`),
    ]);
})"""
WANTED = """() => [...document.querySelectorAll(".calc-table th.calc-wanted")].map((at) => {
    const { left, right } = at.closest(".calc-table").getBoundingClientRect();
    const box = at.getBoundingClientRect();
    return [at.textContent, parseFloat(getComputedStyle(at).fontSize),
        box.left >= left - 1 && box.right <= Math.min(right, innerWidth) + 1];
})"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_a_picture_can_be_read(
    page: Page, server: Server, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{server.url}/{path}/")
    sizes = page.evaluate(TYPE)
    assert [(size, text) for size, text in sizes if size < LEAST] == []
    assert page.evaluate(CROWDED) == []
    for text, size, seen in page.evaluate(WANTED):
        assert size >= LEAST, text
        assert seen, text
    if path in DRAWN:
        assert sizes
