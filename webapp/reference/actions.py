"""Loading the reference data: replaces them whole, only when the files have changed, in the caller's transaction."""

import hashlib
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.core import data_version
from webapp.core.database import Base
from webapp.reference import dataset, lemmas
from webapp.reference.models import City, Item, Kind, Region, Section, UncodedItem

NAME = "reference"


def load(session: Session) -> bool:
    """Bring the reference tables to the state of the files. Returns whether anything had to change.

    Rows that others point at are updated in place; a code that disappeared from the files is kept while something
    still refers to it (the foreign key says so: IntegrityError), because an address that was given out must live on.
    """
    digest = _digest()
    if data_version.is_loaded(session, NAME, digest):
        return False
    bodies: tuple[tuple[type[Base], Iterable[dict[str, Any]]], ...] = (
        (Region, _regions()),
        (City, _cities()),
        (Section, _sections()),
        (Kind, _kinds()),
        (Item, _items()),
        (UncodedItem, _uncoded_items()),
    )
    for model, rows in bodies:
        _bring(session, model, list(rows))
    data_version.note(session, NAME, digest)
    return True


def _bring(session: Session, model: type[Base], rows: list[dict[str, Any]]) -> None:
    table = model.__table__
    key = next(iter(table.primary_key)).name
    known = set(session.scalars(sa.select(table.c[key])))
    wanted = {row[key] for row in rows}
    gone = known - wanted
    if gone:
        session.execute(sa.delete(model).where(table.c[key].in_(gone)))
    if "position" in table.c and known:
        session.execute(sa.update(model).values(position=-1 - table.c.position))  # free the unique places
    changed = [row for row in rows if row[key] in known]
    fresh = [row for row in rows if row[key] not in known]
    if changed:
        session.execute(sa.update(model), changed)
    if fresh:
        session.execute(sa.insert(model), fresh)


def _digest() -> str:
    digest = hashlib.sha256()
    for path in sorted(dataset.DATA.glob("*.json")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _regions() -> Iterable[dict[str, Any]]:
    return ({"code": region.code, "name": region.name, "timezone": region.timezone} for region in dataset.regions())


def _cities() -> Iterable[dict[str, Any]]:
    for city in dataset.cities():
        yield {
            "id": city.id,
            "region_code": city.region_code,
            "name": city.name,
            "name_latin": city.name_latin,
            "latitude": city.lat,
            "longitude": city.lon,
            "population": city.population,
            "timezone": city.timezone,
        }


def _sections() -> Iterable[dict[str, Any]]:
    for position, section in enumerate(dataset.classification().sections):
        yield {
            "code": section.code,
            "position": position,
            "name": section.name,
            "short_name": section.short_name,
            "name_en": section.name_en,
            "purpose": section.purpose,
            "purpose_en": section.purpose_en,
            "is_official": section.code_is_official,
        }


def _kinds() -> Iterable[dict[str, Any]]:
    for position, kind in enumerate(dataset.classification().kinds):
        yield {
            "code": kind.code,
            "section_code": kind.section,
            "position": position,
            "name": kind.name,
            "name_en": kind.name_en,
            "profile": kind.profile,
        }


def _items() -> Iterable[dict[str, Any]]:
    for position, item in enumerate(dataset.classification().items):
        yield {
            "code": item.code,
            "kind_code": item.kind,
            "position": position,
            "name": item.name,
            "plain_name": item.plain_name,
            "is_official": item.code_is_official,
            "unit": item.unit,
            "term_text": item.term and item.term.text_plain,
            "term_text_en": item.term and item.term.text_en,
            "term_months": item.term and item.term.months,
            "demo_price_kopecks": item.demo_price_kopecks,
            "lemmas": lemmas.column(item.name, item.plain_name),
        }


def _uncoded_items() -> Iterable[dict[str, Any]]:
    data = dataset.classification()
    groups = {group.id: group for group in data.uncoded_groups}
    for position, item in enumerate(data.uncoded_items):
        yield {
            "slug": item.id,
            "section_code": "8",
            "position": position,
            "group_name": groups[item.group].title,
            "group_name_en": groups[item.group].title_en,
            "name": item.name,
            "plain_name": item.plain_name,
        }
