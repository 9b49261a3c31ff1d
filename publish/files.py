"""Files that come out the same byte for byte, are named by content and made once."""

import base64
import gzip
import hashlib
import io
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it has none

ROOT = Path(__file__).parents[1]
CACHE = ROOT / "build" / "cache"
TOOLS = (".python-version", "requirements.txt", "package-lock.json")
HASH = 32
ROOM = 256 << 20  # bytes of the cache: some dozens of builds
ENGINE = "engine"
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


def write(path: Path, content: bytes) -> None:
    """Write the file whole: who looks sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    fresh.write_bytes(content)
    fresh.replace(path)


def kept(kind: str, make: Callable[[], bytes], *inputs: bytes) -> bytes:
    """What `make` gives for these inputs and the pinned tools, from the cache if it can.

    An entry begins with the hash of the rest, so a damaged one is made anew.
    """
    entry = CACHE / f"{kind}-{digest(_tools(), *inputs)}"
    content = _held(entry)
    if content is None:
        content = make()
        write(entry, hashlib.sha256(content).digest() + content)
        _make_room()
    return content


def _held(entry: Path) -> bytes | None:
    """What was kept there, if it is whole; it counts as used just now."""
    try:
        held = entry.read_bytes()
        os.utime(entry)
    except FileNotFoundError:
        return None
    told, content = held[:HASH], held[HASH:]
    return content if hashlib.sha256(content).digest() == told else None


def _make_room() -> None:
    """Let go of the entries that were not used for longest."""
    found = []
    for entry in CACHE.iterdir():
        with suppress(FileNotFoundError):  # another build makes room too
            found.append((entry.stat().st_mtime_ns, entry.stat().st_size, entry))
    room = ROOM
    for _, size, entry in sorted(found, reverse=True):
        room -= size
        if room < 0:
            entry.unlink(missing_ok=True)


@cache
def _tools() -> bytes:
    """What decides the bytes besides our own code: the versions of all that is installed."""
    return b"".join((ROOT / name).read_bytes() for name in TOOLS)


def brotlied(content: bytes) -> bytes:
    """The content as a host would send it; at best only where HANDBOOK_BROTLI is 11."""
    quality = int(os.environ.get("HANDBOOK_BROTLI", "4"))  # the last percents take long
    squeeze = partial(brotli.compress, content, quality=quality, lgwin=24)
    return kept("brotli", squeeze, bytes([quality]), content)


def gzipped(content: bytes) -> bytes:
    """The same without a time stamp, for hosts and browsers that know no brotli."""
    return gzip.compress(content, mtime=0)


def carried(name: str, part: Part) -> Part:
    """A classic script that holds the part: all that a page opened as a file may load."""
    text = base64.b64encode(gzipped(part.content)).decode()
    script = f'(globalThis.CALC_PACKED ??= {{}})["{name}"] = "{text}";\n'
    return Part(f"{part.name}.js", script.encode())


def place(parts: Iterable[Part], folder: Path) -> None:
    """Write the parts into the folder."""
    for part in parts:
        write(folder / part.name, part.content)


def sendable(site: Path) -> Iterator[Path]:
    """What a host should send compressed: texts and the engine, not the zip to download."""
    for path in sorted(site.rglob("*")):
        if path.suffix in TEXTS or path.parent == site / ENGINE:
            yield path


def compress(paths: Iterable[Path]) -> None:
    """Put compressed neighbours beside those that are large, for a host to send."""
    for path in paths:
        content = path.read_bytes()
        if len(content) >= LARGE:
            write(path.with_name(f"{path.name}.br"), brotlied(content))
            write(path.with_name(f"{path.name}.gz"), gzipped(content))
