"""Reads of products, as column tuples. No page's cost grows with the number of products: counts are kept in a table."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from webapp.catalogue.models import Maker, Product, ProductCount
from webapp.core.database import read
from webapp.core.errors import NotFound
from webapp.core.listing import PAGE_SIZE, Page
from webapp.reference.models import City, Item, Kind, Region, Section
from webapp.reference.queries import Row, has_all

Query = sa.Select[*tuple[Any, ...]]

LISTED = (Product.number, Product.name, Product.price_kopecks, Product.values.label("characteristics"))
"""What a list shows of a product."""


_COUNTS = sa.select(ProductCount.code, ProductCount.number).where(
    ProductCount.code.in_(sa.bindparam("codes", expanding=True))
)
_LIST: Query = sa.select(*LISTED).order_by(Product.name).limit(PAGE_SIZE).offset(sa.bindparam("offset"))
_NUMBERED: Query = sa.select(
    Product.number, Product.name, Product.price_kopecks, Product.item_code, Product.kind_code
).where(Product.number.in_(sa.bindparam("numbers", expanding=True)))
_OF_ITEM = _LIST.where(Product.item_code == sa.bindparam("code"))
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
        Product.needs_fitting,
        Product.is_demo,
        Maker.name.label("maker"),
        Maker.about.label("maker_about"),
        Maker.phone.label("maker_phone"),
        Maker.email.label("maker_email"),
        Maker.site.label("maker_site"),
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


def products_of_item(item_code: str, page: int) -> Page[Row]:
    """A page of the products that fit an item of the classification, by name."""
    return _page(_OF_ITEM, item_code, page)


def _page(query: Query, code: str, page: int) -> Page[Row]:
    rows = read(query, {"code": code, "offset": (page - 1) * PAGE_SIZE}).all()
    return Page(rows, page, product_counts([code])[code])


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


def products_with(lemmas: Sequence[Sequence[str]], page: int) -> Page[Row]:
    """Products whose names hold, for every word asked, one of its dictionary forms."""
    condition = has_all(Product.lemmas, lemmas)
    return _searched(condition, page)


def products_by_article(written: Iterable[str], page: int) -> Page[Row]:
    """Products whose maker's article or number is exactly one of these texts, capitals aside."""
    # The spellings are made here: SQLite's own lower() knows Latin letters only.
    spellings = {spelling for text in written for spelling in (text, text.upper(), text.lower())}
    condition = sa.or_(Product.article.in_(spellings), Product.number.in_(spellings))
    return _searched(condition, page)


def _searched(condition: sa.ColumnElement[bool], page: int) -> Page[Row]:
    total = read(sa.select(sa.func.count()).select_from(Product).where(condition)).scalar_one()
    if not total:
        return Page((), page, 0)
    rows = read(_LIST.where(condition), {"offset": (page - 1) * PAGE_SIZE}).all()
    return Page(rows, page, total)
