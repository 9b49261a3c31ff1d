"""The browser wheel: exactly `calc/`, as byte code."""

import base64
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from publish.engine import bytecode
from publish.files import ROOT, Part, digest, kept, read_zip, stored_zip

TAG = f"cp{sys.version_info.major}{sys.version_info.minor}-none-any"


def wheel(root: Path = ROOT) -> Part:
    """The wheel; the hash of its content is its build tag."""
    content = kept("wheel", lambda: make(root), *_inputs(root))
    release = next(n for n in read_zip(content) if n.endswith(".dist-info/RECORD"))
    name = release.partition(".dist-info")[0]
    return Part(f"{name}-0{digest(content)}-{TAG}.whl", content)


def make(root: Path) -> bytes:
    """Build the wheel of the project at `root` and compile it."""
    sources = _sources(root)
    del sources["calc/py.typed"]  # nobody checks types in a browser
    files = bytecode.compiled(sources)
    info = next(n for n in files if n.endswith("/WHEEL")).removesuffix("WHEEL")
    files[f"{info}WHEEL"] = files[f"{info}WHEEL"].replace(b"py3-none-any", TAG.encode())
    del files[f"{info}RECORD"]
    return stored_zip(files | {f"{info}RECORD": _record(files, f"{info}RECORD")})


def _sources(root: Path) -> dict[str, bytes]:
    command = [sys.executable, "-m", "hatchling", "build", "--target=wheel"]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(  # noqa: S603  # our own words only
            [*command, f"--directory={folder}"],
            cwd=root,
            check=True,
            capture_output=True,
            env=os.environ | bytecode.STEADY,
        )
        (built,) = Path(folder).glob("*.whl")
        return read_zip(built.read_bytes())


def _record(files: Mapping[str, bytes], record: str) -> bytes:
    """Every file with its hash and size, as the wheel format asks."""
    lines = []
    for name in sorted(files):
        sha256 = base64.urlsafe_b64encode(hashlib.sha256(files[name]).digest())
        hashed = sha256.rstrip(b"=").decode()
        lines.append(f"{name},sha256={hashed},{len(files[name])}\n")
    return "".join([*lines, f"{record},,\n"]).encode()


def _inputs(root: Path) -> list[bytes]:
    press = [Path(__file__), Path(bytecode.__file__), *root.glob("pyproject.toml")]
    words = [*root.glob("README*"), *root.glob("LICENSE*")]
    sources = sorted((root / "calc").rglob("*.py"))
    names = [str(path.relative_to(root)).encode() for path in sources]
    return [*names, *(path.read_bytes() for path in [*press, *words, *sources])]
