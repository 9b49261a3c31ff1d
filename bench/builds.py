"""What a build of the site costs, beside builds without what is ours."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.measure import REPEATS, middle
from publish.files import ROOT

KINDS = ("ours", "hooks", "plain")
SIZES = {1: REPEATS, 4: 3, 16: 1}  # copies of the pages → how often each is built


@dataclass(frozen=True)
class Build:
    """CPU seconds for one size of the site, all kinds of bench/site.py."""

    pages: int
    ours: float
    hooks: float
    plain: float


def builds(folder: Path) -> dict[str, Build]:
    """Measure every size."""
    return {f"{n}×": _build(folder / str(n), n, often) for n, often in SIZES.items()}


def _build(folder: Path, copies: int, often: int) -> Build:
    docs = folder / "docs"
    for copy in range(copies):
        # the first is the site itself, whose pages the hooks ask for by name
        shutil.copytree(ROOT / "docs", docs / f"copy{copy}" if copy else docs)
    for kind in KINDS:
        _seconds(kind, folder)  # what is made once and kept is there from now on
    rounds = [[_seconds(kind, folder) for kind in KINDS] for _ in range(often)]
    seconds = (middle(each, 2) for each in zip(*rounds, strict=True))
    return Build(len(list(docs.rglob("*.md"))), *seconds)


def _seconds(kind: str, folder: Path) -> float:
    command = [sys.executable, "-m", "bench.site", kind, str(folder / "docs")]
    done = subprocess.run(
        [*command, str(folder / "site")],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    return float(done.stdout.splitlines()[-1])
