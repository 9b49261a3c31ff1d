"""The theme's own script: after the first paint, in pieces, the colours set once."""

from functools import cache

from mkdocs.exceptions import PluginError

from publish.files import Part, stamped

_READY = "handbook:ready"

# It runs in one task before the first paint, and starts on an event of that moment.
_BEFORE = "requestAnimationFrame(()=>setTimeout(()=>{"
_AFTER = f'\nsetTimeout(()=>document.dispatchEvent(new Event("{_READY}")))}}));'

_CHANGES = {
    'h(document,"DOMContentLoaded",{once:!0})': f'h(document,"{_READY}",{{once:!0}})',
    # Each makes the browser style every element anew; lean.css says the same at once.
    "document.head.appendChild(o);let n=Wt(": "let n=Wt(",
    "return o.content=a.colorScheme,": "return ",
    # So does reading the sheet again, only for its address to be whole: its name is enough.
    'function vi(e){for(let t of M("[href], [src]",e))': (
        "function vi(e){for(let t of M("
        '`[href]${e===document?":not([rel=stylesheet])":""}, [src]`,e))'
    ),
    "t.set(r.outerHTML,r)": (
        't.set(r.rel==="stylesheet"?r.href.split("/").pop():r.outerHTML,r)'
    ),
    # A task of its own: it touches every link of the page.
    "$(document).subscribe(vi);": "setTimeout(()=>vi(document));",
    # The pages have the wrapping already: what is below a table would move.
    'M("table:not([class])",e)': 'M("table:not([class],.md-typeset__table>*)",e)',
}
_MAP = "//# sourceMappingURL="


@cache
def eased(text: str) -> Part:
    """The theme's script as the pages have it.

    Raises:
        PluginError: The theme is no longer the one this was written for.
    """
    text, _, _ = text.partition(_MAP)
    for old, new in _CHANGES.items():
        if text.count(old) != 1:
            raise PluginError(
                "the theme's script has changed: see publish/theme/bundle.py"
            )
        text = text.replace(old, new)
    return stamped("bundle.js", f"{_BEFORE}{text}{_AFTER}\n".encode())
