"""A host with deploy/'s configuration sends every file as browsers need it."""

import gzip
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import brotli  # type: ignore[import-untyped]  # it has none
import pytest

from publish.files import LARGE, TEXTS
from publish.theme.policy import POLICY
from tests.deploy.nginx import DEPLOY, Nginx, policy

HASHED = re.compile(r"[-.][0-9a-f]{8,10}\.(min\.)?\w+(\.map)?(\.br|\.gz)?$")
FOREVER = "public, max-age=31536000, immutable"
PACKED = (".wasm", ".bin", ".zip")
KINDS = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".xml": "text/xml; charset=utf-8",
    ".wasm": "application/wasm",
    ".bin": "application/octet-stream",
    ".zip": "application/zip",
    ".gz": "application/gzip",
    ".br": "application/octet-stream",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def shipped(nginx: Nginx) -> Iterator[tuple[str, Path]]:
    """Every file of the site by its address."""
    for path in sorted(nginx.site.rglob("*")):
        if path.is_file() and ".git" not in path.parts:
            yield "/" + quote(path.relative_to(nginx.site).as_posix()), path


def test_every_file_comes_whole_with_its_headers(nginx: Nginx) -> None:
    files = dict(shipped(nginx))
    assert len(files) > 100
    for address, path in files.items():
        answer = nginx.ask(address)
        assert answer.status == 200, address
        assert answer.body == path.read_bytes(), address
        assert answer.headers["Content-Type"] == KINDS[path.suffix], address
        assert answer.headers["Content-Encoding"] is None, address
        for name, text in ALWAYS.items():
            assert answer.headers.get_all(name) == [text], address


def test_a_name_with_a_hash_is_kept_and_no_other(nginx: Nginx) -> None:
    for address, path in shipped(nginx):
        told = nginx.ask(address, "HEAD").headers.get_all("Cache-Control")
        below = address.startswith(("/engine/", "/assets/"))
        kept = below and HASHED.search(path.name)
        assert told == [FOREVER if kept else "no-cache"], address
    assert all(HASHED.search(path.name) for path in nginx.site.glob("engine/*"))


def test_large_files_come_compressed(nginx: Nginx) -> None:
    for address, path in shipped(nginx):
        taken_away = path.match("download/*.zip")  # packed already
        large = path.stat().st_size >= LARGE and not taken_away
        if large and path.suffix in (*TEXTS, *PACKED):
            whole = path.read_bytes()
            small = nginx.ask(address, Accept_Encoding="gzip, br")
            assert small.headers["Content-Encoding"] == "br", address
            assert "Accept-Encoding" in small.headers["Vary"], address
            assert brotli.decompress(small.body) == whole, address
            smaller = nginx.ask(address, Accept_Encoding="gzip")
            assert smaller.headers["Content-Encoding"] == "gzip", address
            assert gzip.decompress(smaller.body) == whole, address


def test_a_folder_is_its_page_and_never_a_list(nginx: Nginx) -> None:
    assert nginx.ask("/").body == (nginx.site / "index.html").read_bytes()
    page = nginx.ask("/guides/overdue/")
    assert page.body == (nginx.site / "guides/overdue/index.html").read_bytes()
    for folder in ("/engine/", "/assets/", "/search/", "/guides/"):
        assert nginx.ask(folder).status == 404


@pytest.mark.parametrize(
    "address",
    [
        "/nothing/",
        "/engine/python-0000000000.wasm",
        "/.git/config",
        "/.git/",
        "/guides/../../nginx.conf",
        "/%2e%2e/nginx.conf",
        "/assets/..%2f..%2fnginx.conf",
    ],
)
def test_what_is_not_there_is_the_page_that_says_so(nginx: Nginx, address: str) -> None:
    answer = nginx.ask(address)
    assert answer.status in (400, 404)
    assert b"load_module" not in answer.body
    assert b"kept beside" not in answer.body
    if answer.status == 404:
        assert answer.body == (nginx.site / "404.html").read_bytes()
        assert answer.headers["Cache-Control"] == "no-cache"
        assert answer.headers["Content-Security-Policy"] == POLICY


def test_a_page_without_its_slash_leads_to_it(nginx: Nginx) -> None:
    answer = nginx.ask("/guides/overdue?from=qq")
    assert answer.status == 301
    assert answer.headers["Location"] == "/guides/overdue/?from=qq"
    assert nginx.ask("/guides").status == 404


def test_what_others_look_for_at_a_host_is_there(nginx: Nginx) -> None:
    folder = nginx.site / ".well-known"
    (folder / ".git").mkdir(parents=True)
    (folder / "proof").write_text("ours")
    (folder / ".git" / "config").write_text("kept beside the site")
    try:
        assert nginx.ask("/.well-known/proof").body == b"ours"
        assert nginx.ask("/.well-known/.git/config").status == 404
        assert nginx.ask("/guides/.well-known/proof").status == 404
    finally:
        shutil.rmtree(folder)


def test_a_download_goes_on_where_it_was_broken_off(nginx: Nginx) -> None:
    (path,) = nginx.site.glob("engine/*.wasm")
    whole, address = path.read_bytes(), f"/engine/{path.name}"
    first, rest = (nginx.ask(address, Range=f"bytes={part}") for part in ("0-9", "10-"))
    assert (first.status, rest.status) == (206, 206)
    assert first.body + rest.body == whole
    assert rest.headers["Content-Range"] == f"bytes 10-{len(whole) - 1}/{len(whole)}"
    changed = nginx.ask(address, Range="bytes=10-", If_Range='"another"')
    assert (changed.status, changed.body) == (200, whole)


@pytest.mark.parametrize(
    ("wanted", "status"), [("bytes=0-9", 206), ("bytes=99999999-", 416)]
)
def test_a_part_has_every_header_once(nginx: Nginx, wanted: str, status: int) -> None:
    answer = nginx.ask("/guides/overdue/", Range=wanted)
    assert answer.status == status
    size = len((nginx.site / "guides/overdue/index.html").read_bytes())
    assert answer.headers["Content-Range"].endswith(f"/{size}")
    told = ALWAYS | {"Cache-Control": "no-cache", "Content-Range": None}
    for name, text in told.items():
        assert answer.headers.get_all(name) == [text or answer.headers[name]]


def test_the_single_file_is_saved_and_not_opened(nginx: Nginx) -> None:
    folder = nginx.site / "download"
    folder.mkdir(exist_ok=True)
    (folder / "single.html").write_text("all pages")
    try:
        told = nginx.ask("/download/single.html").headers
        assert told.get_all("Content-Disposition") == ["attachment"]
        assert nginx.ask("/guides/overdue/").headers["Content-Disposition"] is None
    finally:
        (folder / "single.html").unlink()
    rules = (DEPLOY / "_headers").read_text()
    assert "\n/download/*\n  Content-Disposition: attachment\n" in rules


def test_an_unchanged_page_is_not_sent_again(nginx: Nginx) -> None:
    first = nginx.ask("/guides/overdue/")
    again = nginx.ask("/guides/overdue/", If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


def test_nothing_is_taken_from_a_reader(nginx: Nginx) -> None:
    assert nginx.ask("/guides/overdue/", "POST").status in (403, 404, 405)


@pytest.mark.parametrize("name", ["handbook.conf", "_headers"])
def test_every_host_sets_the_policy_of_the_tests(name: str) -> None:
    assert policy((DEPLOY / name).read_text()) == POLICY


def test_static_hosts_keep_only_names_with_a_hash(nginx: Nginx) -> None:
    rules = re.split(r"\n(?=/)", (DEPLOY / "_headers").read_text())
    kept = [rule.partition("*")[0] for rule in rules if "immutable" in rule]
    assert len(kept) == 4
    for folder in kept:
        files = [path for path in nginx.site.glob(f"{folder[1:]}*") if path.is_file()]
        assert files
        assert all(HASHED.search(path.name) for path in files)
    for name, text in ALWAYS.items():
        assert f"\n  {name}: {text}\n" in rules[1]
