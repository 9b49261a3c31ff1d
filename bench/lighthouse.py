"""Lighthouse on five pages, as a phone would see them from a good host."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import NPM, middle
from publish.theme.policy import POLICY
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.serving import Server

CLI = NPM / "lighthouse" / "cli" / "index.js"
PAGES = (
    *("/", "/guides/overdue/", "/calculators/repayment-schedule/"),
    *("/calculators/check-bill/", "/calculators/my-plans/"),
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = 3
TRIES = 3


@dataclass(frozen=True)
class Scores:
    """Medians of the four scores, 0 to 100, and what keeps a run from 100.

    Attributes:
        shift: How much the layout moved (CLS), at worst.
        failed: The audits that were not passed, of the last run.
    """

    performance: float
    accessibility: float
    best_practices: float
    seo: float
    shift: float
    failed: list[str]


def scores(site: Path) -> dict[str, Scores]:
    """Measure every page."""
    server = Server(site)
    server.policy = POLICY
    found = {page: _page(server.url + page) for page in PAGES}
    server.stop()
    return found


def _page(url: str) -> Scores:
    reports = [_report(url) for _ in range(TIMES)]
    shifts = (r["audits"]["cumulative-layout-shift"]["numericValue"] for r in reports)
    return Scores(
        **{name.replace("-", "_"): _median(reports, name) for name in CATEGORIES},
        shift=round(max(shifts), 3),
        failed=_failed(reports[-1]),
    )


def _median(reports: list[dict[str, Any]], category: str) -> float:
    return middle([100 * r["categories"][category]["score"] for r in reports], 0)


def _report(url: str) -> dict[str, Any]:
    """What it says of a page; now and then it loses the page and has to begin anew."""
    command = [
        "node",
        CLI,
        url,
        "--quiet",
        "--output=json",
        f"--chrome-flags={_flags()}",
    ]
    for _ in range(TRIES):
        done = subprocess.run(
            command,
            env=os.environ | {"CHROME_PATH": CHROMIUM},
            stdout=subprocess.PIPE,
            check=False,
        )
        if not done.returncode:
            break
    done.check_returncode()
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _flags() -> str:
    return " ".join(["--headless=new", *FLAGS])


def _failed(report: dict[str, Any]) -> list[str]:
    """The audits below 1 that a score counts."""
    counted = {
        reference["id"]
        for category in report["categories"].values()
        for reference in category["auditRefs"]
        if reference["weight"]
    }
    points = {name: report["audits"][name]["score"] for name in counted}
    return sorted(n for n, score in points.items() if score is not None and score < 1)
