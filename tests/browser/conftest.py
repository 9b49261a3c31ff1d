"""A real browser, the built site and a server; any complaint of a page is a failure."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from calc.calculators import ALL
from calc.render.element import element
from publish import build
from publish.engine.runtime import build_assets
from publish.theme.policy import POLICY
from tests.browser.engines import Chromium, Engine, firefox, webkit
from tests.browser.serving import SITE_URL, Serve, Server

CHROMIUM = "/usr/bin/chromium"
SHELL = "/usr/bin/chromium-headless-shell"  # the same engine, at half the cost
expect.set_options(timeout=30_000)  # starting Python takes long on a busy machine
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as the build leaves it; built once, also by parallel runs."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            build.site(SITE_URL.decode(), folder)
    return folder


@pytest.fixture(autouse=True)
def served() -> Iterator[Serve]:
    """Serves a folder, under the policy a host should set, until no page is open."""
    with ExitStack() as stack:

        def serve(folder: Path) -> Server:
            server = Server(folder)
            server.policy = POLICY
            stack.callback(server.stop)
            return server

        yield serve


@pytest.fixture
def server(site: Path, served: Serve) -> Server:
    """The site on this machine."""
    return served(site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without its window; it must be installed."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=SHELL, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module", params=["chromium", "firefox", "webkit"])
def engine(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Engine]:
    """Each engine in turn, as readers have it, started once."""
    if request.param == "chromium":
        whole = browser.browser_type.launch(executable_path=CHROMIUM, args=FLAGS)
        yield Chromium(whole.new_page())
        whole.close()
    else:
        with firefox() if request.param == "firefox" else webkit() as started:
            yield started


@pytest.fixture
def complaints() -> list[str]:
    """What the page complained of; a test that provokes complaints reads and clears it."""
    return []


@pytest.fixture
def page(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    """A page in a fresh profile, without errors and without foreign requests."""
    with browser.new_context(locale="zh-CN") as context:
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda said: complaints.append(said.text) if said.type == "error" else None,
        )
        context.on(
            "request",
            lambda request: (
                complaints.append(request.url) if foreign(request.url) else None
            ),
        )
        yield page
    assert complaints == []


def foreign(url: str) -> bool:
    """Whether a request leaves this machine's own pages."""
    return not url.startswith(("http://127.0.0.1:", "file:", "blob:", "data:"))


BARE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="{style}">
<script src="{script}" defer></script>
<body><h2 id="heading">标题</h2>{element}</body></html>"""


def write_forms(folder: Path, *, packed: bool = False) -> Path:
    """A page for each calculator, named by it, with nothing else on it."""
    assets = build_assets(folder, packed=packed)
    for name, calculator in ALL.items():
        body = element(calculator.answer({}), "calc-1")
        html = BARE.format(
            name=name, script=assets.script, style=assets.style, element=body
        )
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def forms_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every calculator on a page of its own, without the theme."""
    return write_forms(tmp_path_factory.mktemp("forms"))


@pytest.fixture(scope="session")
def packed_forms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same to be opened as files, in a folder as readers name theirs."""
    folder = tmp_path_factory.mktemp("packed") / "还款 手册"
    return write_forms(folder, packed=True)


@pytest.fixture
def forms(forms_folder: Path, served: Serve) -> Server:
    """Those pages on this machine."""
    return served(forms_folder)
