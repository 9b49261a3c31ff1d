"""The engine of the build before stays beside the new one, for one build."""

import subprocess
from pathlib import Path

from publish.files import ROOT

STAMPED = (
    "engine/python-{}.wasm",
    *(f"assets/{name}" for name in ("handbook-{}.css", "search-{}.js", "first-{}.js")),
)
OTHERS = ("index.html", "assets/icon.svg")


def put_up(folder: Path, build: str) -> dict[str, str]:
    """Build a site, put it up; every file of it with its text."""
    site = folder / f"site {build}"
    for name in (*STAMPED, *OTHERS):
        path = site / name.format(build)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(build)
    script = ROOT / "deploy" / "keep-last.sh"
    subprocess.run(["/bin/sh", script, site, folder / "last"], check=True)
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_text() for path in files}


def test_it_keeps_the_last_build_and_none_before(tmp_path: Path) -> None:
    first, second, third = (put_up(tmp_path, build) for build in "123")
    assert set(first.values()) == {"1"}
    for site, build, last, before in ((second, "2", "1", "0"), (third, "3", "2", "1")):
        for name in STAMPED:
            assert site[name.format(build)] == build
            assert site[name.format(last)] == last
            assert name.format(before) not in site
        assert site["index.html"] == site["assets/icon.svg"] == build
