"""What axe-core finds on a page as it stands."""

from typing import Literal

from playwright.sync_api import Page

from publish.files import ROOT
from tests.browser.waiting import until

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RUN = """async (rules) => {
    const only = rules && { runOnly: { type: "rule", values: rules } };
    const { violations } = await axe.run(document, { ...only, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
        `${id}: ${html.slice(0, 200)} ${failureSummary}`));
}"""

type Scheme = Literal["light", "dark"]


def found(page: Page, *rules: str) -> list[str]:
    """The violations, of all rules or of these."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE)
    violations: list[str] = page.evaluate(RUN, list(rules) or None)
    return violations


def go(page: Page, url: str, scheme: Scheme) -> None:
    """Open a first page in these colours, which later ones keep."""
    page.goto(url)
    paint(page, scheme)


def paint(page: Page, scheme: Scheme) -> None:
    """Paint the page in these colours, at once."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    named = {"light": "default", "dark": "slate"}
    page.wait_for_selector(f"body[data-md-color-scheme={named[scheme]}]")


def assert_fits(page: Page, width: int) -> None:
    """Wait until nothing of the page is beyond these pixels."""
    until(page, f"document.documentElement.scrollWidth <= {width}")
