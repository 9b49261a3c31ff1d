"""What nobody should send, through the worker: the bytes of native Python, escaped."""

from itertools import batched

from playwright.sync_api import Page

from calc.browser import answer
from tests.browser.serving import Server
from tests.hostile.replies import check
from tests.hostile.requests import drawn

CASES = 2000
BATCH = 100


def test_hostile_requests_get_the_same_bytes(page: Page, server: Server) -> None:
    page.goto(server.url)
    for requests in batched(drawn(CASES), BATCH, strict=True):
        replies = page.evaluate(
            "async (requests) => { const replies = []; "
            "for (const r of requests) replies.push(await engine.ask(r)); return replies; }",
            list(requests),
        )
        for request, reply in zip(requests, replies, strict=True):
            assert reply == answer(request)
            check(reply)
    assert len([worker for worker in page.workers if "engine" in worker.url]) == 1
