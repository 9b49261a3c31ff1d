"""The built site, for a host that is not root."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import site
from tests.deploy.nginx import Nginx

__all__ = ["site"]


@pytest.fixture(scope="session")
def nginx(site: Path) -> Iterator[Nginx]:
    """Debian's nginx on a copy of the site that anyone may read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(site, folder / "site")
        (folder / "site" / ".git").mkdir()
        (folder / "site" / ".git" / "config").write_text("kept beside the site")
        server = Nginx(folder)
        yield server
        server.stop()
