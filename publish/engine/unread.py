"""What calculation never reads: some tables, and explanations for programmers.

The tables are of East Asian codecs, of characters' names, of checksums and passwords, of
how C++ prints floats, and of where Python lies on a disk. `unread.txt` has a line for
each: its name in the sources of CPython, musl, zlib or libc++ (and where in it the line
begins), its size, its first bytes and the hash of all. It is found by these, wherever it is.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.exceptions import PluginError

RECORD = Path(__file__).with_name("unread.txt")


TEXT = re.compile(rb"(?<=\0)[\t\n -~]{20,}(?=\0)")


def extents(memory: bytearray, heap: int) -> Iterator[tuple[int, int]]:
    """Address and size of each.

    Args:
        memory: All of it.
        heap: The address from which on it holds Python's objects.

    Raises:
        PluginError: A table is not there: this is another CPython or libc.
    """
    yield from _tables(memory)
    yield from _explanations(memory[:heap])


def _explanations(memory: bytearray) -> Iterator[tuple[int, int]]:
    """Of functions, types and options: no other text of C has more than a line."""
    for text in TEXT.finditer(memory):
        if b"\n" in text[0].strip():
            yield text.start(), len(text[0])


def _tables(memory: bytearray) -> Iterator[tuple[int, int]]:
    for line in RECORD.read_text(encoding="utf-8").splitlines():
        name, size, begins, sha256 = line.split()
        at = memory.find(bytes.fromhex(begins))
        while at >= 0 and _hash(memory, at, int(size)) != sha256:
            at = memory.find(bytes.fromhex(begins), at + 1)
        if at < 0:
            raise PluginError(
                f"the table {name} is no longer what publish/engine/unread.txt says; "
                "see “A new Pyodide” in CONTRIBUTING.md"
            )
        yield at, int(size)


def _hash(memory: bytearray, at: int, size: int) -> str:
    return hashlib.sha256(memory[at : at + size]).hexdigest()
