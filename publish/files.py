"""Files that come out the same byte for byte, are named by content and made once."""

import base64
import gzip
import hashlib
import io
import os
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it has none

ROOT = Path(__file__).parents[1]
ASSETS = ROOT / "publish" / "assets"
CACHE = ROOT / "build" / "cache"
LARGE = 10_000
TEXTS = (".css", ".html", ".js", ".json", ".map", ".xml")


@dataclass(frozen=True)
class Part:
    """A file to serve; its name carries a hash of its content."""

    name: str
    content: bytes


def digest(*contents: bytes) -> str:
    """Ten hex digits that stand for the contents, in this order."""
    each = (hashlib.sha256(content).digest() for content in contents)
    return hashlib.sha256(b"".join(each)).hexdigest()[:10]


def stamped(name: str, content: bytes) -> Part:
    """The part called `stem-<hash>.suffix`."""
    stem, _, suffix = name.rpartition(".")
    return Part(f"{stem}-{digest(content)}.{suffix}", content)


def stored_zip(files: Mapping[str, bytes]) -> bytes:
    """A zip that does not compress: what serves it compresses the whole better."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name), files[name])
    return buffer.getvalue()


def read_zip(content: bytes) -> dict[str, bytes]:
    """The files of a zip, without its folders."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return {name: archive.read(name) for name in names}


def kept(kind: str, make: Callable[[], bytes], *inputs: bytes) -> bytes:
    """What `make` gives for these inputs: made once, then read from the cache."""
    place = CACHE / f"{kind}-{digest(*inputs)}"
    if not place.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        fresh = place.with_name(f"{place.name}.{os.getpid()}")
        fresh.write_bytes(make())
        fresh.replace(place)
    return place.read_bytes()


def brotlied(content: bytes) -> bytes:
    """The content as a host would send it at best."""
    return kept("brotli", partial(brotli.compress, content, lgwin=24), content)


def gzipped(content: bytes) -> bytes:
    """The same without a time stamp, for hosts and browsers that know no brotli."""
    return gzip.compress(content, mtime=0)


def carried(name: str, part: Part) -> Part:
    """A classic script that holds the part: all that a page opened as a file may load."""
    text = base64.b64encode(gzipped(part.content)).decode()
    script = f'(globalThis.CALC_PACKED ??= {{}})["{name}"] = "{text}";\n'
    return Part(f"{part.name}.js", script.encode())


def place(part: Part, folder: Path, *, compressed: bool = True) -> None:
    """Write the part, and its compressed neighbours when it is large."""
    path = folder / part.name
    if path.exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    if compressed and len(part.content) >= LARGE:
        Path(f"{path}.br").write_bytes(brotlied(part.content))
        Path(f"{path}.gz").write_bytes(gzipped(part.content))
    path.write_bytes(part.content)


def compress(site: Path) -> None:
    """Put compressed neighbours beside every large text, for a host to send."""
    for path in sorted(site.rglob("*")):
        if path.suffix in TEXTS and path.stat().st_size >= LARGE:
            content = path.read_bytes()
            Path(f"{path}.br").write_bytes(brotlied(content))
            Path(f"{path}.gz").write_bytes(gzipped(content))
