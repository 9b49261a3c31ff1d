"""What can go wrong on a calculator's page: it is told, nothing is lost, a retry works."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from publish.theme.policy import POLICY
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.serving import Fault, Server
from tests.browser.waiting import until

GUIDE = "/guides/overdue/"
AMOUNT = "#calc-1 [name=overdue_amount]"
SENTENCE = "#calc-1 .calc-sentence"
EXAMPLE = "费用 1.61 元"
ANSWER = "费用 17.50 元"  # of 5000
FAILED = "#calc-1 .calc-failed"
STATUS = "#calc-1 .calc-answer > [role=status]"
RETRY = "#calc-1 .calc-retry"

ONLY_HALF_OF_THE_WASM_IS_MISSING = """
    engine.progress.loaded
        === CALC_ASSETS.parts.image.bytes + Math.floor(CALC_ASSETS.parts.wasm.bytes / 2)
"""
SOON = "Object.assign(engine.limits, { network: 1500, start: 4000 })"
USUAL = """Object.assign(engine.limits,
    { network: 20000, start: 30000, answer: 10000, download: 60000 })"""
# a word in the file's name, what is wrong with it, and what the reader is told
FILES: list[tuple[str, Fault, str]] = [
    (".wasm", "missing", "网站上没有计算程序"),
    (".bin", "missing", "网站上没有计算程序"),
    ("worker-", "missing", "网站上没有计算程序"),
    (".wasm", "gone", "没取到"),
    ("worker-", "gone", "没取到"),
    (".wasm", "busy", "服务器出了错"),
    ("worker-", "busy", "服务器出了错"),
    (".wasm", "portal", "被网络换掉"),
    ("worker-", "portal", "被网络换掉"),
    (".wasm", "cut", "不完整"),
    (".bin", "cut", "不完整"),
    ("worker-", "cut", "不完整"),
    (".wasm", "reversed", "不完整"),
    (".bin", "reversed", "不完整"),
    (".wasm", "stalled", "等得太久"),
    (".bin", "stalled", "等得太久"),
    ("worker-", "stalled", "等得太久"),
]

NEVER_IDLE = "globalThis.requestIdleCallback = () => 0"
SEEN_WORKERS = """
    const Plain = Worker;
    globalThis.workers = [];
    globalThis.Worker = class extends Plain {
        constructor(url) {
            super(url);
            if (String(url).includes("/engine/worker-")) workers.push(this);
        }
    };
"""
NO_STORAGE = """
    const deny = () => { throw new DOMException("denied", "SecurityError"); };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
        Object.defineProperty(globalThis, name, { get: deny });
"""
NO_MEMORY = """
    WebAssembly.Memory = function () { throw new RangeError("could not allocate"); };
"""
# what a service worker fetches no route sees
NO_KEEPER = "delete Navigator.prototype.serviceWorker"
FULL_STORAGE = """
    const full = () => { throw new DOMException("full", "QuotaExceededError"); };
    Storage.prototype.setItem = full;
    Cache.prototype.put = async () => full();
"""


@pytest.fixture
def guide(page: Page, server: Server, complaints: list[str]) -> Iterator[Page]:
    """A page that starts nothing before the reader does; it may complain."""
    page.add_init_script(NEVER_IDLE)
    page.add_init_script(SEEN_WORKERS)
    page.goto(server.url + GUIDE)
    yield page
    complaints.clear()


def expect_told(page: Page, sentence: str) -> None:
    """The failure is said aloud, and neither the answer nor what was typed is lost."""
    expect(page.locator(FAILED)).to_contain_text(sentence)
    expect(page.locator(STATUS)).to_contain_text(sentence)
    expect(page.locator(SENTENCE)).to_contain_text(EXAMPLE)
    expect(page.locator(AMOUNT)).to_have_value("5000")


def expect_answer(page: Page) -> None:
    """The reader's own answer, and no word of a failure."""
    expect(page.locator(SENTENCE)).to_contain_text(ANSWER, timeout=20_000)
    expect(page.locator(FAILED)).to_be_hidden()
    expect(page.locator(AMOUNT)).to_have_value("5000")


@pytest.mark.parametrize(("word", "fault", "sentence"), FILES)
def test_a_file_that_does_not_come_whole(
    guide: Page, server: Server, word: str, fault: Fault, sentence: str
) -> None:
    server.faults[word] = fault
    guide.evaluate(SOON)
    guide.fill(AMOUNT, "5000")
    expect_told(guide, sentence)
    server.faults.clear()
    guide.evaluate(USUAL)
    guide.click(RETRY)
    expect_answer(guide)


@pytest.mark.parametrize("word", [".wasm", ".bin", "worker-"])
def test_a_wrong_type_does_no_harm(guide: Page, server: Server, word: str) -> None:
    server.faults[word] = "typed"
    guide.fill(AMOUNT, "5000")
    expect_answer(guide)


def test_a_policy_that_forbids_wasm(
    page: Page, server: Server, complaints: list[str]
) -> None:
    server.policy = POLICY.replace(" 'wasm-unsafe-eval'", "")
    page.goto(server.url + GUIDE)
    page.fill(AMOUNT, "5000")
    expect_told(page, "安全设置不让计算程序运行")
    complaints.clear()


@pytest.mark.parametrize(
    ("lacks", "sentence"),
    [
        ("delete globalThis.WebAssembly", "锁定模式"),
        ("WebAssembly.validate = () => false", "浏览器太旧"),
        ("delete globalThis.Worker", "不让网页在后台运行"),
        ("Worker = class { constructor() { throw Error(); } }", "不让网页在后台"),
    ],
)
def test_a_browser_that_lacks_something(
    page: Page, server: Server, lacks: str, sentence: str
) -> None:
    page.add_init_script(lacks)
    page.goto(server.url + GUIDE)
    page.fill(AMOUNT, "5000")
    expect_told(page, sentence)
    expect(page.locator(RETRY)).to_be_visible(visible="后台" in sentence)


def test_a_device_without_memory(
    page: Page, server: Server, complaints: list[str]
) -> None:
    def prepared(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=NO_MEMORY + response.text())

    page.add_init_script(NO_KEEPER)
    page.route("**/worker-*.js", prepared)
    page.goto(server.url + GUIDE)
    page.fill(AMOUNT, "5000")
    expect_told(page, "内存不够")
    page.unroute_all()
    page.click(RETRY)
    expect_answer(page)
    complaints.clear()


def test_a_copy_in_a_browser_that_cannot_unpack(page: Page, packed_forms: Path) -> None:
    page.add_init_script("delete globalThis.DecompressionStream")
    page.goto((packed_forms / "late-fee.html").as_uri())
    page.fill(AMOUNT, "5000")
    expect(page.locator(FAILED)).to_contain_text("解不开离线版里的计算程序")
    expect(page.locator(RETRY)).to_be_hidden()


def test_a_download_that_drips_is_waited_for_or_begun_anew(
    guide: Page, server: Server
) -> None:
    server.faults[".wasm"] = "dripping"
    guide.evaluate("engine.limits.download = 1500")
    guide.fill(AMOUNT, "5000")
    slow = guide.locator("#calc-1 .calc-slow")
    expect(slow).to_contain_text("还没有取完")
    expect(guide.locator(STATUS)).to_contain_text("可以继续等")
    slow.get_by_role("button", name="继续等").click()
    expect(slow).to_be_hidden()
    expect(slow).to_be_visible()
    server.faults.clear()
    guide.evaluate(USUAL)
    slow.get_by_role("button", name="重新取").click()
    expect_answer(guide)


def test_an_old_page_whose_engine_is_gone_says_so_and_a_new_one_has_what_was_typed(
    guide: Page, server: Server
) -> None:
    guide.evaluate("document.querySelector('meta[name=build]').content = 'earlier'")
    server.faults["python"] = "missing"
    guide.fill(AMOUNT, "5000")
    expect_told(guide, "手册更新了，这一页的计算程序已经换成新的")
    expect(guide.locator(RETRY)).to_be_hidden()
    server.faults.clear()
    guide.get_by_role("button", name="刷新这一页").first.click()
    expect(guide.locator(".shell-news")).to_contain_text("手册更新了")
    expect_answer(guide)
    assert guide.evaluate("history.state?.over") is None


def test_the_network_goes_in_mid_download(guide: Page, server: Server) -> None:
    server.faults[".wasm"] = "stalled"
    guide.evaluate(SOON)
    guide.fill(AMOUNT, "5000")
    until(guide, ONLY_HALF_OF_THE_WASM_IS_MISSING)
    guide.context.set_offline(offline=True)
    expect_told(guide, "等得太久")
    guide.evaluate(USUAL)
    server.faults.clear()
    guide.context.set_offline(offline=False)
    guide.click(RETRY)
    expect_answer(guide)


@pytest.mark.parametrize(
    ("happens", "sentence"),
    [
        ("workers.at(-1).terminate()", "等得太久"),
        (
            "setTimeout(() => workers.at(-1).dispatchEvent(new ErrorEvent('error')))",
            "计算程序停了",
        ),
    ],
)
def test_the_worker_dies_in_mid_answer(
    guide: Page, happens: str, sentence: str
) -> None:
    guide.evaluate('() => engine.ask(\'{"calculator": "late-fee"}\')')
    guide.evaluate("engine.limits.answer = 1500")
    guide.focus(AMOUNT)
    guide.evaluate(
        f"""() => {{
            const box = document.querySelector("{AMOUNT}");
            box.value = "5000";
            box.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));
            {happens};
        }}"""
    )
    expect_told(guide, sentence)
    guide.evaluate(USUAL)
    guide.click(RETRY)
    expect_answer(guide)


def test_an_answer_past_its_limit(guide: Page) -> None:
    guide.evaluate('() => engine.ask(\'{"calculator": "late-fee"}\')')
    guide.evaluate("engine.limits.answer = 0")
    guide.fill(AMOUNT, "5000")
    expect_told(guide, "等得太久")
    guide.evaluate(USUAL)
    guide.click(RETRY)
    expect_answer(guide)


def test_an_exception_in_a_calculator_leaves_python_running(guide: Page) -> None:
    guide.evaluate("document.querySelector('#calc-1').name = 'none'")
    guide.fill(AMOUNT, "5000")
    expect_told(guide, "计算程序自己出了错")
    guide.evaluate("document.querySelector('#calc-1').name = 'late-fee'")
    guide.click(RETRY)
    expect_answer(guide)
    assert guide.evaluate("workers.length") == 1


@pytest.mark.parametrize("storage", [NO_STORAGE, FULL_STORAGE], ids=["denied", "full"])
def test_without_storage_it_calculates_all_the_same(
    page: Page, server: Server, storage: str
) -> None:
    page.add_init_script(storage)
    page.goto(server.url + GUIDE)
    page.fill(AMOUNT, "5000")
    expect_answer(page)
    page.click(".md-nav--primary a:has-text('还款提醒')")
    page.fill("#calc-1 [name=amount]", "3000")
    expect(page.locator(SENTENCE)).to_contain_text("每期 522.50 元")


def test_two_tabs_at_once(page: Page, server: Server) -> None:
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(server.url + GUIDE)
    page.fill(AMOUNT, "5000")
    other.fill(AMOUNT, "1000")
    expect_answer(page)
    expect(other.locator(SENTENCE)).to_contain_text("费用 3.50 元")


def test_back_from_another_page_it_goes_on(browser: Browser, server: Server) -> None:
    plain = browser.browser_type.launch(
        executable_path=CHROMIUM,
        args=FLAGS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    page = plain.new_page()
    page.goto(server.url + GUIDE)
    page.fill(AMOUNT, "5000")
    expect_answer(page)
    page.evaluate(
        "addEventListener('pageshow', (e) => { window.cached = e.persisted; })"
    )
    page.goto(server.url + "/404.html")
    page.go_back(wait_until="commit")
    expect_answer(page)
    assert page.evaluate("window.cached")
    page.fill(AMOUNT, "1000")
    expect(page.locator(SENTENCE)).to_contain_text("费用 3.50 元")
    plain.close()
