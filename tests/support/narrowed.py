"""What a list must show, found out by looking at every product: slow and plain, to compare the index with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from webapp.catalogue.filters.asked import Asked, Span
from webapp.catalogue.filters.described import COVERED, FITS, MAKER, PRICE, YES, Choices, Filter, Measured
from webapp.catalogue.filters.knowing import Known, Sieve, Visitor
from webapp.catalogue.index.build import folded
from webapp.catalogue.models import Maker, Product
from webapp.core.database import db


@dataclass(frozen=True)
class One:
    """A product with what filters look at."""

    number: str
    name: str
    item: str
    maker: str
    price: int
    values: Mapping[str, Any]


def of_kind(kind_code: str) -> list[One]:
    """All products of a kind in the order of names."""
    query = (
        sa.select(
            Product.number, Product.name, Product.item_code, Maker.slug, Product.price_kopecks, Product.values
        ).join(Maker, Maker.id == Product.maker_id)
    ).where(Product.kind_code == kind_code)
    return sorted((One(*row) for row in db.session.execute(query)), key=lambda one: (folded(one.name), one.number))


def kept(products: Iterable[One], asked: Asked, filters: Sequence[Filter], known: Known) -> list[One]:
    """Those that every filter in force keeps."""
    return [one for one in products if all(_keeps(each, one, asked, known) for each in filters)]


def _keeps(each: Filter, one: One, asked: Asked, known: Known) -> bool:
    if isinstance(each, Measured):
        return each.name not in asked.spans or _within(each, one, asked.spans[each.name])
    slugs = asked.choices.get(each.name, ())
    return not slugs or any(has(each, slug, one, known) for slug in slugs)


def has(each: Choices, slug: str, one: One, known: Known) -> bool:
    """Whether a product gives this answer."""
    if each.name == MAKER:
        return one.maker == slug
    if each.name == COVERED:
        return one.price <= (known.amounts or {}).get(one.item, -1)
    if each.name == FITS:
        assert known.visitor is not None
        return verdict(one, known.visitor) == "yes"
    value = one.values.get(each.name)
    if each.about is not None and each.about.type == "bool":
        return value is (slug == YES)
    choice = each.choice(slug)
    assert choice is not None and choice.words is not None
    return choice.words.value in (value if isinstance(value, list) else [value])


def verdict(one: One, visitor: Visitor) -> str:
    """Whether a product fits: yes, no or unsure."""
    if one.item not in (visitor.items or ()):
        return "no"
    told = [_meets(one.values.get(each.key), each) for each in visitor.sieves if each.item_code == one.item]
    return "no" if False in told else "unsure" if None in told else "yes"


def _meets(value: Any, sieve: Sieve) -> bool | None:
    if value is None:
        return None
    if sieve.allowed is not None:
        return bool(set(value if isinstance(value, list) else [value]) & sieve.allowed)
    return (sieve.low is None or value >= sieve.low) and (sieve.high is None or value <= sieve.high)


def _within(each: Measured, one: One, span: Span) -> bool:
    if each.name == PRICE:
        low = high = one.price
    else:
        assert each.about is not None
        ends = [one.values.get(key) for key in (each.name, each.about.range_to or "")]
        told = [end for end in ends if end is not None]
        if not told:
            return False
        low, high = told[0], told[-1]
    return (span.high is None or low <= span.high) and (span.low is None or high >= span.low)
