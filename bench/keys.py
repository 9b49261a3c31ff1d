"""From a key's input event to the new answer in the page, and what typing waits for."""

from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.measure import fresh_profile, middle, p95, visit
from publish.theme.policy import POLICY
from tests.browser.serving import Server

PAGE = "/calculators/repayment-schedule/"
AMOUNT = "calc-form [name=amount]"
PERIODS = "calc-form [name=periods]"
KEYS = 100
PACE = 120  # milliseconds from key to key, as quick fingers type
AT_REST = 3_000  # milliseconds in which a reader looks at the answer
WATCH = """() => {
    const result = document.querySelector("calc-form .calc-result");
    let typed = 0;
    window.latencies = [];
    window.blocked = [];
    addEventListener("input", (event) => typed = event.timeStamp, true);
    new MutationObserver(() => {
        if (typed) latencies.push(performance.now() - typed);
        typed = 0;
    }).observe(result, { childList: true });
    new PerformanceObserver((list) => blocked.push(...list.getEntries().map((e) => e.duration)))
        .observe({ type: "longtask" });
}"""


@dataclass(frozen=True)
class Keystrokes:
    """Milliseconds.

    Attributes:
        median: From the input event to the new answer.
        p95: The 95th percentile of the same.
        blocked: The longest task of the page, 0 when none took 50 ms.
    """

    median: float
    p95: float
    blocked: float


def keystrokes(site: Path, periods: int) -> Keystrokes:
    """Type into the amount of a plan with so many periods."""
    server = Server(site)
    server.policy = POLICY
    with (
        sync_playwright() as playwright,
        fresh_profile() as profile,
        visit(playwright, profile) as page,
    ):
        page.goto(server.url + PAGE)
        page.fill(AMOUNT, "5000")
        page.fill(PERIODS, str(periods))
        page.wait_for_function(
            "n => document.querySelectorAll('calc-form tbody tr').length === n",
            arg=periods,
            timeout=60_000,
        )
        page.wait_for_timeout(AT_REST)
        page.evaluate(WATCH)
        _type(page)
        latencies: list[float] = page.evaluate("window.latencies")
        blocked: list[float] = page.evaluate("window.blocked")
    server.stop()
    return Keystrokes(middle(latencies), p95(latencies), max(blocked, default=0.0))


def _type(page: Page) -> None:
    """Press keys and ask the page nothing meanwhile, which would slow what is measured."""
    page.focus(AMOUNT)
    page.keyboard.press("End")
    for key in islice(cycle(["1", "Backspace"]), KEYS):
        page.keyboard.press(key)
        page.wait_for_timeout(PACE)
