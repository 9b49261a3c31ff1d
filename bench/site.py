"""One build of some pages; prints the CPU seconds of the whole process.

`python -m bench.site ours docs site`; in place of `ours`: `hooks`, without the Markdown
extension, or `plain`, with nothing of ours but the theme's settings.
"""

import logging
import sys
import time
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load

from publish.build import EXAMPLE
from publish.files import ROOT

OURS = "publish.writing.markdown"


def main(kind: str, docs: str, site: str) -> None:
    """Build once."""
    logging.disable()  # copies of pages have links that a strict build would report
    file = ROOT / "mkdocs.yml"
    options: dict[str, Any] = {
        "docs_dir": docs,
        "site_dir": site,
        "site_url": EXAMPLE,
    }
    told = yaml_load(file.read_text(encoding="utf-8"))
    if kind != "ours":
        named = told["markdown_extensions"]
        options["markdown_extensions"] = [each for each in named if each != OURS]
    if kind == "plain":
        del told["theme"]["custom_dir"]
        options |= {"hooks": [], "theme": told["theme"]}
    config = load_config(str(file), **options)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    print(time.process_time())


if __name__ == "__main__":
    main(*sys.argv[1:])
