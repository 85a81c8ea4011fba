"""Reads of the products that are compared, as values."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from webapp.catalogue.comparison import Chosen, Compared, asked_numbers, choose
from webapp.catalogue.models import Maker, Product
from webapp.core.database import read

_COMPARED: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        Product.number,
        Product.name,
        Product.model,
        Maker.name.label("maker"),
        Product.item_code,
        Product.kind_code,
        Product.price_kopecks,
        Product.values.label("values"),
    )
    .join(Maker, Maker.id == Product.maker_id)
    .where(Product.number.in_(sa.bindparam("numbers", expanding=True)))
)


def chosen(written: Sequence[str]) -> Chosen:
    """What becomes of the numbers that stand in an address; nothing is asked of the database for none."""
    numbers, has_wrong = asked_numbers(written)
    rows = read(_COMPARED, {"numbers": list(numbers)}).all() if numbers else ()
    return choose(numbers, {row.number: Compared(**row._mapping) for row in rows}, has_wrong)
