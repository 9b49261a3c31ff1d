"""What nobody should send, through the worker: the bytes of native Python, escaped."""

from playwright.sync_api import Page

from tests.browser.doors import replied
from tests.browser.serving import Server
from tests.hostile.doors import requests
from tests.hostile.requests import drawn

CASES = 2000


def test_hostile_requests_get_the_same_bytes(page: Page, server: Server) -> None:
    page.goto(server.url)
    replied(page, [*drawn(CASES // 2), *requests(CASES // 2, CASES)])
    assert len([worker for worker in page.workers if "engine" in worker.url]) == 1
