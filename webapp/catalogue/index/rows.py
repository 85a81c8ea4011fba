"""From places to what a list shows."""

from collections.abc import Sequence

import sqlalchemy as sa

from webapp.catalogue.index.models import PlacedProduct
from webapp.catalogue.index.sets import Places
from webapp.catalogue.models import Product
from webapp.core.database import read
from webapp.core.listing import PAGE_SIZE, Page
from webapp.reference.queries import Row

_ROWS: sa.Select[*tuple[object, ...]] = (
    sa.select(
        PlacedProduct.place,
        Product.number,
        Product.name,
        Product.price_kopecks,
        Product.item_code,
        Product.kind_code,
        Product.values.label("characteristics"),
    )
    .join(Product, Product.id == PlacedProduct.product_id)
    .where(PlacedProduct.place.in_(sa.bindparam("places", expanding=True)))
)


def page(places: Sequence[int]) -> list[Row]:
    """The products at these places, in this order. One query."""
    if not places:
        return []
    found = {row.place: row for row in read(_ROWS, {"places": list(places)})}
    return [found[place] for place in places if place in found]


def by_name(found: Places, number: int, size: int = PAGE_SIZE) -> Page[Row]:
    """One page of `size` of what was found, in the order of names."""
    first = (number - 1) * size
    return Page(page(list(found[first : first + size])), number, len(found))
