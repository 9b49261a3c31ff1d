"""A web server on this machine that can be told to misbehave."""

import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal, override

SITE_URL = b"http://127.0.0.1:8000/"

type Fault = Literal[
    "gone",
    "missing",
    "busy",
    "hung",
    "portal",
    "cut",
    "reversed",
    "typed",
    "stalled",
    "dripping",
]
HTML = {"Content-Type": "text/html"}
# as deploy/ has them
ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
}
PORTAL = "<!doctype html><title>wifi</title><h1>登录后上网</h1>".encode()
DRIP = 0.2  # seconds a byte
POLL = 0.02  # seconds until a stop is noticed


class Handler(SimpleHTTPRequestHandler):
    """Sends precompressed neighbours, as a good host does."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    @override
    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.heard.append(f"{self.requestline}\n{self.headers}")
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        faults = self.server.faults.items()
        fault = next((fault for word, fault in faults if word in path.name), None)
        if fault == "gone":
            self.close_connection = True
        elif fault == "hung":
            self.server.closing.wait()
        elif fault == "busy":
            self._answer(503, b"<h1>503</h1>")
        elif fault == "portal":
            self._answer(200, PORTAL)
        elif fault == "missing" or not path.is_file():
            page = Path(self.directory, "404.html")
            self._answer(404, page.read_bytes() if page.exists() else b"")
        else:
            self._send(path, fault)

    def _send(self, path: Path, fault: Fault | None) -> None:
        brotli = path.with_name(f"{path.name}.br")
        small = brotli.exists() and "br" in self.headers.get("Accept-Encoding", "")
        squeezed = small and not fault
        body = (brotli if squeezed else path).read_bytes()
        if path.name == "sitemap.xml":  # as if built for this address
            body = body.replace(SITE_URL, f"{self.server.url}/".encode())
        if fault == "cut":
            body = body[: len(body) // 2]
        elif fault == "reversed":
            body = body[::-1]
        told = {"Content-Encoding": "br"} if squeezed else {}
        if path.suffix != ".html":
            told["Cache-Control"] = "public, max-age=31536000, immutable"
        kind = "text/html" if fault == "typed" else self.guess_type(path)
        self._answer(200, body, fault, {"Content-Type": kind, **told})

    def _answer(
        self,
        status: int,
        body: bytes,
        fault: Fault | None = None,
        more: Mapping[str, str] = HTML,
    ) -> None:
        self.send_response(status)
        told = {"Content-Length": str(len(body)), "Vary": "Accept-Encoding", **more}
        if self.server.policy:
            told |= {"Content-Security-Policy": self.server.policy, **ISOLATED}
        for name, text in told.items():
            self.send_header(name, text)
        self.end_headers()
        self.server.sent += len(body)
        if fault == "stalled":
            self.wfile.write(body[: len(body) // 2])
            self.server.closing.wait()
        elif fault == "dripping":
            with suppress(ConnectionError):  # until somebody has enough of it
                for byte in body:
                    self.wfile.write(bytes([byte]))
                    if self.server.closing.wait(DRIP):
                        break
            self.close_connection = True
        else:
            self.wfile.write(body)

    @override
    def log_message(self, format: str, *args: Any) -> None:
        pass


class Server(ThreadingHTTPServer):
    """Serves a folder.

    Attributes:
        faults: What is wrong with files that have this word in their name.
        policy: The Content-Security-Policy of every file.
        asked: The paths that were asked for.
        heard: All that was said with that: the line and the headers.
        sent: Bytes of all the files that were sent.
    """

    request_queue_size = 128  # or a busy machine refuses a page's tenth file
    daemon_threads = True
    block_on_close = False

    def __init__(self, folder: Path) -> None:
        self.faults: dict[str, Fault] = {}
        self.policy = ""
        self.asked: list[str] = []
        self.heard: list[str] = []
        self.sent = 0
        self.closing = threading.Event()
        super().__init__(("127.0.0.1", 0), partial(Handler, directory=folder))
        threading.Thread(target=self.serve_forever, args=[POLL], daemon=True).start()

    @property
    def url(self) -> str:
        """The address of the folder, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"

    @override
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a page that went away in the middle."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def stop(self) -> None:
        """Let go of the port and of whoever still waits."""
        self.closing.set()
        self.shutdown()
        self.server_close()


type Serve = Callable[[Path], Server]
