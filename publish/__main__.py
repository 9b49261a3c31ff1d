"""`python -m publish serve 8000`, `site`, `offline` or `check`: what `make` calls."""

import os
import sys
from collections.abc import Sequence
from urllib.parse import urlsplit

from publish import build, serve
from publish.copies.offline import DIST

USAGE = "要写 serve 端口、site、offline 或 check 里的一个。"
NO_ADDRESS = (
    "要先说网站的地址（写进规范网址和网站地图），以 https:// 或 http:// 开头："
    "make site SITE_URL=https://…/"
)
NO_PORT = "端口要写 1 到 65535 的一个数：make serve PORT=8001"


class Refused(Exception):
    """What was asked for cannot be done; a sentence says what to ask for."""


def main(*words: str) -> int:
    """Do what the words say; the exit status."""
    try:
        _do(words)
    except build.Stopped:
        return 1
    except (Refused, serve.Taken) as refused:
        print(refused, file=sys.stderr)  # noqa: T201  # a command speaks
        return 2
    return 0


def _do(words: Sequence[str]) -> None:
    match words:
        case ["serve", port]:
            serve.serve(_port(port))
        case ["site"]:
            address = _address(os.environ.get("SITE_URL", ""))
            build.copies()
            build.site(address, dist=DIST)
        case ["offline"]:
            build.copies()
        case ["check"]:
            build.check()
        case _:
            raise Refused(USAGE)


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Refused(NO_ADDRESS)
    return text


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise Refused(NO_PORT)
    return int(text)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
