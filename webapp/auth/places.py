"""Where to go on after sign-in: only to a page of this site."""

import re

from flask import request, url_for

from webapp.core.places import page_of_this_site

_PASSING = re.compile(r"(?:/[a-z]{2})?/(?:sign-in|sign-out|signed-out)(?![\w-])")
"""Pages on the way in or out: no place to go on to."""


def asked_place() -> str:
    """The `next` of the address if it is a page of this site, else empty."""
    place = page_of_this_site(request.args.get("next", ""))
    return "" if _PASSING.match(place) else place


def landing(place: str) -> str:
    """Where a person who has signed in goes: the page they came from, else what they are entitled to."""
    return place or url_for("ipra.entitlements")
