"""Fault × outcome × seconds on a calculator's page: `python -m bench.faults build/site`.

With the engine's own time limits: from the reader's typing to the sentence, and from the
click on the retry to the answer.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from publish.theme.policy import POLICY
from tests.browser import test_faults as faults
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.serving import Server

FULL = {"timeout": 60_000}
TOLD = "selector => document.querySelector(selector)?.checkVisibility()"
ANSWERED = "([s, a]) => document.querySelector(s).textContent.includes(a)"


def main(site: Path) -> None:
    """Print the table."""
    print("| fault | the reader is told | after s | retry answers after s |")
    print("|---|---|---|---|")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for word, fault, _ in faults.FILES:
            with opened(browser, site) as (page, server):
                server.faults[word] = fault
                start = typed(page)
                print(row(f"{word.strip('.-')} {fault}", page, server, start))
        for name, happens in {
            "worker killed in mid-answer": "workers.at(-1).terminate()",
            "worker crashes": "workers.at(-1).dispatchEvent(new ErrorEvent('error'))",
            "no answer in time": "engine.limits.answer = 0",
            "exception in a calculator": "document.querySelector('#calc-1').name = 'none'",
        }.items():
            with opened(browser, site) as (page, server):
                page.evaluate("""engine.ask('{"calculator": "late-fee"}')""")
                page.focus(faults.AMOUNT)
                late = "limits" in happens or "name" in happens
                start = typed(page, *([happens, ""] if late else ["", happens]))
                print(row(name, page, server, start))
        browser.close()


@contextmanager
def opened(browser: Browser, site: Path) -> Iterator[tuple[Page, Server]]:
    """A page that starts nothing by itself, and its server."""
    server = Server(site)
    server.policy = POLICY
    with browser.new_context() as context:
        page = context.new_page()
        page.add_init_script(faults.NEVER_IDLE)
        page.add_init_script(faults.SEEN_WORKERS)
        page.goto(server.url + faults.GUIDE)
        yield page, server
    server.stop()


def typed(page: Page, before: str = "", after: str = "") -> float:
    """Type an amount between two happenings; when that was."""
    start = time.perf_counter()
    page.evaluate(
        f"""selector => {{
            {before};
            const box = document.querySelector(selector);
            box.focus();
            box.value = "5000";
            box.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));
            setTimeout(() => {{ {after}; }});
        }}""",
        faults.AMOUNT,
    )
    return start


def row(name: str, page: Page, server: Server, start: float) -> str:
    """Wait for the sentence, mend what was wrong, try again."""
    page.wait_for_function(TOLD, arg=faults.FAILED, **FULL)
    told = time.perf_counter() - start
    faults.expect_told(page, sentence := page.inner_text(".calc-reason").split("。")[0])
    server.faults.clear()
    page.evaluate(faults.USUAL)
    page.evaluate("document.querySelector('#calc-1').name = 'late-fee'")
    start = time.perf_counter()
    page.click(faults.RETRY)
    page.wait_for_function(ANSWERED, arg=[faults.SENTENCE, faults.ANSWER], **FULL)
    again = time.perf_counter() - start
    return f"| {name} | {sentence} | {told:.1f} | {again:.1f} |"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
