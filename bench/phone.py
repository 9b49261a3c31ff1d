"""A slow phone: from the last key to one's own answer, on a page just opened.

The reader opens a calculator over a slow link and types for a while. Page, worker and
compiler get a sixth of the processor: the browser's process for the page is stopped for
five sixths of the time, since browsers themselves can only slow the page.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import cycle
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.measure import REPEATS, middle
from bench.relay import Relay
from publish.theme.policy import POLICY
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.serving import Server

PAGE = "/calculators/repayment-schedule/"
AMOUNT = "calc-form [name=amount]"
RATE = 1.6e6 / 8  # bytes a second
DELAY = 0.15  # seconds
SLOWER = 6  # times
TURN = 0.005  # seconds the processor works at a time
LOOK_AGAIN = 10  # turns until a process may be new
TYPING = 12_000  # milliseconds from opening the page to the last key
PACE = 400  # milliseconds from key to key
WATCH = """() => {
    const result = document.querySelector("calc-form .calc-result");
    let typed = 0;
    addEventListener("input", (event) => { typed = event.timeStamp; delete window.waited; }, true);
    new MutationObserver(() => { window.waited ??= performance.now() - typed; })
        .observe(result, { childList: true });
}"""


def waits(site: Path) -> float:
    """Milliseconds, the median of some visits in fresh browsers."""
    server = Server(site)
    server.policy = POLICY
    with sync_playwright() as playwright:
        found = []
        for _ in range(REPEATS):
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            relay = Relay(server.server_port, RATE, DELAY)
            relay.start()
            found.append(_visit(browser, relay.url))
            relay.stop()
            browser.close()
    server.stop()
    return middle(found, 0)


def _visit(browser: Browser, url: str) -> float:
    page = browser.new_page()
    with _slowed(browser):
        page.goto(url + PAGE, wait_until="domcontentloaded", timeout=60_000)
        page.evaluate(WATCH)
        page.fill(AMOUNT, "5000")
        page.keyboard.press("End")
        _type(page)
        page.wait_for_function("() => window.waited !== undefined", timeout=120_000)
        waited: float = page.evaluate("window.waited")
        return waited


def _type(page: Page) -> None:
    for key in cycle(["1", "Backspace"]):
        page.keyboard.press(key)
        if page.evaluate("performance.now()") > TYPING:
            return
        page.wait_for_timeout(PACE)


@contextmanager
def _slowed(browser: Browser) -> Iterator[None]:
    """The browser's processes for pages get their share of the processor and no more."""
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    (main,) = (e["id"] for e in told["processInfo"] if e["type"] == "browser")
    done = threading.Event()
    slow = threading.Thread(target=_take_turns, args=[main, done])
    slow.start()
    try:
        yield
    finally:
        done.set()
        slow.join()


def _take_turns(main: int, done: threading.Event) -> None:
    while not done.is_set():
        processes = list(_renderers(main))
        for _ in range(LOOK_AGAIN):
            _tell(processes, signal.SIGSTOP)
            time.sleep(TURN * (SLOWER - 1))
            _tell(processes, signal.SIGCONT)
            time.sleep(TURN)


def _tell(processes: list[int], what: signal.Signals) -> None:
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, what)


def _renderers(main: int) -> Iterator[int]:
    """The processes below this one that show pages."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parents[int(folder.name)] = int(
                (folder / "stat").read_text().rsplit(")")[1].split()[1]
            )
    for process in parents:
        with suppress(OSError):
            if main in _above(process, parents):
                command = Path("/proc", str(process), "cmdline").read_bytes()
                if b"--type=renderer" in command:
                    yield process


def _above(process: int, parents: dict[int, int]) -> Iterator[int]:
    while process := parents.get(process, 0):
        yield process
