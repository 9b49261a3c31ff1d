"""What the build left out of the code is fetched by the first answer that takes it."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from calc.browser import answer
from calc.calculators import ALL
from publish.engine import parted
from publish.engine.image import image
from publish.engine.runtime import build_assets
from publish.engine.wheel import wheel
from tests.browser.engines import Engine
from tests.browser.serving import Fault, Serve, Server
from tests.browser.test_engine import DEEP, PAGE, POLICY, REQUEST, ask

ASK_ALL = """
    const replies = [];
    for (const request of given[0]) replies.push(await engine.ask(request).catch(String));
    return replies;
"""
ALL_REQUESTS = [json.dumps({"calculator": name, "answers": {}}) for name in ALL]


def lean(folder: Path, *, packed: bool = False) -> Path:
    """A page with an engine that was only ever asked one thing."""
    with pytest.MonkeyPatch.context() as patch:
        one = json.loads(parted.entered(image(wheel()), [REQUEST]))
        patch.setattr(parted, "reached", lambda _: frozenset(one))
        script = build_assets(folder, packed=packed).script
    html = PAGE.format(script=script)
    (folder / "index.html").write_text(html, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lean(tmp_path_factory.mktemp("lean"))


@pytest.fixture
def server(folder: Path, served: Serve) -> Server:
    server = served(folder)
    server.policy = POLICY
    return server


def fetched(server: Server) -> int:
    return sum("rest" in path for path in server.asked)


def test_it_comes_once_and_all_is_answered(page: Page, server: Server) -> None:
    page.goto(server.url)
    assert ask(page, REQUEST) == answer(REQUEST)
    assert fetched(server) == 0
    for request in ALL_REQUESTS:
        assert ask(page, request) == answer(request)
    assert fetched(server) == 1
    assert page.evaluate("engine.progress.stage") == "ready"
    assert ask(page, DEEP) == "crashed"
    assert ask(page, ALL_REQUESTS[-1]) == answer(ALL_REQUESTS[-1])


def test_many_who_ask_at_once_are_all_answered(page: Page, server: Server) -> None:
    page.goto(server.url)
    at_once = "given => Promise.all(given.map((request) => engine.ask(request)))"
    found = page.evaluate(at_once, ALL_REQUESTS)
    assert found == [answer(request) for request in ALL_REQUESTS]
    assert len(page.workers) == 1


@pytest.mark.parametrize(
    ("fault", "reason"),
    [("missing", "absent"), ("cut", "damaged"), ("reversed", "damaged")],
)
def test_a_fault_is_told_and_the_next_try_succeeds(
    page: Page, server: Server, complaints: list[str], fault: Fault, reason: str
) -> None:
    page.goto(server.url)
    assert ask(page, REQUEST) == answer(REQUEST)
    server.faults["rest"] = fault
    (other, *_) = (each for each in ALL_REQUESTS if each != REQUEST)
    assert ask(page, other) == reason
    assert ask(page, REQUEST) == answer(REQUEST)
    server.faults.clear()
    assert ask(page, other) == answer(other)
    complaints.clear()


def test_a_page_opened_as_a_file_has_it_beside_it(
    engine: Engine, tmp_path: Path
) -> None:
    engine.open((lean(tmp_path, packed=True) / "index.html").as_uri())
    found = engine.run(ASK_ALL, ALL_REQUESTS)
    assert found == [answer(request) for request in ALL_REQUESTS]
