"""Short addresses of lists: the same answers always make the same address."""

from dataclasses import replace
from urllib.parse import urlencode

from flask import request, url_for

from webapp.catalogue.filters.asked import Asked, parameters_of

LANDS_AT = "#main"
"""Where reading goes on after a choice: the heading with the count is the first thing there."""


def address_of(asked: Asked, sort: str = "") -> str:
    """The address of the list of this request with these answers, in this order (the present one by default)."""
    parameters = parameters_of(replace(asked, sort=sort) if sort else asked)
    assert request.endpoint is not None
    address = url_for(request.endpoint, **(request.view_args or {}))
    return f"{address}{'?' if parameters else ''}{urlencode(parameters)}{LANDS_AT}"
