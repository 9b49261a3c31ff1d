"""What a page may do: no script stands in it, nothing comes from elsewhere.

A host says so in a header; every page says so itself too, for hosts that do not, and for
copies that no host sends.
"""

import base64
import hashlib
from collections.abc import Iterable

# img-src: the theme's icons stand as data in its style sheet
_RULES = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types handbook"
)
POLICY = f"{_RULES}; frame-ancestors 'none'"


def of_page(*, packed: bool) -> str:
    """The policy that a page says itself, which cannot forbid to be framed.

    Args:
        packed: Whether the page is opened from a folder, where workers are made of text.
    """
    made = "script-src 'self' blob:" if packed else "script-src 'self'"
    return _RULES.replace("script-src 'self'", made)


def of_single(scripts: Iterable[str], style: str) -> str:
    """The policy of the page that carries everything: what stands in it, and no other.

    Two of its scripts make the one policy of trusted types, each for itself.

    Args:
        scripts: The texts of its scripts.
        style: The text of its style sheet.
    """
    named = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {named} 'wasm-unsafe-eval' blob:; "
        f"worker-src blob:; style-src {_hash(style)}; img-src data:; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'; "
        "trusted-types handbook 'allow-duplicates'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
