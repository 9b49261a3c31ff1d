"""The next visit starts from Python's memory, if the browser kept it; else as ever."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from calc.browser import answer
from calc.calculators import ALL
from publish.engine.runtime import build_assets
from tests.browser.serving import Server
from tests.browser.test_engine import PAGE, POLICY, REQUEST, ask

KEPT = """async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("memory of "));
    const builds = await Promise.all(names.map(async (name) => {
        const cache = await caches.open(name);
        const builds = await cache.keys();
        const whole = await Promise.all(builds.map((build) => cache.match(build)));
        return builds.filter((_, n) => whole[n]).map(({ url }) => url);
    }));
    return builds.flat();
}"""
DAMAGE = """async (cut) => {
    const [name] = (await caches.keys()).filter((name) => name.startsWith("memory of "));
    const cache = await caches.open(name);
    const [build] = await cache.keys();
    const kept = await cache.match(build);
    const { headers } = kept;
    const bytes = await kept.arrayBuffer();
    const damaged = cut ? bytes.slice(0, cut) : new Uint8Array(bytes).fill(0);
    await cache.put(build, new Response(damaged, { headers }));
}"""
TYPED = "98765432.1"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("memory")
    html = PAGE.format(script=build_assets(folder).script)
    (folder / "index.html").write_text(html, encoding="utf-8")
    return folder


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    server = Server(folder)
    server.policy = POLICY
    yield server
    server.stop()


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context() as context:
        yield context


def visit(reader: BrowserContext, server: Server) -> Page:
    page = reader.new_page()
    page.goto(server.url)
    return page


def first_visit(reader: BrowserContext, server: Server, request: str = REQUEST) -> Page:
    page = visit(reader, server)
    assert page.evaluate(KEPT) == []
    assert ask(page, request) == answer(request)
    page.evaluate(f"""async () => {{
        const kept = {KEPT};
        while (!(await kept()).length) await new Promise((go) => setTimeout(go, 50));
    }}""")
    return page


def test_it_is_kept_after_the_first_answer_and_gives_the_same_bytes(
    reader: BrowserContext, server: Server
) -> None:
    first_visit(reader, server).close()
    server.faults["library"] = "reversed"  # only a start from memory survives this
    page = visit(reader, server)
    for name in ALL:
        request = json.dumps({"calculator": name, "answers": {}})
        assert ask(page, request) == answer(request)
    assert len(page.evaluate(KEPT)) == 1


def test_nothing_that_was_typed_is_in_it(
    reader: BrowserContext, server: Server
) -> None:
    typed = {"calculator": "late-fee", "answers": {"overdue_amount": TYPED}}
    page = first_visit(reader, server, json.dumps(typed))
    holds = """async (secret) => {
        const [name] = (await caches.keys()).filter((n) => n.startsWith("memory of "));
        const cache = await caches.open(name);
        const text = await (await cache.match((await cache.keys())[0])).text();
        return [text.includes("overdue_amount"), text.includes(secret)];
    }"""
    assert page.evaluate(holds, TYPED) == [True, False]


@pytest.mark.parametrize("cut", [0, 1000], ids=["garbage", "a piece"])
def test_what_cannot_be_used_is_passed_over(
    reader: BrowserContext, server: Server, cut: int
) -> None:
    first_visit(reader, server).evaluate(DAMAGE, cut)
    assert ask(visit(reader, server), REQUEST) == answer(REQUEST)


def test_after_a_failed_start_it_is_forgotten(
    reader: BrowserContext, server: Server
) -> None:
    first_visit(reader, server).close()
    page = visit(reader, server)
    page.evaluate("engine.limits.start = 0")
    assert ask(page, REQUEST) == "timeout"
    page.evaluate("engine.limits.start = 30000")
    assert ask(page, REQUEST) == answer(REQUEST)
    assert page.evaluate(KEPT) == []


def test_a_browser_that_keeps_nothing_answers_all_the_same(
    reader: BrowserContext, server: Server
) -> None:
    reader.add_init_script("localStorage.setItem('handbook-offline-off', '1')")
    page = visit(reader, server)
    assert ask(page, REQUEST) == answer(REQUEST)
    page.wait_for_timeout(1000)
    assert page.evaluate(KEPT) == []
