"""What a reader sees first on a phone: the title, and whose site it is not."""

import re

from playwright.sync_api import Page, expect

from tests.browser.contrast import PHONE
from tests.browser.serving import Server
from tests.browser.test_accessibility import PAGES

WHOSE = re.compile("^不是小米或任何放款机构的网站 · 资料截至 20\\d\\d-\\d\\d-\\d\\d$")
TITLE_AT = 80  # pixels from the top, at most
READ = [each for each in PAGES if each != "/404.html" and "/about/" not in each]


def test_the_head_is_above_the_fold(page: Page, server: Server) -> None:
    page.set_viewport_size(PHONE)
    for path in READ:
        page.goto(server.url + path)
        whose = page.locator("h1 + .whose")
        expect(whose, path).to_have_text(WHOSE)
        title, line = page.locator("h1").bounding_box(), whose.bounding_box()
        assert title, path
        assert line, path
        assert title["y"] <= TITLE_AT, path
        assert line["y"] + line["height"] <= PHONE["height"] / 4, path
