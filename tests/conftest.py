"""What every test shares: the golden files and the option that rewrites them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

GOLDEN = Path(__file__).parent / "golden"

os.environ.setdefault("HANDBOOK_BROTLI", "4")  # the last percents take long
settings.register_profile("ours", deadline=None)  # timing is never a test
settings.load_profile("ours")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the files in tests/golden"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare text with a golden file, a tag on a line so that a change can be read."""

    def compare(name: str, html: str) -> None:
        text = html.replace("><", ">\n<") + "\n"
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare
