"""The writer's server: every change is built in a process of its own, then shown."""

import errno
import logging
import socket

from mkdocs.livereload import LiveReloadServer

from publish import build
from publish.files import ROOT

HOST = "127.0.0.1"
FOLDER = build.BUILD / "preview"
WATCHED = (
    *("calc", "docs", "publish"),
    *("mkdocs.yml", "pyproject.toml", "requirements.txt", "package-lock.json"),
)
TAKEN = (
    "{port} 端口已经有程序在用（也许是另一个 make serve）：关掉它，或者换一个，"
    "例如 make serve PORT={other}"
)
NOT_BUILT = "没有生成成功，原因写在上面；改好会自动再来一次。网页还是上一次的样子。"
NO_PAGE = (
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8">'
    '<meta http-equiv="refresh" content="2"><title>还没有这一页</title>'
    "<p>还没有这一页。如果是生成没有成功，原因写在终端里，改好以后这里会自己刷新。</p></html>"
)

log = logging.getLogger(__name__)


class Taken(Exception):
    """The port is another program's."""


def serve(port: int) -> None:
    """Serve on loopback until interrupted.

    Raises:
        Taken: Somebody else does on this port.
    """
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    _claim(port)
    address = f"http://{HOST}:{port}/"

    def builder() -> None:
        try:
            build.preview(address, FOLDER)
        except build.Stopped:
            log.error(NOT_BUILT)  # noqa: TRY400  # the build has said what is wrong

    server = LiveReloadServer(builder, HOST, port, str(FOLDER))
    server.error_handler = _missing
    for name in WATCHED:
        server.watch(str(ROOT / name))
    builder()
    try:
        server.serve()
    except KeyboardInterrupt:
        log.info("停了。")
    finally:
        server.shutdown()


def _claim(port: int) -> None:
    try:
        socket.create_server((HOST, port)).close()
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise Taken(TAKEN.format(port=port, other=port + 1)) from error


def _missing(code: int) -> bytes:
    page = FOLDER / f"{code}.html"
    return page.read_bytes() if page.exists() else NO_PAGE.encode()
