"""What was known of Pyodide when the loader was written: another one stops the build.

`python -m publish.engine.known` writes down the one that is installed.
"""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.exceptions import PluginError

from publish.engine.pyodide import release
from publish.engine.sections import exports, imports
from publish.engine.wasm import wasm
from publish.files import digest

RECORD = Path(__file__).with_name("known.txt")
FEW = 5


def check() -> None:
    """Let only the known Pyodide pass.

    Raises:
        PluginError: It is another one; what changed, in a sentence.
    """
    known, found = RECORD.read_text(encoding="utf-8").splitlines(), list(_lines())
    if known != found:
        gone = [line for line in known if line not in found]
        new = [line for line in found if line not in known]
        raise PluginError(
            f"Pyodide has changed: {_some(new)} in place of {_some(gone)}; "
            "see “A new Pyodide” in CONTRIBUTING.md"
        )


def write() -> None:
    """Write down the one that is installed."""
    RECORD.write_text("".join(f"{line}\n" for line in _lines()), encoding="utf-8")


def _lines() -> Iterator[str]:
    """The release, and what readers get of it: code that gives this and asks for that."""
    yield f"pyodide {release()}"
    yield f"code {digest(wasm())}"
    yield from (f"gives {name}" for name in exports(wasm()))
    yield from (f"asks for {each}" for each in imports(wasm()))


def _some(lines: list[str]) -> str:
    more = f" and {len(lines) - FEW} more" if len(lines) > FEW else ""
    return "“" + "”, “".join(lines[:FEW]) + f"”{more}" if lines else "nothing"


if __name__ == "__main__":
    write()
