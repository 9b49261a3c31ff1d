"""What all measurements share: a browser, fresh profiles, medians."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import BrowserContext, Page, Playwright

from tests.browser.conftest import CHROMIUM, FLAGS

NPM = Path(__file__).parent / "node_modules"
REPEATS = 5
SETTLED = 500  # milliseconds after its start in which a browser is busy with itself


@contextmanager
def fresh_profile() -> Iterator[Path]:
    """A folder for a browser that has never been anywhere."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@contextmanager
def visit(playwright: Playwright, profile: Path) -> Iterator[Page]:
    """A page in a browser that was just started with this profile."""
    context: BrowserContext = playwright.chromium.launch_persistent_context(
        profile, executable_path=CHROMIUM, args=FLAGS, locale="zh-CN"
    )
    try:
        page = context.pages[0]
        page.wait_for_timeout(SETTLED)
        yield page
    finally:
        context.close()


def middle(values: Sequence[float], digits: int = 1) -> float:
    """The median."""
    return round(median(values), digits)


def p95(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return round(quantiles(values, n=20, method="inclusive")[-1], 1)
