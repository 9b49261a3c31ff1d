"""What a reader types is nowhere but in the boxes: a marker typed everywhere is looked for."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from calc.calculators import ALL
from publish.files import ROOT
from tests.browser.serving import Server
from tests.browser.waiting import until

BLOCK = re.compile(r"^::: (?:calc \S+|plans|letter|check)", re.MULTILINE)
DOCS = ROOT / "docs"
NUMBER, WORD = "73519.42", "标记某某"
MARK = re.compile("73,?519|标记某某")
# in every box there is, also those that are folded away
TYPE = f"""(search) => {{
    const boxes = [...document.querySelectorAll("input, textarea")];
    for (const box of boxes) {{
        const numeric = box.inputMode === "decimal" || box.inputMode === "numeric";
        if (box.matches("[type=checkbox], [type=radio], [type=file], [type=date]")) continue;
        if (box.matches(".md-toggle") || box.readOnly) continue;
        box.focus();
        box.value = numeric ? "{NUMBER}" : "{WORD}{NUMBER}";
        for (const name of ["input", "change"])
            box.dispatchEvent(new Event(name, {{ bubbles: true }}));
    }}
    return boxes.length;
}}"""
# where a page could have left it
LEFT = """async () => {
    const stores = [localStorage, sessionStorage].map((store) => ({ ...store }));
    const kept = [];
    for (const name of await caches.keys()) {
        kept.push(name);
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            kept.push(decodeURIComponent(request.url));
            kept.push(await (await cache.match(request)).text());
        }
    }
    return {
        title: document.title,
        address: decodeURIComponent(location.href),
        referrer: decodeURIComponent(document.referrer),
        cookie: document.cookie,
        name: window.name,
        state: JSON.stringify(history.state),
        stores: JSON.stringify(stores),
        databases: JSON.stringify(await indexedDB.databases()),
        caches: kept.join("\\n"),
    };
}"""


def pages() -> Iterator[str]:
    """For every calculator, and for all else with boxes, the first page that has it."""
    seen: set[str] = set()
    for path in sorted(DOCS.rglob("*.md")):
        has = set(BLOCK.findall(path.read_text(encoding="utf-8")))
        if not has <= seen:
            yield f"{path.relative_to(DOCS).with_suffix('').as_posix()}/"
            seen |= has


PAGES = list(pages())


def left(page: Page) -> list[str]:
    """Where the marker is, of all places where it could have been left."""
    found: dict[str, str] = page.evaluate(LEFT)
    return [place for place, text in found.items() if MARK.search(text)]


def heard(server: Server) -> list[str]:
    """What the host heard of it."""
    return [said for said in server.heard if MARK.search(unquote(said))]


def go_home(page: Page, server: Server) -> None:
    """By the link in the header, whatever lies above it."""
    page.evaluate("document.querySelector('a.md-logo').click()")
    expect(page).to_have_url(f"{server.url}/")
    expect(page.locator("h1")).to_have_count(1)


def test_pages_with_boxes_are_looked_at() -> None:
    assert len(PAGES) > len(ALL)


@pytest.mark.parametrize("address", PAGES)
def test_what_is_typed_stays_in_the_boxes(
    page: Page, server: Server, address: str
) -> None:
    posted: list[str] = []
    page.context.on("request", lambda request: posted.append(request.post_data or ""))
    page.goto(f"{server.url}/{address}")
    assert page.evaluate(TYPE)
    if page.locator("calc-form").count():
        page.evaluate('engine.ask(\'{"calculator": "late-fee"}\')')
    page.wait_for_timeout(200)
    assert left(page) == []
    go_home(page, server)
    page.reload()
    assert left(page) == []
    assert heard(server) == []
    assert not any(posted)


def test_it_would_be_found(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/?q={NUMBER}")
    assert heard(server)
    page.evaluate(f"localStorage.setItem('seen', '{WORD}'); document.title = '{WORD}'")
    page.evaluate(f"caches.open('a').then((a) => a.put('/a', new Response('{WORD}')))")
    until(page, "(await caches.keys()).includes('a')")
    assert left(page) == ["title", "address", "stores", "caches"]


def test_a_link_tells_the_host_nothing(page: Page, server: Server) -> None:
    fragment = f"#late-fee~overdue_amount={NUMBER}"
    page.goto(f"{server.url}/calculators/late-fee/{fragment}")
    go_home(page, server)
    page.reload()
    assert heard(server) == []
    assert left(page) == []


def test_over_an_update_it_is_in_the_history_of_the_tab_alone_and_then_nowhere(
    page: Page, server: Server
) -> None:
    page.goto(f"{server.url}/calculators/late-fee/")
    page.fill("[name=overdue_amount]", NUMBER)
    page.evaluate("document.querySelector('meta[name=build]').content = 'earlier'")
    page.click(".md-nav--primary a:has-text('还款提醒')")
    expect(page.locator(".shell-news")).to_contain_text("手册更新了")
    assert left(page) == []
    assert heard(server) == []
    assert page.evaluate("history.state?.over ?? null") is None
