"""The engine on a page opened by double-click: no server, no network."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from calc.browser import answer
from calc.calculators import ALL
from publish.engine.runtime import build_assets
from tests.browser.test_engine import PAGE, REQUEST, ask

MOST_BYTES = 6_000_000


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with nothing but the engine, in a folder with a blank and Chinese in it."""
    folder = tmp_path_factory.mktemp("opened") / "还款 手册"
    html = PAGE.format(script=build_assets(folder, packed=True).script)
    (folder / "index.html").write_text(html, encoding="utf-8")
    return folder


@pytest.fixture
def opened(page: Page, folder: Path) -> Page:
    page.goto((folder / "index.html").as_uri())
    return page


def test_every_calculator_answers(opened: Page) -> None:
    for name in ALL:
        request = json.dumps({"calculator": name, "answers": {}})
        assert ask(opened, request) == answer(request)


def test_the_page_may_not_read_its_neighbours(
    opened: Page, complaints: list[str]
) -> None:
    read = "fetch('index.html').then(() => 'read', () => 'refused')"
    assert opened.evaluate(read) == "refused"
    complaints.clear()


def test_a_missing_part_is_told(
    opened: Page, folder: Path, complaints: list[str]
) -> None:
    (image,) = folder.glob("engine/python-??????????.bin.js")
    away = image.rename(image.with_suffix(".away"))
    assert ask(opened, REQUEST) == "folder"
    away.rename(image)
    assert ask(opened, REQUEST) == answer(REQUEST)
    complaints.clear()


def test_the_parts_are_small_enough(folder: Path) -> None:
    sizes = [path.stat().st_size for path in folder.glob("engine/*")]
    assert sum(sizes) < MOST_BYTES
