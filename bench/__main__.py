"""`python -m bench`: every measurement in one run; a table, and build/bench.json."""

import json
import os
import platform
import tempfile
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

from bench import builds, keys, lighthouse, natives, phone, report, restarts, starts
from publish import build
from publish.files import ROOT
from tests.browser.serving import SITE_URL

OUT = ROOT / "build" / "bench.json"
LONGEST, USUAL = 600, 36


def main() -> None:
    """Measure in an order that lets the machine be quiet for what is short."""
    os.environ["HANDBOOK_BROTLI"] = "11"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = folder / "site"
        build.site(SITE_URL.decode(), site)
        found: dict[str, Any] = {"machine": _machine()}
        _show("Machine", [(key, str(value), "") for key, value in _machine().items()])
        found["starts"] = starts.starts(folder / "starts")
        _show("First live answer", report.starts(found["starts"]))
        found["sent"] = restarts.sent(site)
        _show("Sent, by part", report.sent(found["sent"]))
        found["restart"], found["phone"] = restarts.restart(site), phone.waits(site)
        _show("Waiting", report.engine(found["restart"], found["phone"]))
        found["keys"] = {n: keys.keystrokes(site, n) for n in (USUAL, LONGEST)}
        _show("A key", report.keys(found["keys"]))
        found["answers"], found["rates"] = natives.answers(), natives.rates()
        _show("Native Python", report.natives(found["answers"], found["rates"]))
        found["lighthouse"] = lighthouse.scores(site)
        _show("Lighthouse, mobile", report.lighthouse(found["lighthouse"]))
        found["builds"] = builds.builds(folder / "builds")
        _show("Building the site, CPU seconds", report.builds(found["builds"]))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(found, default=_plain, indent=2), encoding="utf-8")


def _show(title: str, rows: Any) -> None:
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
    main()
