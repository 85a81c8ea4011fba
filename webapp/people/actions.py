"""Writes about people, in the caller's transaction."""

from dataclasses import asdict
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.database import insert_into
from webapp.gateways.identity.port import Identified
from webapp.people.models import Person
from webapp.people.queries import Told


def note(database: Session, identified: Identified) -> int:
    """Note down who has signed in; returns the person's id.

    One statement, so that two devices that sign in for the first time at once make one person.
    """
    values = {"told": asdict(_told(identified)), "signed_in_at": identified.signed_in_at}
    noted = insert_into(database, Person).values(oid=identified.oid, first_seen_at=clock.now(), **values)
    noted = noted.on_conflict_do_update(index_elements=[Person.oid], set_=values)
    database.execute(noted)
    return database.execute(sa.select(Person.id).where(Person.oid == identified.oid)).scalar_one()


def _plain(value: Any) -> dict[str, Any]:
    """A value of the port as JSON can hold it: days as YYYY-MM-DD."""

    def written(fields: list[tuple[str, Any]]) -> dict[str, Any]:
        return {name: each.isoformat() if isinstance(each, date) else each for name, each in fields}

    return asdict(value, dict_factory=written)


def _told(identified: Identified) -> Told:
    return Told(
        last_name=identified.last_name,
        first_name=identified.first_name,
        middle_name=identified.middle_name,
        birth_date=identified.birth_date.isoformat() if identified.birth_date else "",
        gender=identified.gender,
        snils=identified.snils or "",
        region=identified.region or "",
        document=_plain(identified.document) if identified.document else {},
        contacts=[_plain(each) for each in identified.contacts],
        addresses=[_plain(each) for each in identified.addresses],
        children=[_plain(each) for each in identified.children],
    )
