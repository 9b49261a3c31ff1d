"""What ends says so on the reader's own day, not on that of the build."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Server

LASTING = "（到 2026-12-31 为止）"
OVER = "（2026-12-31 已过，除非官方另有公告，按已结束看）"


@pytest.mark.parametrize(
    ("today", "said", "unsaid"),
    [
        ("2026-12-31T23:00:00+08:00", LASTING, OVER),
        ("2027-01-01T09:00:00+08:00", OVER, LASTING),
    ],
)
def test_the_day_decides(
    page: Page, server: Server, today: str, said: str, unsaid: str
) -> None:
    page.clock.set_fixed_time(today)
    page.goto(f"{server.url}/guides/subsidy/")
    ends = page.locator("what-ends[data-until='2026-12-31']").first
    expect(ends.get_by_text(said)).to_be_visible()
    expect(ends.get_by_text(unsaid)).to_be_hidden()
