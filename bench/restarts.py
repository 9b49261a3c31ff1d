"""What breaks Python costs: until it has begun anew from its image and answered."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.measure import REPEATS, fresh_profile, middle, visit
from publish.theme.policy import POLICY
from tests.browser.serving import Server
from tests.browser.test_engine import DEEP, REQUEST

PAGE = "/calculators/repayment-schedule/"
BREAK = """async ([breaks, request]) => {
    await engine.ask(request);
    const start = performance.now();
    const reason = await engine.ask(breaks).catch((error) => error.reason);
    if (reason !== "crashed") throw new Error(`not broken: ${reason}`);
    await engine.ask(request);
    return performance.now() - start;
}"""


def restart(site: Path) -> float:
    """Milliseconds, the median of some."""
    server = Server(site)
    server.policy = POLICY
    with (
        sync_playwright() as playwright,
        fresh_profile() as profile,
        visit(playwright, profile) as page,
    ):
        page.goto(server.url + PAGE)
        found = [page.evaluate(BREAK, [DEEP, REQUEST]) for _ in range(REPEATS)]
    server.stop()
    return middle(found)


def sent(site: Path) -> dict[str, int]:
    """Bytes a good host sends of each file of the engine; of the rest only if needed."""
    whole = [
        path
        for path in sorted(site.glob("engine/*"))
        if path.suffix not in (".br", ".gz")
    ]
    return {path.name: _least(path).stat().st_size for path in whole}


def _least(path: Path) -> Path:
    small = path.with_name(f"{path.name}.br")
    return small if small.exists() else path
