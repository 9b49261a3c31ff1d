"""How the one door stands up to what nobody should send: `python -m bench.hostile 100000`.

Counts answers, refusals, tracebacks and replies the page must not show, and names the
slowest answer. The cases are drawn from the declarations; a seed repeats them.
"""

import sys
import time
from collections import Counter

from hypothesis import HealthCheck, Phase, given, seed, settings

from calc.browser import answer
from calc.calculators import ALL
from tests.hostile.replies import check
from tests.hostile.requests import requests


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
            self.count["refused" if check(reply)["errors"] else "answered"] += 1
        except AssertionError as error:
            self._bad("unfit", error, request)

    def _bad(self, kind: str, error: Exception, request: str) -> None:
        self.count[kind] += 1
        if self.count[kind] <= 20:
            print(f"{kind}: {error!r}\n  {request[:600]}")


def main(cases: int) -> None:
    """Try that many cases, evenly over the calculators."""
    tally = Tally()
    start = time.perf_counter()
    for number, calculator in enumerate(ALL.values()):

        @seed(number)
        @settings(
            max_examples=cases // len(ALL) + 1,
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
    seconds, request = tally.slowest
    print(f"{tally.count.total()} cases in {time.perf_counter() - start:.0f} s")
    print(f"slowest answer: {seconds:.2f} s of processor time\n  {request[:300]}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
