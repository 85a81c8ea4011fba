"""Short addresses of lists: the same answers always make the same address."""

from dataclasses import replace
from urllib.parse import urlencode

from flask import request

from webapp.catalogue.comparison import CHOSEN, MOST
from webapp.catalogue.filters.asked import Asked, parameters_of
from webapp.core.addresses import address
from webapp.reference.codes import is_product_number

LANDS_AT = "#found"
"""Where reading goes on after a choice: the heading with the count."""


def address_of(asked: Asked, sort: str = "") -> str:
    """The address of the list of this request with these answers, in this order (the present one by default)."""
    parameters = parameters_of(replace(asked, sort=sort) if sort else asked)
    parameters += [(CHOSEN, number) for number in chosen_beside()]
    assert request.endpoint is not None
    place = address(request.endpoint, **(request.view_args or {}))
    return f"{place}{'?' if parameters else ''}{urlencode(parameters)}{LANDS_AT}"


def chosen_beside() -> list[str]:
    """Numbers of products that the address holds to be compared: narrowing a list does not lose them."""
    return [number for number in dict.fromkeys(request.args.getlist(CHOSEN)) if is_product_number(number)][:MOST]
