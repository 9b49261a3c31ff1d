"""What `make` calls says what is missing in one sentence, with exit status 2."""

import os
import socket
import subprocess
import sys

import pytest

from publish.files import ROOT


def refusal(*words: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "publish", *words],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    (sentence,) = done.stderr.splitlines()
    return sentence


@pytest.mark.parametrize(
    "address", ["", "handbook.example", "ftp://handbook.example/", "https:///guides/"]
)
def test_a_site_needs_its_address(address: str) -> None:
    assert "make site SITE_URL=https://" in refusal("site", SITE_URL=address)


def test_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert refusal("serve", str(port)).startswith(f"{port} 端口已经有程序在用")


@pytest.mark.parametrize("port", ["", "web", "0", "70000"])
def test_a_port_that_is_none(port: str) -> None:
    assert "1 到 65535" in refusal("serve", port)


@pytest.mark.parametrize("words", [(), ("sit",), ("site", "now")])
def test_a_word_nobody_knows(words: tuple[str, ...]) -> None:
    assert "serve" in refusal(*words)
