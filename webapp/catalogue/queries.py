"""Reads of products, as column tuples. No page's cost grows with the number of products: counts are kept in a table."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from webapp.catalogue.models import Maker, Product, ProductCount
from webapp.core.database import read
from webapp.core.errors import NotFound
from webapp.reference.models import City, Item, Kind, Region, Section
from webapp.reference.queries import Row

Query = sa.Select[*tuple[Any, ...]]

_COUNTS = sa.select(ProductCount.code, ProductCount.number).where(
    ProductCount.code.in_(sa.bindparam("codes", expanding=True))
)
_NUMBERED: Query = sa.select(
    Product.number,
    Product.name,
    Product.price_kopecks,
    Product.item_code,
    Product.kind_code,
    Product.values.label("characteristics"),
).where(Product.number.in_(sa.bindparam("numbers", expanding=True)))
_PLACED: Query = (
    sa.select(Product.number, Maker.name.label("maker"), Item.plain_name.label("item_name"))
    .join(Maker, Maker.id == Product.maker_id)
    .join(Item, Item.code == Product.item_code)
    .where(Product.number.in_(sa.bindparam("numbers", expanding=True)))
)
_PRODUCT: Query = (
    sa.select(
        Product.number,
        Product.name,
        Product.summary,
        Product.article,
        Product.price_kopecks,
        Product.values.label("characteristics"),
        Product.touch,
        Product.hearing,
        Product.colours,
        Product.accessories,
        Product.registration_number,
        Product.registered_on,
        Product.needs_fitting,
        Product.is_demo,
        Maker.name.label("maker"),
        Maker.about.label("maker_about"),
        Maker.phone.label("maker_phone"),
        Maker.email.label("maker_email"),
        Maker.site.label("maker_site"),
        Maker.checked_on,
        Maker.checked_by,
        Maker.checks,
        City.name.label("maker_city"),
        Region.name.label("maker_region"),
        Item.code.label("item_code"),
        Item.plain_name.label("item_name"),
        Item.is_official,
        Item.term_text,
        Item.term_text_en,
        Kind.code.label("kind_code"),
        Kind.name.label("kind_name"),
        Kind.name_en.label("kind_name_en"),
        Kind.profile,
        Section.code.label("section_code"),
        Section.short_name.label("section_name"),
        Section.name_en.label("section_name_en"),
    )
    .join(Maker, Maker.id == Product.maker_id)
    .join(City, City.id == Maker.city_id)
    .join(Region, Region.code == City.region_code)
    .join(Item, Item.code == Product.item_code)
    .join(Kind, Kind.code == Product.kind_code)
    .join(Section, Section.code == Kind.section_code)
    .where(Product.number == sa.bindparam("number"))
)


def product_counts(codes: Iterable[str]) -> Mapping[str, int]:
    """How many products each section, kind or item has; those without products count 0."""
    asked = list(codes)
    rows = read(_COUNTS, {"codes": asked}).all()
    return dict.fromkeys(asked, 0) | {row.code: row.number for row in rows}


def product(number: str) -> Row:
    """One product with its maker and its place in the classification. Raises NotFound."""
    row = read(_PRODUCT, {"number": number}).one_or_none()
    if row is None:
        raise NotFound("product")
    return row


def products_numbered(numbers: Iterable[str]) -> Mapping[str, Row]:
    """Those of the products that are in the catalogue, by number, with their places in the classification."""
    asked = list(numbers)
    return {row.number: row for row in read(_NUMBERED, {"numbers": asked}).all()} if asked else {}


def makers_and_items(numbers: Iterable[str]) -> Mapping[str, Row]:
    """Of these products, by number, the names of maker and item. One query, none for no products."""
    asked = list(numbers)
    return {row.number: row for row in read(_PLACED, {"numbers": asked}).all()} if asked else {}
