"""How every door stands up to what nobody should send: `python -m bench.hostile 100000 3000`.

So many requests to native Python, drawn from the declarations and from damaged messages and
bills; then, with a second number, so many in Chromium's worker, so many links in each of
three engines, and imported plans. Counts answers, refusals, tracebacks and replies the page
must not show, and names the slowest. A seed repeats the cases.
"""

import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from playwright.sync_api import sync_playwright

from calc.browser import answer
from calc.calculators import ALL
from publish import build
from publish.theme.policy import POLICY
from tests.browser import doors as pages
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.engines import Chromium, Engine, firefox, webkit
from tests.browser.serving import SITE_URL, Server
from tests.hostile import doors
from tests.hostile.replies import check, check_figures
from tests.hostile.requests import drawn, requests


class Tally:
    """What came of the cases so far."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self.slowest = (0.0, "")

    def try_(self, request: str) -> None:
        """Send one request and note what comes of it."""
        start = time.process_time()
        try:
            reply = answer(request)
        except Exception as error:  # noqa: BLE001  # counting them is the purpose
            self._bad("traceback", error, request)
            return
        took = time.process_time() - start
        self.slowest = max(self.slowest, (took, request))
        try:
            told = check(reply)
            if not told["errors"]:
                check_figures(ALL[json.loads(request)["calculator"]], told["outputs"])
            self.count["refused" if told["errors"] else "answered"] += 1
        except (AssertionError, ArithmeticError) as error:
            self._bad("unfit", error, request)

    def _bad(self, kind: str, error: Exception, request: str) -> None:
        self.count[kind] += 1
        if self.count[kind] <= 20:
            print(f"{kind}: {error!r}\n  {request[:600]}")


def native(cases: int) -> None:
    """Try that many cases, half of them evenly over the calculators."""
    tally = Tally()
    start = time.perf_counter()
    for number, calculator in enumerate(ALL.values()):

        @seed(number)
        @settings(
            max_examples=cases // 2 // len(ALL) + 1,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(requests(calculator))
        def run(request: str) -> None:
            tally.try_(request)

        run()
        print(calculator.name, dict(tally.count), flush=True)
    for request in doors.requests(cases - cases // 2, cases):
        tally.try_(request)
    print("messages, bills, flows", dict(tally.count))
    seconds, request = tally.slowest
    print(f"{tally.count.total()} cases in {time.perf_counter() - start:.0f} s")
    print(f"slowest answer: {seconds:.2f} s of processor time\n  {request[:300]}")


def in_browsers(cases: int) -> None:
    """Try that many requests in Chromium, links in each engine, and plans."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        build.site(SITE_URL.decode(), site)
        server = Server(site)
        server.policy = POLICY
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = browser.new_page()
            page.goto(server.url)
            asked = [*drawn(cases // 2), *doors.requests(cases - cases // 2, 2)]
            pages.replied(page, asked)
            print(f"Chromium: {len(asked)} requests, the bytes of native Python")
            engine = Chromium(page)
            _links("Chromium", engine, server, cases)
            for script in (pages.IMPORTS, pages.STORED):
                engine.open(f"{server.url}/calculators/my-plans/")
                _told("plans", pages.tried(engine, script, doors.plans(cases // 2, 3)))
            browser.close()
        for called, started in (("Firefox", firefox), ("WebKit", webkit)):
            with started() as engine:
                _links(called, engine, server, cases)
        server.stop()


def _links(name: str, engine: Engine, server: Server, cases: int) -> None:
    """Links to every calculator, on its own page."""
    tried = []
    for number, calculator in enumerate(ALL):
        engine.open(f"{server.url}/calculators/{calculator}/")
        links = doors.links(calculator, cases // len(ALL) + 1, number)
        tried.append(pages.tried(engine, pages.LINKS, links))
    _told(f"{name}: links", *tried)


def _told(name: str, *tried: pages.Tried) -> None:
    said = sum((Counter(each.said) for each in tried), Counter[str]())
    slowest = max(each.slowest for each in tried)
    print(f"{name}: {said.total()} in turn, the slowest {slowest:.0f} ms", flush=True)
    for sentence, count in said.most_common():
        print(f"  {count:6} {sentence}")


def main(cases: int, *browsers: int) -> None:
    """Try them all."""
    native(cases)
    for each in browsers:
        in_browsers(each)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
