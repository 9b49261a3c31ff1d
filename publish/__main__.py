"""`python -m publish serve`, `site`, `offline` or `check`: what `make` calls."""

import os
import sys
from urllib.parse import urlsplit

from publish import build, serve
from publish.copies.offline import DIST

NO_ADDRESS = (
    "要先说网站的地址（写进规范网址和网站地图），以 https:// 或 http:// 开头："
    "make site SITE_URL=https://…/"
)


class NoAddress(Exception):
    """Nobody said where the site will be."""


def main(word: str) -> int:
    """Do what the word says; the exit status."""
    try:
        match word:
            case "serve":
                serve.serve()
            case "site":
                _site(os.environ.get("SITE_URL", ""))
            case "offline":
                build.copies()
            case "check":
                build.check()
    except build.Stopped:
        return 1
    except (serve.Taken, NoAddress) as error:
        print(error, file=sys.stderr)  # noqa: T201  # a command speaks
        return 2
    return 0


def _site(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise NoAddress(NO_ADDRESS)
    build.copies()
    build.site(address, dist=DIST)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
