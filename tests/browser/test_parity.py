"""Every published example through the worker gives the very bytes of native Python."""

from playwright.sync_api import Page

from calc.browser import answer
from tests.browser.serving import Server
from tests.cases import cases

ASK_ALL = "requests => Promise.all(requests.map(r => engine.ask(r)))"


def test_the_worker_answers_as_native_python_does(page: Page, server: Server) -> None:
    asked = [case.request for case in cases()]
    page.goto(server.url + "/about/method/")
    replies = page.evaluate(ASK_ALL, asked)
    assert replies == [answer(request) for request in asked]
