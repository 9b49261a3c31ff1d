"""Many pages in one: every id gets its page's name in front, every link follows it."""

import re
from collections.abc import Collection
from urllib.parse import unquote, urldefrag, urljoin

TAG = re.compile(r"<[a-zA-Z][^>]*>")
ID = re.compile(r'(?<=\sid=")[^"]*')
POINTER = re.compile(
    r'(?<=\s)(for|list|data-to|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"'
)
LINK = re.compile(r'(?<=\shref=")[^"]*')


def book_id(url: str) -> str:
    """The id of a page in the book: `guides-overdue` for `guides/overdue.html`."""
    return url.removesuffix(".html").replace("/", "-")


def within_book(html: str, url: str, addresses: Collection[str]) -> str:
    """A page's HTML as part of the book.

    Args:
        html: The page's content; attributes stand in double quotes.
        url: The page's address from the root of the site.
        addresses: The addresses of all pages in the book.
    """
    own = book_id(url)
    ids = {each for tag in TAG.findall(html) for each in ID.findall(tag)}

    def link(found: re.Match[str]) -> str:
        address, fragment = urldefrag(found[0])
        if not address:
            return f"#{own}-{fragment}" if unquote(fragment) in ids else found[0]
        page = urljoin(url, address)
        if page not in addresses:
            return found[0]
        return f"#{book_id(page)}-{fragment}" if fragment else f"#{book_id(page)}"

    def pointer(found: re.Match[str]) -> str:
        return f'{found[1]}="{" ".join(f"{own}-{name}" for name in found[2].split())}"'

    def moved(tag: re.Match[str]) -> str:
        text = ID.sub(lambda found: f"{own}-{found[0]}", tag[0])
        return LINK.sub(link, POINTER.sub(pointer, text))

    return TAG.sub(moved, html)
