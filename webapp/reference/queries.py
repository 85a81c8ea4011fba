"""Reads of the classification, as column tuples: lists need no entities."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from webapp.core.database import read
from webapp.core.errors import NotFound
from webapp.reference.models import Item, Kind, Section, UncodedItem

Row = sa.Row[*tuple[Any, ...]]

_CODE: sa.BindParameter[str] = sa.bindparam("code")
_SECTIONS = sa.select(Section.code, Section.short_name, Section.name_en, Section.purpose, Section.purpose_en).order_by(
    Section.position
)
_SECTION = sa.select(
    Section.code,
    Section.name,
    Section.short_name,
    Section.name_en,
    Section.purpose,
    Section.purpose_en,
    Section.is_official,
).where(Section.code == _CODE)
_KINDS_OF = (
    sa.select(Kind.code, Kind.name, Kind.name_en, sa.func.count(Item.code).label("item_count"))
    .join(Item, Item.kind_code == Kind.code, isouter=True)
    .where(Kind.section_code == _CODE)
    .group_by(Kind.code, Kind.name, Kind.name_en, Kind.position)
    .order_by(Kind.position)
)
_KIND = (
    sa.select(
        Kind.code,
        Kind.name,
        Kind.name_en,
        Kind.profile,
        Kind.section_code,
        Section.short_name.label("section_name"),
        Section.name_en.label("section_name_en"),
    )
    .join(Section, Section.code == Kind.section_code)
    .where(Kind.code == _CODE)
)
_ITEMS_OF = (
    sa.select(Item.code, Item.plain_name, Item.is_official, Item.term_text, Item.term_text_en)
    .where(Item.kind_code == _CODE)
    .order_by(Item.position)
)
_ITEM: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        Item.code,
        Item.name,
        Item.plain_name,
        Item.is_official,
        Item.term_text,
        Item.term_text_en,
        Item.kind_code,
        Kind.name.label("kind_name"),
        Kind.name_en.label("kind_name_en"),
        Kind.profile,
        Kind.section_code,
        Section.short_name.label("section_name"),
        Section.name_en.label("section_name_en"),
    )
    .join(Kind, Kind.code == Item.kind_code)
    .join(Section, Section.code == Kind.section_code)
    .where(Item.code == _CODE)
)
_UNCODED_OF = (
    sa.select(UncodedItem.group_name, UncodedItem.group_name_en, UncodedItem.plain_name)
    .where(UncodedItem.section_code == _CODE)
    .order_by(UncodedItem.position)
)


def sections() -> Sequence[Row]:
    """All sections in the order of the classification."""
    return read(_SECTIONS).all()


def section(code: str) -> Row:
    """One section. Raises NotFound."""
    return _one(_SECTION, code)


def kinds_of(section_code: str) -> Sequence[Row]:
    """Kinds of a section with the number of their items."""
    return read(_KINDS_OF, {"code": section_code}).all()


def kind(code: str) -> Row:
    """One kind with the names of its section. Raises NotFound."""
    return _one(_KIND, code)


def items_of(kind_code: str) -> Sequence[Row]:
    """Items of a kind in the order of the classification."""
    return read(_ITEMS_OF, {"code": kind_code}).all()


def item(code: str) -> Row:
    """One item with the names of its kind and section. Raises NotFound."""
    return _one(_ITEM, code)


def uncoded_items_of(section_code: str) -> Sequence[Row]:
    """Items of a section that are known by name alone, in order of their groups."""
    return read(_UNCODED_OF, {"code": section_code}).all()


def items_with(lemmas: Sequence[Sequence[str]]) -> Sequence[Row]:
    """Items whose names hold, for every word asked, one of its dictionary forms. At most all 223 of them."""
    columns = (Item.code, Item.plain_name, Item.is_official, Item.kind_code)
    return read(sa.select(*columns).where(has_all(Item.lemmas, lemmas)).order_by(Item.position)).all()


def has_all(column: Any, lemmas: Sequence[Sequence[str]]) -> sa.ColumnElement[bool]:
    """A condition on a column of lemmas between spaces: each word by any of its dictionary forms."""
    return sa.and_(*(sa.or_(*(column.contains(f" {form} ", autoescape=True) for form in forms)) for forms in lemmas))


def _one(query: sa.Select[*tuple[Any, ...]], code: str) -> Row:
    row = read(query, {"code": code}).one_or_none()
    if row is None:
        raise NotFound("classification")
    return row
