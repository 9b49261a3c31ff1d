"""Builds, each in a process of its own and put in place only when it is whole."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from publish.copies import offline
from publish.files import ENGINE, ROOT

BUILD = ROOT / "build"
SITE = BUILD / "site"
EXAMPLE = "https://handbook.example/"
ONLINE, PACKED = "mkdocs.yml", "mkdocs.offline.yml"
NO_ENGINE = "建成的网站里没有 engine/：没有运行 publish/hooks.py，读者什么都算不了。"


class Stopped(Exception):
    """A build that said what is wrong, and left what was there as it was."""


def copies(dist: Path = offline.DIST) -> None:
    """Make the copies to take away, in place of older ones."""
    with _scratch(BUILD) as scratch:
        run(PACKED, scratch / "offline", "--strict")
        offline.make(scratch / "offline", dist)


def site(address: str, folder: Path = SITE, dist: Path | None = None) -> None:
    """Build the site for hosts, in place of what is in the folder.

    Args:
        address: Where it will be, for canonical links and the sitemap.
        folder: Where to put it.
        dist: Where the copies are that it offers.
    """
    told = {"SITE_URL": address, "HANDBOOK_COPIES": str(dist or "")}
    told["HANDBOOK_BROTLI"] = os.environ.get("HANDBOOK_BROTLI", "11")
    with _scratch(folder.parent) as scratch:
        run(ONLINE, scratch / "site", "--strict", **told)
        _put(scratch / "site", folder)


def preview(address: str, folder: Path) -> None:
    """Build what only its writer reads: nothing is compressed, and warnings are said."""
    told = {"SITE_URL": address, "HANDBOOK_QUICK": "1"}
    # byte code beside the sources would be one more change of what is watched
    told["PYTHONPYCACHEPREFIX"] = str(BUILD / "bytecode")
    with _scratch(folder.parent) as scratch:
        run(ONLINE, scratch / "site", "--no-strict", **told)
        _put(scratch / "site", folder)


def check() -> None:
    """Build the site as strictly as for a host, and keep nothing."""
    with _scratch(BUILD) as scratch:
        run(ONLINE, scratch / "site", "--strict", SITE_URL=EXAMPLE)


@contextmanager
def _scratch(beside: Path) -> Iterator[Path]:
    """A folder from which a finished one can be renamed into place."""
    beside.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="unfinished-", dir=beside) as name:
        yield Path(name)


def run(config: str, folder: Path, strict: str, **told: str) -> None:
    """Let MkDocs build into the folder.

    Raises:
        Stopped: It said what is wrong, or made pages that cannot calculate.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", config]
    done = subprocess.run(  # noqa: S603  # our own words only
        [*command, strict, "--site-dir", folder],
        cwd=ROOT,
        env=os.environ | told,
        check=False,
    )
    if done.returncode:
        raise Stopped
    if not any((folder / ENGINE).glob("*.js")):
        print(NO_ENGINE, file=sys.stderr)  # noqa: T201  # a command speaks
        raise Stopped


def _put(fresh: Path, folder: Path) -> None:
    """Rename into place; the old folder goes with the scratch."""
    if folder.exists():
        folder.rename(fresh.with_name("old"))
    fresh.rename(folder)
