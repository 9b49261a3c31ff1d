"""The copy to take away: how large it is, and opening it → an answer, in three engines."""

import json
import zipfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.measure import REPEATS, middle
from publish import build
from publish.copies import offline
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.engines import Chromium, Engine, firefox, webkit

PAGE = "calculators/repayment-schedule.html"
REQUEST = json.dumps({"calculator": "repayment-schedule"})
ANSWERED = "await engine.ask(given[0]); return performance.now();"


@dataclass(frozen=True)
class Copies:
    """What a reader takes along.

    Attributes:
        bytes: Of the zip.
        opened: Browser → milliseconds from opening a page as a file to its first live
            answer, with a fresh profile.
    """

    bytes: int
    opened: dict[str, float]


def copies(folder: Path) -> Copies:
    """Make the zip, unpack it, and open a page of it in each browser."""
    build.copies(folder)
    packed = offline.bundle(folder)
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder)
    (page,) = folder.glob(f"*/{PAGE}")
    browsers = {"Chromium": _chromium, "Firefox": firefox, "WebKit": webkit}
    opened = {
        name: middle([_answered(browser(), page) for _ in range(REPEATS)], 0)
        for name, browser in browsers.items()
    }
    return Copies(packed.stat().st_size, opened)


def _answered(browser: AbstractContextManager[Engine], page: Path) -> float:
    with browser as engine:
        engine.open(page.as_uri())
        found: float = engine.run(ANSWERED, REQUEST)
        return found


@contextmanager
def _chromium() -> Iterator[Engine]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield Chromium(browser.new_page())
        browser.close()
