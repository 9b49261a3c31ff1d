"""A real browser, the built site and a server; any complaint of a page is a failure."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from publish.packing import ROOT
from publish.policy import POLICY
from tests.browser.serving import Server

CHROMIUM = "/usr/bin/chromium"
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
            mkdocs = [
                sys.executable,
                "-m",
                "mkdocs",
                "build",
                "--strict",
            ]  # quiet would hide what strict counts
            subprocess.run([*mkdocs, "--site-dir", folder], cwd=ROOT, check=True)
    return folder


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """The site on this machine, under the policy a host should set."""
    server = Server(site)
    server.policy = POLICY
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as it is installed; it must be."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


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
