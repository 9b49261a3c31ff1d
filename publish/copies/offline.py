"""The copies to take away: a zip of the built folder, and the one file beside it."""

import io
import zipfile
from pathlib import Path

from publish.copies.version import version
from publish.files import ROOT, write

DIST = ROOT / "dist"
NAME = "fenqi-handbook"
# Only a server has a use for these.
UNUSED = (
    *("404.html", "manifest.webmanifest", "share.png"),
    *("sitemap.xml", "sitemap.xml.gz"),
)
NO_TIME = (1980, 1, 1, 0, 0, 0)


def bundle(dist: Path = DIST) -> Path:
    """Where the zip of this version is, once it was made."""
    return dist / f"{NAME}-{version().slug}-offline.zip"


def single_file(dist: Path = DIST) -> Path:
    """Where the one file of this version is, once it was made."""
    return dist / f"{NAME}-{version().slug}.html"


def both(dist: Path = DIST) -> list[Path]:
    """The zip, then the one file."""
    return [bundle(dist), single_file(dist)]


def make(folder: Path, dist: Path = DIST) -> None:
    """Make both from a built folder and its `.html` neighbour, in place of older ones."""
    write(bundle(dist), zipped(folder, f"{NAME}-{version().slug}"))
    write(single_file(dist), folder.with_suffix(".html").read_bytes())
    for path in dist.glob(f"{NAME}-*"):
        if path not in both(dist):
            path.unlink()


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
