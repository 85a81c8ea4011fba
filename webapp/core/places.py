"""Which texts are addresses of pages of this very site. Pure."""

import re
from urllib.parse import SplitResult, urlsplit

LONGEST = 1500
LONGEST_PAGE = 500
"""Of the address of a page that a link says it stands on, no more is told."""
_OWN = re.compile(r"/(?![/\\])[^\s\\\x00-\x1f\x7f-\x9f]*")
"""A path from the root: «//host» and «/\\host» would lead to another site."""


def parts_of(address: str) -> SplitResult:
    """The parts of an address that a browser told; all empty when it is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def is_own(place: str) -> bool:
    """Whether a browser that follows this address stays on the site."""
    return _OWN.fullmatch(place) is not None


def page_of_this_site(place: str) -> str:
    """The address if it is a page of this site, given as a path from the root and not too long; else empty."""
    return place if len(place) <= LONGEST and is_own(place) else ""
