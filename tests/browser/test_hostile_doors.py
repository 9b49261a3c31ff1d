"""Damaged links, plans and words at every door of a page: a sentence, and nothing else."""

from collections import Counter

import pytest
from playwright.sync_api import Page

from calc.calculators import ALL
from tests.browser.doors import IMPORTS, LETTERS, LINKS, STORED, tried
from tests.browser.engines import Chromium, Engine
from tests.browser.serving import Server
from tests.hostile.doors import links, plans
from tests.hostile.requests import HOSTILE

EACH = 12


def test_links(engine: Engine, forms: Server) -> None:
    said: Counter[str] = Counter()
    for number, name in enumerate(ALL):
        engine.open(f"{forms.url}/{name}.html")
        said.update(tried(engine, LINKS, links(name, EACH, number)).said)
    assert len(said) < 20
    assert any("已按链接填好" in sentence for sentence in said)


@pytest.mark.parametrize(
    ("address", "script", "texts"),
    [
        ("calculators/my-plans/", IMPORTS, plans(160, 1)),
        ("calculators/my-plans/", STORED, plans(160, 2)),
        ("", STORED, plans(160, 3)),
        ("guides/letters/", LETTERS, HOSTILE),
    ],
    ids=["imports", "stored", "stored, on the first page", "letters"],
)
def test_texts(
    page: Page, server: Server, address: str, script: str, texts: list[str]
) -> None:
    engine = Chromium(page)
    engine.open(f"{server.url}/{address}")
    tried(engine, script, texts)
