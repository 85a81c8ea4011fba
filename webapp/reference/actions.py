"""Loading the reference data: replaces them whole, only when the files have changed, in the caller's transaction."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from webapp.core import data_version, loading
from webapp.core.database import Base
from webapp.core.loading import Rows, bring, digest_of, remove_gone
from webapp.reference import dataset, lemmas
from webapp.reference.models import City, Item, Kind, Region, Section, UncodedItem

NAME = "reference"


def load(session: Session) -> bool:
    """Bring the reference tables to the state of the files. Returns whether anything had to change.

    Rows keep their codes. A code that disappeared from the files is kept, behind all others, while something still
    refers to it: an address that was given out must live on.
    """
    digest = digest_of(Path(__file__).parent, Path(loading.__file__))
    if data_version.is_loaded(session, NAME, digest):
        return False
    bodies: tuple[tuple[type[Base], str, Rows], ...] = (
        (Region, "code", list(_regions())),
        (City, "id", list(_cities())),
        (Section, "code", list(_sections())),
        (Kind, "code", list(_kinds())),
        (Item, "code", list(_items())),
        (UncodedItem, "slug", list(_uncoded_items())),
    )
    for model, key, rows in bodies:
        bring(session, model, key, rows)
    for model, key, rows in reversed(bodies):  # what points at others goes first
        remove_gone(session, model, key, (row[key] for row in rows))
    data_version.note(session, NAME, digest)
    return True


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
