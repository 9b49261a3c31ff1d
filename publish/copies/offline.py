"""The copies to take away: a zip of the built folder, and the one file beside it.

`python -m publish.copies.offline build/offline dist` after the build of mkdocs.offline.yml.
"""

import io
import shutil
import sys
import zipfile
from pathlib import Path

from publish.copies.version import version
from publish.files import ROOT

DIST = ROOT / "dist"
NAME = "fenqi-handbook"
# Only a server has a use for these.
UNUSED = ("404.html", "manifest.webmanifest", "sitemap.xml", "sitemap.xml.gz")
NO_TIME = (1980, 1, 1, 0, 0, 0)


def bundle(dist: Path = DIST) -> Path:
    """Where the zip of this version is, once it was made."""
    return dist / f"{NAME}-{version().slug}-offline.zip"


def single_file(dist: Path = DIST) -> Path:
    """Where the one file of this version is, once it was made."""
    return dist / f"{NAME}-{version().slug}.html"


def write(folder: Path, dist: Path = DIST) -> None:
    """Make both from a built folder and its `.html` neighbour, in place of older ones."""
    dist.mkdir(parents=True, exist_ok=True)
    for old in dist.glob(f"{NAME}-*"):
        old.unlink()
    bundle(dist).write_bytes(zipped(folder, f"{NAME}-{version().slug}"))
    shutil.copyfile(folder.with_suffix(".html"), single_file(dist))


def zipped(folder: Path, top: str) -> bytes:
    """The folder as a zip below the name `top`, the same bytes whenever it is made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and name not in UNUSED and path.suffix != ".map":
                entry = zipfile.ZipInfo(f"{top}/{name}", NO_TIME)
                entry.external_attr = 0o644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())
    return buffer.getvalue()


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
