"""What is made once: kept by the content it is made of, and not trusted when damaged."""

import os
from pathlib import Path

import pytest

from publish import files
from publish.files import kept


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(files, "CACHE", tmp_path)
    return tmp_path


def unmade() -> bytes:
    raise AssertionError


def test_the_same_inputs_make_once() -> None:
    assert kept("thing", lambda: b"made", b"of", b"this") == b"made"
    assert kept("thing", unmade, b"of", b"this") == b"made"
    assert kept("thing", lambda: b"other", b"of this") == b"other"


@pytest.mark.parametrize("damaged", [b"", b"made", b"\0" * 50])
def test_what_was_damaged_is_made_anew(cache: Path, damaged: bytes) -> None:
    kept("thing", lambda: b"made", b"of this")
    (place,) = cache.iterdir()
    place.write_bytes(damaged)
    assert kept("thing", lambda: b"made", b"of this") == b"made"
    assert kept("thing", unmade, b"of this") == b"made"


def test_what_was_not_used_for_longest_makes_room(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ROOM", 3 * (files.HASH + 4))
    for number, word in enumerate([b"one", b"two", b"three"]):
        kept("thing", lambda: b"made", word)
        for entry in cache.iterdir():  # long ago, as it seems
            os.utime(entry, ns=(number, entry.stat().st_mtime_ns - 10**10))
    kept("thing", unmade, b"one")
    kept("thing", lambda: b"made", b"four")
    assert len(list(cache.iterdir())) == 3
    for word in (b"one", b"three", b"four"):
        kept("thing", unmade, word)
