"""What a browser says of the page that a form was sent from: Sec-Fetch-Site, else Origin, else Referer."""

from flask import abort, request

from webapp.core.places import parts_of

SAYS_WHERE_FROM = ("Sec-Fetch-Site", "Origin", "Referer")


def check_origin() -> None:
    """Refuse a form that was not sent from a page of this very site."""
    if not sent_from_our_page():
        abort(400, "origin")


def sent_from_our_page() -> bool:
    """Whether the browser says that the request comes from a page of this very site."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    source = request.headers.get("Origin") or request.headers.get("Referer")
    if not source:
        return False
    parts = parts_of(source)
    return (parts.scheme, parts.netloc) == (request.scheme, request.host)


def is_foreign() -> bool:
    """Whether the browser says that it comes from anywhere else. A text browser that says nothing is not foreign."""
    return any(name in request.headers for name in SAYS_WHERE_FROM) and not sent_from_our_page()
