"""Names for the parts of a page that the theme leaves without one."""

import re

# a section with a page of its own is labelled by a bare icon; its title has words
_SECTION = re.compile(
    r'aria-labelledby="(?P<id>__nav_[\d_]+)_label"(?P<rest>[^>]*>\s*'
    r'<label class="md-nav__title") for="(?P=id)"'
)


def named(html: str) -> str:
    """The page with every section of the navigation named by its title."""
    return _SECTION.sub(
        r'aria-labelledby="\g<id>_title"\g<rest> id="\g<id>_title" for="\g<id>"', html
    )
