"""Which texts are addresses of pages of this very site. Pure."""

import re

_OWN = re.compile(r"/(?![/\\])[^\s\\\x00-\x1f\x7f]*")
"""A path from the root: «//host» and «/\\host» would lead to another site."""


def is_own(place: str) -> bool:
    """Whether a browser that follows this address stays on the site."""
    return _OWN.fullmatch(place) is not None
