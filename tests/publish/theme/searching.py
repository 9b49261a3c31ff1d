"""What the tests of the search share: a site with nothing but the search, and asking."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from publish.files import ROOT
from publish.scripts import bundled

type Item = dict[str, Any]


def build(folder: Path, config: str, hooks: str) -> None:
    """Build what the folder has, with these settings and hooks."""
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    (folder / "hooks.py").write_text(hooks, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", "mkdocs.yml"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, env=environment, check=True)


def index(site: Path) -> dict[str, Any]:
    """What the worker is given."""
    text = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def answers(given: dict[str, Any], *asked: str) -> list[dict[str, Any]]:
    """What the worker says to each query."""
    command = ["node", str(Path(__file__).with_name("ask.mjs"))]
    script = bundled("workers/search.js")
    told = json.dumps({"script": script, "index": given, "asked": asked})
    done = subprocess.run(
        command, input=told, capture_output=True, text=True, check=True
    )
    return list(json.loads(done.stdout))


def ask(given: dict[str, Any], *asked: str) -> list[list[list[Item]]]:
    """For each query the pages found, each with its best sections."""
    return [answer["items"] for answer in answers(given, *asked)]


def first(given: dict[str, Any], query: str) -> str:
    """Where the first answer leads."""
    return str(ask(given, query)[0][0][0]["location"])
