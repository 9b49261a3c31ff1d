"""How well what is on a page stands out, as it is painted now and in forced states."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import CDPSession, Page, ViewportSize

from tests.browser.accessibility import Scheme, paint

PHONE: ViewportSize = {"width": 390, "height": 844}
WIDE: ViewportSize = {"width": 1280, "height": 900}
SIZES = (PHONE, WIDE)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
# of each list of pages and of the letters, which are alike, the first
TAPPED = (
    ":is(a[href], button, summary, label, input, select, textarea, [tabindex='0'])"
    ":not(.md-nav__item ~ .md-nav__item *, guide-letter ~ guide-letter *)"
)
FORCED: Mapping[str, Sequence[str]] = {
    "idle": [],
    "hover": ["hover"],
    "active": ["hover", "active"],
    "focus": ["focus", "focus-visible", "focus-within"],
}
MEASURE = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")


def faint(page: Page) -> list[str]:
    """What does not stand out in any state, light and dark; at rest, on a desk too."""
    session, found = page.context.new_cdp_session(page), []
    for state, classes in FORCED.items():
        force(session, classes)
        asked = [None if state == "idle" else TAPPED, state == "focus"]
        for size in SIZES if state == "idle" else (PHONE,):
            page.set_viewport_size(size)
            for scheme in SCHEMES:
                paint(page, scheme)
                lines = page.evaluate(MEASURE, asked)
                found += [f"{size['width']} {scheme} {state} {line}" for line in lines]
    session.detach()
    return found


def assert_stands_out(page: Page) -> None:
    """Nothing is too faint, or a line each."""
    found = faint(page)
    assert not found, "\n".join(found)


def force(session: CDPSession, classes: Sequence[str]) -> None:
    """Put all that can be tapped into a state, until the next one."""
    for domain in ("DOM", "CSS"):
        session.send(f"{domain}.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    query = {"nodeId": root, "selector": TAPPED}
    for node in session.send("DOM.querySelectorAll", query)["nodeIds"]:
        asked = {"nodeId": node, "forcedPseudoClasses": classes}
        session.send("CSS.forcePseudoState", asked)
