"""How many requests a second Debian's nginx answers with deploy/'s configuration.

`python -m bench.hosting build/site [seconds]`; needs Debian's nginx-light and wrk.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.deploy.nginx import Nginx

CLIENTS = 32
BROTLI = "Accept-Encoding: br"


def main(site: Path, seconds: int = 5) -> None:
    """Ask for a page, the engine and a page that is not there, one after another."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(site, folder / "site")
        (wasm,) = site.glob("engine/*.wasm")
        nginx = Nginx(folder)
        print(
            "| address | requests a second | MB a second | errors |\n|---|---|---|---|"
        )
        for address in ("/guides/overdue/", f"/engine/{wasm.name}", "/nothing/"):
            print(measured(nginx.url, address, seconds))
        nginx.stop()


def measured(url: str, address: str, seconds: int) -> str:
    """A row of the table."""
    wrk = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "-H", BROTLI]
    told = subprocess.run(
        [*wrk, url + address], check=True, capture_output=True, text=True
    ).stdout
    rate = _found(r"Requests/sec:\s+([\d.]+)", told)
    size, unit = re.findall(r"Transfer/sec:\s+([\d.]+)([KMG]B)", told)[0]
    megabytes = float(size) * {"KB": 1e-3, "MB": 1, "GB": 1e3}[unit]
    refused = _found(r"Non-2xx or 3xx responses: (\d+)", told)
    failed = sum(map(int, re.findall(r"(?:connect|read|write|timeout) (\d+)", told)))
    errors = failed if address == "/nothing/" else failed + int(refused)
    return f"| {address} | {float(rate):.0f} | {megabytes:.1f} | {errors} |"


def _found(pattern: str, told: str) -> str:
    found = re.search(pattern, told)
    return found[1] if found else "0"


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
