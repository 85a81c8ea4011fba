"""Where to go on after sign-in: only to a page of this site."""

import re

from flask import request, url_for

LONGEST = 500
_OWN = re.compile(r"/(?![/\\])[^\s\\\x00-\x1f\x7f]*")
"""A path from the root: «//host» and «/\\host» would lead to another site."""


def asked_place() -> str:
    """The `next` of the address if it is a page of this site, else empty."""
    place = request.args.get("next", "")
    return place if len(place) <= LONGEST and _OWN.fullmatch(place) else ""


def landing(place: str) -> str:
    """Where a person who has signed in goes: the page they came from, else what they are entitled to."""
    return place or url_for("ipra.entitlements")
