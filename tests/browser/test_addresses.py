"""An address that an app has changed on its way still leads to what was meant."""

import pytest
from playwright.sync_api import Page, expect

from calc.calculators import ALL
from tests.browser.serving import Server
from tests.hostile.doors import link

LINK = link("late-fee", ALL["late-fee"].answer({"overdue_amount": "5000"}).texts)
PAGE = "/calculators/late-fee/"


@pytest.mark.parametrize(
    "address",
    [
        f"{PAGE}%23{LINK[1:]}",
        f"{PAGE}%23{LINK[1:].replace('~', '%7E')}",
        f"{PAGE}?from=qq%23{LINK[1:]}",
        f"{PAGE}{LINK}&appinstall=0",
    ],
    ids=["no page is there", "all of it written", "behind a question", "more behind"],
)
def test_a_link_is_followed(
    page: Page, server: Server, complaints: list[str], address: str
) -> None:
    page.goto(server.url + address)
    expect(page.locator("calc-form .calc-notice")).to_contain_text("已按链接填好")
    expect(page.locator("[name=overdue_amount]")).to_have_value("5000")
    expect(page.locator(".calc-sentence")).to_contain_text("费用 17.50 元")
    complaints.clear()  # of the page that was not there


def test_a_place_is_found(page: Page, server: Server, complaints: list[str]) -> None:
    page.goto(f"{server.url}/guides/overdue/%23__toc")
    expect(page).to_have_url(f"{server.url}/guides/overdue/#__toc")
    expect(page.locator("h1")).to_contain_text("逾期")
    complaints.clear()


def test_what_is_nowhere_is_said(
    page: Page, server: Server, complaints: list[str]
) -> None:
    page.goto(f"{server.url}/guides/overdue/%25")
    expect(page.locator("h1")).to_contain_text("没有这一页")
    complaints.clear()
