"""Debian's nginx with the configuration of deploy/, on this machine, as nobody."""

import os
import re
import shutil
import socket
import subprocess
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from publish.files import ROOT

DEPLOY = ROOT / "deploy"
NOBODY = 65534
PROGRAM = "/usr/sbin/nginx"


class Answer:
    """Status, headers and body, nothing decoded."""

    def __init__(self, response: HTTPResponse) -> None:
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()


class Nginx:
    """A server of `folder/site` until stop()."""

    def __init__(self, folder: Path) -> None:
        self.site = folder / "site"
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            self.port: int = free.getsockname()[1]
        (folder / "build").mkdir(mode=0o777)
        (folder / "build").chmod(0o777)
        shutil.copy(DEPLOY / "handbook.conf", folder)
        text = (DEPLOY / "nginx.conf").read_text()
        text = text.replace("127.0.0.1:8080", f"127.0.0.1:{self.port}")
        text = text.replace("build/site", "site")
        (folder / "nginx.conf").write_text(text)
        self._process = subprocess.Popen(
            [PROGRAM, "-p", folder, "-c", folder / "nginx.conf", "-e", "stderr"],
            user=NOBODY if os.geteuid() == 0 else None,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        self._wait()

    @property
    def url(self) -> str:
        """The address of the site, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """What it says to a client that sends these headers, `_` for `-`."""
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        self._connection.request(method, path, headers=named)
        return Answer(self._connection.getresponse())

    def stop(self) -> None:
        """End it, as its own signal asks."""
        self._connection.close()
        self._process.terminate()
        self._process.communicate(timeout=10)

    def _wait(self) -> None:
        while self._process.poll() is None:
            with closing(socket.socket()) as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
        raise OSError(self._process.communicate()[1])


def policy(text: str) -> str:
    """The one Content-Security-Policy in a configuration."""
    (found,) = re.findall(r"Content-Security-Policy:? (.*)", text)
    return str(found).removesuffix(" always;").strip('"')
