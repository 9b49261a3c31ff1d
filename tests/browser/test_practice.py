"""While nobody asks, the engine answers the example of the page: the first keys are quick then."""

import json

from playwright.sync_api import Page, expect

from tests.browser.serving import Server
from tests.browser.waiting import until

GUIDE = "/guides/overdue/"
TIMES = 40
# what is asked of the engine, from its making on
ASKED = """
    const asked = globalThis.asked = [];
    let made;
    Object.defineProperty(globalThis, "engine", {
        get: () => made,
        set(engine) {
            made = engine;
            const ask = engine.ask.bind(engine);
            engine.ask = (request) => (asked.push(request), ask(request));
        },
    });
"""


def test_it_answers_the_example_some_times_and_no_more(
    page: Page, server: Server
) -> None:
    page.add_init_script(ASKED)
    page.goto(server.url + GUIDE)
    until(page, f"asked.length === {TIMES}")
    page.wait_for_timeout(500)
    asked = page.evaluate("asked")
    assert len(asked) == TIMES
    assert len(set(asked)) == 1
    request = json.loads(asked[0])
    assert request["calculator"] == "late-fee"
    assert request["answers"]["overdue_amount"] == page.input_value(
        "#calc-1 [name=overdue_amount]"
    )
    expect(page.locator("#calc-1 .calc-sentence")).to_contain_text("费用 1.61 元")


def test_it_waits_while_the_reader_types(page: Page, server: Server) -> None:
    page.add_init_script(ASKED)
    page.goto(server.url + GUIDE)
    until(page, "asked.length === 1")
    for digit in "123456":
        page.press("#calc-1 [name=overdue_amount]", digit)
        page.wait_for_timeout(100)
    typed = page.evaluate("asked.findLastIndex((each) => each !== asked[0])")
    between = page.evaluate(
        f"asked.slice(1, {typed}).filter((each) => each === asked[0])"
    )
    assert len(between) < TIMES / 2
    until(page, f"asked.filter((each) => each === asked[0]).length === {TIMES}")


def test_who_saves_data_starts_and_practises_nothing(
    page: Page, server: Server
) -> None:
    saves = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    page.add_init_script(saves)
    page.add_init_script(ASKED)
    page.goto(server.url + GUIDE)
    page.wait_for_timeout(500)
    assert page.evaluate("asked") == []
    assert not any("python" in path for path in server.asked)
