"""`python -m bench [part …]`: measurements in one run; a table, and build/bench.json.

Without parts, all of them, in an order that lets the machine be quiet for what is short.
"""

import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

from bench import (
    builds,
    copies,
    keys,
    lighthouse,
    natives,
    phone,
    report,
    restarts,
    starts,
)
from publish import build
from publish.files import ROOT
from tests.browser.serving import SITE_URL

OUT = ROOT / "build" / "bench.json"
LONGEST, USUAL = 600, 36

type Part = tuple[
    str, Callable[[Path, Path], Any], Callable[[Any], Iterable[report.Row]]
]

# name → title, what is measured of a site with a folder to work in, the rows of it
PARTS: dict[str, Part] = {
    "starts": ("First live answer", lambda _, f: starts.starts(f), report.starts),
    "sent": ("Sent, by part", lambda site, _: restarts.sent(site), report.sent),
    "restart": (
        "Beginning anew",
        lambda site, _: restarts.restart(site),
        report.restart,
    ),
    "phone": ("A slow phone", lambda site, _: phone.waits(site), report.phone),
    "keys": (
        "A key",
        lambda site, _: {n: keys.keystrokes(site, n) for n in (USUAL, LONGEST)},
        report.keys,
    ),
    "native": (
        "Native Python",
        lambda *_: (natives.answers(), natives.rates()),
        lambda found: report.natives(*found),
    ),
    "lighthouse": (
        "Lighthouse, mobile",
        lambda site, _: lighthouse.scores(site),
        report.lighthouse,
    ),
    "copies": ("The copy", lambda _, f: copies.copies(f), report.copies),
    "builds": (
        "Building the site, CPU seconds",
        lambda _, f: builds.builds(f),
        report.builds,
    ),
}


def main(chosen: Sequence[str]) -> None:
    """Build the site once, measure what was chosen, and show each table as it comes."""
    if unknown := [name for name in chosen if name not in PARTS]:
        sys.exit(f"no part {unknown[0]}: there are {', '.join(PARTS)}")
    os.environ["HANDBOOK_BROTLI"] = "11"
    with tempfile.TemporaryDirectory() as name:
        site = Path(name, "site")
        build.site(SITE_URL.decode(), site)
        found: dict[str, Any] = {"machine": _machine()}
        _show("Machine", [(key, str(value), "") for key, value in _machine().items()])
        for part in chosen or PARTS:
            title, measure, rows = PARTS[part]
            found[part] = measure(site, Path(name, part))
            _show(title, rows(found[part]))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(found, default=_plain, indent=2), encoding="utf-8")


def _show(title: str, rows: Iterable[report.Row]) -> None:
    print(report.table(title, rows), flush=True)


def _machine() -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
    }


def _plain(value: Any) -> Any:
    return (
        asdict(value)
        if is_dataclass(value) and not isinstance(value, type)
        else str(value)
    )


if __name__ == "__main__":
    main(sys.argv[1:])
