"""What the browser keeps of the online site: visits without network, updates, repairs."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calc.browser import answer
from publish.copies import service_worker
from tests.browser.serving import Fault, Serve, Server

GUIDE = "/guides/overdue/"
OFFLINE = "/about/offline/"
INDEX = "/search/search_index.json"
AMOUNT = "#calc-1 [name=overdue_amount]"
SENTENCE = "#calc-1 .calc-sentence"
REQUEST = json.dumps({"calculator": "late-fee", "answers": {"overdue_amount": "5000"}})
NAMES = """async (whose) => {
  const ours = (await caches.keys()).filter((name) => name.startsWith(whose));
  const opened = await Promise.all(ours.map((name) => caches.open(name)));
  const kept = await Promise.all(opened.map((cache) => cache.keys()));
  return kept.flat().map(({ url }) => new URL(url).pathname);
}"""
REGISTERED = "async () => (await navigator.serviceWorker.getRegistrations()).length"
UPDATE = "async () => { await (await navigator.serviceWorker.ready).update(); }"
WAITING = "async () => !!(await navigator.serviceWorker.ready).waiting"
INSTALLING = "async () => !!(await navigator.serviceWorker.ready).installing"
DAMAGE = """async () => {
  const [name] = (await caches.keys()).filter((name) => name.startsWith("handbook "));
  const cache = await caches.open(name);
  for (const request of await cache.keys()) {
    if (/\\.(wasm|bin)$/.test(request.url)) await cache.put(request, new Response("half"));
  }
}"""
SIZES = """async () => {
  const [name] = (await caches.keys()).filter((name) => name.startsWith("handbook "));
  const cache = await caches.open(name);
  const kept = (await cache.keys()).filter(({ url }) => /\\.(wasm|bin)$/.test(url));
  const found = await Promise.all(kept.map((request) => cache.match(request)));
  const bytes = await Promise.all(found.map((response) => response.arrayBuffer()));
  return bytes.map(({ byteLength }) => byteLength).sort();
}"""


@pytest.fixture
def folder(site: Path, tmp_path: Path) -> Path:
    """A site of its own, to be changed."""
    ignored = shutil.ignore_patterns("*.br", "*.gz", "download")
    return Path(shutil.copytree(site, tmp_path / "site", ignore=ignored))


@pytest.fixture
def server(folder: Path, served: Serve) -> Server:
    return served(folder)


def kept(page: Page, whose: str = "handbook ") -> set[str]:
    """The paths of all that is kept, by the service worker or by anyone."""
    return set(page.evaluate(NAMES, whose))


def until(page: Page, holds: Callable[[], object]) -> None:
    """Wait for what a service worker does when it comes to it."""
    for _ in range(400):
        if holds():
            return
        page.wait_for_timeout(50)
    pytest.fail("it never came")


def visit(page: Page, server: Server) -> None:
    """A first visit that uses a calculator, until all that it took is kept."""
    page.goto(server.url + GUIDE)
    assert page.evaluate("r => engine.ask(r)", REQUEST) == answer(REQUEST)
    parts = set(page.evaluate("Object.values(CALC_ASSETS.parts).map(p => p.file)"))
    wanted = {f"/engine/{part}" for part in parts} | {GUIDE, INDEX}
    until(page, lambda: wanted <= kept(page))


def calculate(page: Page) -> None:
    """The calculator on the page is live."""
    page.fill(AMOUNT, "5000")
    expect(page.locator(SENTENCE)).to_contain_text("费用 17.50 元")


def calculate_reminders(page: Page) -> None:
    """The same of another page."""
    page.fill("#calc-1 [name=amount]", "3000")
    expect(page.locator(SENTENCE)).to_contain_text("每期 522.50 元")


def cut_off(server: Server) -> None:
    """No network any more."""
    server.faults[""] = "gone"


def next_build(folder: Path) -> None:
    """Another build in the same place: no file of the engine has its old name."""
    (script,) = folder.glob("engine/calc-*.js")
    text = script.read_text(encoding="utf-8")
    for part in list((folder / "engine").iterdir()):
        renamed = part.rename(part.with_name(f"b{part.name}"))
        text = text.replace(part.name, renamed.name)
    script.with_name(f"b{script.name}").write_text(text, encoding="utf-8")
    for path in folder.rglob("*.html"):
        html = path.read_text(encoding="utf-8").replace("/engine/calc", "/engine/bcalc")
        html = html.replace('name="build" content="', 'name="build" content="b')
        path.write_text(html.replace("<title>", "<title>新版 "), encoding="utf-8")
    service_worker.write(folder)


def test_a_visited_guide_and_its_calculator_work_without_network(
    page: Page, server: Server
) -> None:
    visit(page, server)
    cut_off(server)
    page.reload()
    expect(page.locator("h1").first).to_contain_text("逾期")
    calculate(page)


def test_a_page_that_was_not_visited_says_so(
    page: Page, server: Server, complaints: list[str]
) -> None:
    visit(page, server)
    cut_off(server)
    page.goto(server.url + "/guides/scams/")
    expect(page.locator("h1")).to_contain_text("没有网络")
    assert page.locator("a").get_attribute("href") == f"{server.url}/"
    complaints.clear()


def test_pages_are_never_stale_with_network(
    page: Page, server: Server, folder: Path
) -> None:
    visit(page, server)
    guide = folder / "guides" / "overdue" / "index.html"
    html = guide.read_text(encoding="utf-8")
    guide.write_text(html.replace("<title>", "<title>改过 "), encoding="utf-8")
    page.reload()
    expect(page).to_have_title(re.compile("改过"))


def test_an_update_with_a_tab_open(page: Page, server: Server, folder: Path) -> None:
    visit(page, server)
    page.reload()
    before = kept(page)
    next_build(folder)
    page.evaluate(UPDATE)
    until(page, lambda: page.evaluate(WAITING))
    calculate(page)  # with files that the server no longer has
    assert before < kept(page)
    cut_off(server)
    page.reload()
    calculate(page)
    server.faults.clear()

    def replaced() -> bool:
        page.goto("about:blank")  # the last tab of the build before is gone;
        page.wait_for_timeout(300)  # its worker goes when it has done its work
        page.goto(server.url + GUIDE)
        return not before & {name for name in kept(page) if "/engine/" in name}

    until(page, replaced)
    cut_off(server)
    page.reload()
    expect(page).to_have_title(re.compile("新版"))
    calculate(page)


def test_an_update_that_stops_half_way_harms_nothing(
    page: Page, server: Server, folder: Path
) -> None:
    visit(page, server)
    next_build(folder)
    server.faults["bpython"] = "gone"
    page.evaluate(UPDATE)
    until(page, lambda: not page.evaluate(INSTALLING))
    assert not page.evaluate(WAITING)
    cut_off(server)
    page.reload()
    calculate(page)
    server.faults.clear()
    page.evaluate(UPDATE)
    until(page, lambda: page.evaluate(WAITING))


def test_a_damaged_entry_heals(page: Page, server: Server) -> None:
    visit(page, server)
    sizes = page.evaluate(SIZES)
    page.evaluate(DAMAGE)
    page.reload()
    calculate(page)
    page.evaluate("fetch(`/engine/${CALC_ASSETS.parts.rest.file}`)")  # seldom needed
    until(page, lambda: page.evaluate(SIZES) == sizes)


def test_everything_is_kept_on_request_and_the_size_is_shown_first(
    page: Page, server: Server
) -> None:
    page.goto(server.url + OFFLINE)
    expect(page.locator(".offline-size")).to_have_text(re.compile(r"^\d\.\d MB$"))
    page.click(".offline-all")
    expect(page.locator(".offline-status")).to_contain_text("都留在这台设备上")
    cut_off(server)
    page.goto(server.url + GUIDE)
    calculate(page)


def test_the_reader_can_remove_it_for_good(page: Page, server: Server) -> None:
    visit(page, server)
    page.goto(server.url + OFFLINE)
    page.click(".offline-remove")
    expect(page.locator(".offline-status")).to_contain_text("已从这台设备删除")
    assert kept(page, "") == set()
    page.goto(server.url + GUIDE)
    calculate(page)
    assert page.evaluate(REGISTERED) == 0
    assert kept(page, "") == set()


def test_a_deletion_is_true_in_every_open_tab(page: Page, server: Server) -> None:
    visit(page, server)
    others = [page.context.new_page() for _ in range(2)]
    others[0].goto(server.url + GUIDE)
    others[1].goto(server.url + OFFLINE)
    assert others[0].evaluate("navigator.serviceWorker.controller !== null")
    page.goto(server.url + OFFLINE)
    page.click(".offline-remove")
    expect(page.locator(".offline-status")).to_contain_text("已从这台设备删除")
    expect(others[1].locator(".offline-status")).to_contain_text("没有留任何文件")
    calculate(others[0])  # still under the worker that was there
    others[0].click(".md-nav--primary a:has-text('还款提醒')")
    expect(others[0].locator("h1")).to_contain_text("还款提醒")
    others[0].reload()
    calculate_reminders(others[0])
    page.wait_for_timeout(500)  # for what a worker might still put away
    assert kept(page, "") == set()
    assert page.evaluate(REGISTERED) == 0
    others[1].click(".offline-all")
    expect(others[1].locator(".offline-status")).to_contain_text("都留在这台设备上")
    cut_off(server)
    page.goto(server.url + GUIDE)
    calculate(page)


@pytest.mark.parametrize("fault", ["hung", "busy", "portal"])
def test_the_kept_page_stands_in_for_a_host_that_fails(
    page: Page, server: Server, fault: Fault
) -> None:
    visit(page, server)
    page.reload()
    server.faults[""] = fault
    page.reload()
    calculate(page)
    page.locator(".md-search__input").focus()
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    cut_off(server)  # and what the host gave has replaced nothing
    page.reload()
    calculate(page)


def test_a_page_of_another_build_is_never_kept_as_one_of_this(
    page: Page, server: Server, folder: Path
) -> None:
    visit(page, server)
    page.reload()
    guide = folder / "guides" / "overdue" / "index.html"
    html = guide.read_text(encoding="utf-8").replace("<title>", "<title>新版 ")
    guide.write_text(
        html.replace('="build" content="', '="build" content="b'), encoding="utf-8"
    )
    page.reload()
    expect(page).to_have_title(re.compile("新版"))
    cut_off(server)
    page.reload()
    expect(page).to_have_title(re.compile("^(?!新版)"))


def test_a_page_visited_while_the_next_build_waits_is_kept_for_it(
    page: Page, server: Server, folder: Path
) -> None:
    visit(page, server)
    next_build(folder)
    page.evaluate(UPDATE)
    until(page, lambda: page.evaluate(WAITING))
    page.goto(server.url + "/guides/scams/")
    expect(page).to_have_title(re.compile("新版"))

    def replaced() -> bool:
        page.goto("about:blank")
        page.wait_for_timeout(300)
        page.goto(server.url + GUIDE)
        return bool(page.evaluate("async () => (await caches.keys()).length === 1"))

    until(page, replaced)
    cut_off(server)
    page.goto(server.url + "/guides/scams/")
    expect(page).to_have_title(re.compile("新版"))


def test_a_browser_without_service_workers_misses_nothing_else(
    page: Page, server: Server
) -> None:
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(server.url + OFFLINE)
    expect(page.locator(".offline-all")).to_be_hidden()
    page.goto(server.url + GUIDE)
    calculate(page)
