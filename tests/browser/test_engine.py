"""The engine over HTTP, alone on a page, under a strict policy, healthy and not."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from calc.browser import answer
from calc.calculators import ALL
from publish.engine.runtime import build_assets
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.serving import Fault, Serve, Server

POLICY = "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'"
REQUEST = json.dumps({"calculator": "repayment-schedule", "answers": {}})
DEEP = "[" * 100_000
HOST = "handbook.example"  # not on this machine, as far as the browser knows
LONG = json.dumps({"calculator": "repayment-schedule", "answers": {"periods": "600"}})
# every reply that a worker sends as a message
MESSAGES = """window.messages = [];
    window.Worker = class extends Worker {
        constructor(url) {
            super(url);
            this.addEventListener("message", ({ data }) => data.reply && messages.push(data.reply));
        }
    };"""
PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>engine</title>
<link rel="icon" href="data:,"><script src="{script}"></script></html>"""


@pytest.fixture(scope="session")
def engine_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with nothing but the engine."""
    folder = tmp_path_factory.mktemp("engine")
    html = PAGE.format(script=build_assets(folder).script)
    (folder / "index.html").write_text(html, encoding="utf-8")
    return folder


@pytest.fixture
def server(engine_folder: Path, served: Serve) -> Server:
    server = served(engine_folder)
    server.policy = POLICY
    return server


def ask(page: Page, request: str) -> str:
    """The engine's reply, or the reason it gives."""
    reply: str = page.evaluate("r => engine.ask(r).catch(e => e.reason)", request)
    return reply


def stages(page: Page) -> list[dict[str, Any]]:
    """All stages from the first ask to its reply."""
    script = """async request => {
        const seen = [];
        engine.addEventListener("stage", ({ detail }) => seen.push(detail));
        await engine.ask(request);
        return seen;
    }"""
    seen: list[dict[str, Any]] = page.evaluate(script, REQUEST)
    return seen


def test_every_calculator_gives_the_bytes_of_native_python(
    page: Page, server: Server
) -> None:
    page.goto(server.url)
    for name in ALL:
        request = json.dumps({"calculator": name, "answers": {}})
        assert ask(page, request) == answer(request)


@pytest.mark.parametrize("isolated", [True, False])
def test_replies_are_shared_where_the_page_is_isolated(
    page: Page, server: Server, *, isolated: bool
) -> None:
    server.policy = POLICY if isolated else ""
    page.add_init_script(MESSAGES)
    page.goto(server.url)
    assert page.evaluate("crossOriginIsolated") is isolated
    asked = [REQUEST, LONG, REQUEST]
    replies = page.evaluate("all => Promise.all(all.map((r) => engine.ask(r)))", asked)
    assert replies == [answer(request) for request in asked]
    sent = page.evaluate("messages.length")
    assert sent < len(asked) if isolated else sent == len(asked)


def test_one_worker_serves_all_who_ask(page: Page, server: Server) -> None:
    page.goto(server.url)
    page.evaluate(
        "r => Promise.all([engine.ask(r), engine.warm(), engine.ask(r)])", REQUEST
    )
    assert sum("worker" in path for path in server.asked) == 1
    assert len(page.workers) == 1


def test_stages_tell_the_bytes(page: Page, server: Server) -> None:
    page.goto(server.url)
    seen = stages(page)
    names = list(dict.fromkeys(progress["stage"] for progress in seen))
    assert names == ["loading", "starting", "ready"]
    assert 0 < seen[len(seen) // 2]["loaded"] < seen[-1]["loaded"] == seen[-1]["total"]


def test_it_starts_when_idle(page: Page, server: Server) -> None:
    page.goto(server.url)
    page.evaluate("""() => new Promise((done) => {
        engine.addEventListener("stage", (e) => e.detail.stage === "ready" && done());
        engine.idle();
    })""")
    assert ask(page, REQUEST) == answer(REQUEST)


def test_it_loads_nothing_unasked_for_a_reader_who_saves_data(
    page: Page, server: Server
) -> None:
    saves = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    page.add_init_script(saves)
    page.goto(server.url)
    page.evaluate("engine.idle(), new Promise((done) => requestIdleCallback(done))")
    assert not any("python" in path for path in server.asked)
    assert ask(page, REQUEST) == answer(REQUEST)


def test_an_exception_in_calc_leaves_the_engine_alive(
    page: Page, server: Server
) -> None:
    page.goto(server.url)
    assert ask(page, '{"calculator": "none"}') == "answer"
    worker = page.workers[0]
    assert ask(page, REQUEST) == answer(REQUEST)
    assert page.workers == [worker]


def test_what_breaks_python_is_told_and_the_next_request_finds_it_as_new(
    page: Page, server: Server
) -> None:
    page.goto(server.url)
    assert ask(page, DEEP) == "crashed"
    worker = page.workers[0]
    assert ask(page, REQUEST) == answer(REQUEST)
    assert page.workers == [worker]


def test_a_page_that_may_not_hash_finds_damage_by_a_checksum(
    browser: Browser, server: Server
) -> None:
    named = f"--host-resolver-rules=MAP {HOST} 127.0.0.1"
    plain = browser.browser_type.launch(executable_path=CHROMIUM, args=[*FLAGS, named])
    page = plain.new_page()
    page.goto(server.url.replace("127.0.0.1", HOST))
    assert not page.evaluate("isSecureContext")
    server.faults[".bin"] = "reversed"
    assert ask(page, REQUEST) == "damaged"
    server.faults.clear()
    assert ask(page, REQUEST) == answer(REQUEST)
    plain.close()


@pytest.mark.parametrize(
    "case",
    [
        (".wasm", "missing", "absent"),
        (".wasm", "busy", "server"),
        (".wasm", "cut", "damaged"),
        (".wasm", "reversed", "damaged"),
        (".wasm", "stalled", "silent"),
        (".bin", "missing", "absent"),
        (".bin", "cut", "damaged"),
        (".bin", "reversed", "damaged"),
        (".bin", "stalled", "silent"),
        ("worker", "missing", "absent"),
        ("worker", "gone", "missing"),
        ("worker", "cut", "damaged"),
        ("worker", "stalled", "silent"),
    ],
    ids=" ".join,
)
def test_a_fault_is_told_and_the_next_try_succeeds(
    page: Page, server: Server, complaints: list[str], case: tuple[str, Fault, str]
) -> None:
    word, fault, reason = case
    server.faults[word] = fault
    page.goto(server.url)
    if fault == "stalled":
        page.evaluate("Object.assign(engine.limits, {network: 1000, start: 3000})")
    assert ask(page, REQUEST) == reason
    assert page.evaluate("engine.progress.stage") == "failed"
    server.faults.clear()
    page.evaluate("Object.assign(engine.limits, {network: 20000, start: 30000})")
    assert ask(page, REQUEST) == answer(REQUEST)
    assert len(page.workers) == 1
    complaints.clear()


def test_a_wrong_type_does_no_harm(page: Page, server: Server) -> None:
    server.faults[".wasm"] = server.faults[".bin"] = "typed"
    page.goto(server.url)
    assert ask(page, REQUEST) == answer(REQUEST)


def test_a_policy_without_wasm_is_told(page: Page, server: Server) -> None:
    server.policy = POLICY.replace("'wasm-unsafe-eval'", "")
    page.goto(server.url)
    assert ask(page, REQUEST) == "blocked"


def test_a_browser_without_wasm_is_told(page: Page, server: Server) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(server.url)
    assert ask(page, REQUEST) == "disabled"


def test_an_answer_past_its_limit_ends_the_worker(page: Page, server: Server) -> None:
    page.goto(server.url)
    assert ask(page, REQUEST) == answer(REQUEST)
    page.evaluate("engine.limits.answer = 0")
    assert ask(page, LONG) == "timeout"
    page.evaluate("engine.limits.answer = 10000")
    assert ask(page, LONG) == answer(LONG)
