"""No reply changes unseen: not a figure, not a word, not a question, not a file."""

import json

import pytest

from calc.browser import answer
from calc.calculators import ALL
from tests.pinned import FOLDER, digest, requests


@pytest.mark.parametrize("name", ALL)
def test_replies_are_those_that_were_read(name: str) -> None:
    pinned = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split()
    for asked, was in zip(requests(name), pinned, strict=True):
        if digest(asked) != was:
            reply = json.dumps(json.loads(answer(asked)), ensure_ascii=False, indent=1)
            pytest.fail(
                f"Another reply than before to {asked}:\n{reply}\n"
                "If that is meant: python -m tests.pinned"
            )
