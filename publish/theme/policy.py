"""Pages that a strict Content-Security-Policy allows: no script stands in a page."""

import re

from mkdocs.exceptions import PluginError

from publish.files import Part, stamped
from publish.scripts import bundled

# img-src: the theme's icons stand as data in its style sheet
POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_SCOPE = re.compile(r'__md_scope=new URL\("[^"]*",location\)')
_FROM_FILE = '__md_scope=new URL("..",document.currentScript.src)'
_TABS = "__tabbed_"  # for a kind of content that the pages do not have


def outsourced(html: str, root: str) -> tuple[str, Part]:
    """The page with the theme's inline scripts and our first in one file, and that file.

    Args:
        html: A page of the theme.
        root: The way from the page to the root of the site.

    Raises:
        PluginError: The theme is no longer the one this was written for.
    """
    scripts = _INLINE.findall(html)
    wanted = [script for script in scripts if _TABS not in script]
    if len(wanted) != 2 or not _SCOPE.match(wanted[0]) or "__palette" not in wanted[1]:
        raise PluginError(
            "the theme's inline scripts have changed: see publish/theme/policy.py"
        )
    theirs = _SCOPE.sub(_FROM_FILE, ";".join(wanted))
    before, after = bundled("shell/storage.js"), bundled("shell/moves.js")
    part = stamped("theme.js", f";{before}{theirs}\n{after}".encode())
    link = f'<script src="{root}/assets/{part.name}"></script>'
    # where the colours are set: the body must be there
    html = html.replace(f"<script>{wanted[1]}</script>", link)
    return _INLINE.sub("", html), part
