"""What a page tells of the money for a product: the sums, whose region, by what source."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Flask, current_app, g

from webapp.certificates import amounts, region
from webapp.certificates.amounts import Amount
from webapp.certificates.funding import Funding
from webapp.certificates.region import Region
from webapp.certificates.rules import Money, Outcome, money
from webapp.core import access
from webapp.core.actor import Actor
from webapp.reference.queries import Row

Asked = Callable[[Actor, str], Funding]
"""Who pays for an item by the programme of whom the actor asks for; UNKNOWN where that is not known."""


@dataclass(frozen=True, slots=True)
class Told:
    """All that the money sentence needs. Sums in kopecks. `region` is empty while nobody has named one.

    `is_offer`: the price is what the visitor typed, otherwise it is the recommended one.
    """

    outcome: Outcome
    price: int
    certificate: int | None
    top_up: int | None
    surplus: int
    funding: Funding
    region: str
    is_moscow: bool
    is_official: bool
    source: str
    on: date | None
    is_offer: bool = False
    is_by_address: bool = False


def init_app(app: Flask, funding: Asked) -> None:
    """`funding` is asked for visitors who have signed in."""
    app.extensions["certificate_funding"] = funding


def of_product(product: Row) -> Told:
    """The money for one product, for the visitor of this request."""
    place = region.chosen()
    found = amounts.amount(product.item_code, place.code) if place is not None else None
    told = money(product.price_kopecks, found.kopecks if found is not None else None, _funding(product.item_code))
    return tell(told, place, found, is_official=product.is_official)


def tell(told: Money, place: Region | None, found: Amount | None, *, is_official: bool, is_offer: bool = False) -> Told:
    """Sums, region and source together."""
    return Told(
        outcome=told.outcome,
        price=told.price,
        certificate=told.certificate,
        top_up=told.top_up,
        surplus=told.surplus,
        funding=told.funding,
        region=place.name if place is not None else "",
        is_moscow=place is not None and place.is_moscow,
        is_official=is_official,
        source=found.source if found is not None else "",
        on=found.on if found is not None else None,
        is_offer=is_offer,
        is_by_address=place is not None and not place.is_named,
    )


def of_listed(product: Row) -> Money | None:
    """The money for a row of a list, by its number and price; None for a visitor whose region is not known.

    Lists say nothing of the person's programme: whose money it is, the product's own page tells.
    """
    place = region.chosen()
    if place is None:
        return None
    item_code = product.number.partition(".")[0]
    return money(product.price_kopecks, _of_region(place.code).get(item_code))


def tells_sums(products: Iterable[Row]) -> bool:
    """Whether the sum of a certificate stands behind what a list says of any of these products."""
    found = map(of_listed, products)
    return any(told is not None and told.certificate is not None for told in found)


def _of_region(code: str) -> Mapping[str, int]:
    """One query a request, however long the list."""
    if "certificate_amounts" not in g:
        g.certificate_amounts = amounts.of_region(code)
    found: Mapping[str, int] = g.certificate_amounts
    return found


def _funding(item_code: str) -> Funding:
    actor = access.actor()
    asked: Asked = current_app.extensions["certificate_funding"]
    return asked(actor, item_code) if actor.is_signed_in else Funding.UNKNOWN


def globals_of_templates() -> dict[str, Any]:
    """What templates of other features may ask."""
    return {
        "money_told": of_product,
        "certificate_region": region.chosen,
        "region_of_address_elsewhere": region.of_address_elsewhere,
        "tells_sums": tells_sums,
    }
