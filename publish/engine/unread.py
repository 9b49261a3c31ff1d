"""Tables that calculation never reads: of East Asian codecs, of characters' names.

`unread.txt` has a line for each: its name in the sources of CPython or musl, its size,
its first bytes and the hash of all. It is found by these, wherever it is.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from mkdocs.exceptions import PluginError

RECORD = Path(__file__).with_name("unread.txt")


def extents(memory: bytearray) -> Iterator[tuple[int, int]]:
    """Address and size of each.

    Raises:
        PluginError: One is not there: this is another CPython or musl.
    """
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
