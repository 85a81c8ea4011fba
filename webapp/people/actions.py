"""Writes about people, in the caller's transaction."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.database import insert_into
from webapp.core.encryption import fingerprint, fingerprints
from webapp.gateways.identity.port import Identified
from webapp.people import joining
from webapp.people.errors import SomebodyElse
from webapp.people.models import Person
from webapp.people.queries import Told
from webapp.people.rules import may_be_born, same_surname
from webapp.people.surnames import gender_by_patronymic

KEYS_AT_ONCE = 500


@dataclass(frozen=True, slots=True, repr=False)
class Represented:
    """Somebody for whom another acts, as the proof of that names them; `oid` where ЕСИА told it, else empty.

    `is_proven`: what was told proves the right, too (of a child, a confirmed birth certificate).
    """

    last_name: str
    first_name: str
    middle_name: str
    birth_date: date | None
    snils: str
    oid: str = ""
    is_proven: bool = True


def note(database: Session, identified: Identified) -> int:
    """Note down who has signed in; returns the person's id.

    One statement, so that two devices that sign in for the first time at once make one person. Whom others have acted
    for under the same confirmed СНИЛС, surname and birthday finds all of that, whether they were here before or not.
    """
    values: dict[str, Any] = {"told": asdict(_told(identified)), "signed_in_at": identified.signed_in_at}
    values["snils_key"] = _key(identified.snils)
    _know_again(database, identified)
    noted = insert_into(database, Person).values(oid=identified.oid, first_seen_at=clock.now(), **values)
    noted = noted.on_conflict_do_update(index_elements=[Person.oid], set_=values)
    database.execute(noted)
    person_id: int = database.execute(sa.select(Person.id).where(Person.oid == identified.oid)).scalar_one()
    for other in _unnamed(database, identified):
        joining.join(database, other, person_id)
    return person_id


def _know_again(database: Session, identified: Identified) -> None:
    """Who signs in for the first time may be known already, by the СНИЛС alone: that row is theirs."""
    known = sa.select(Person.id).where(Person.oid == identified.oid).exists()
    for number in _unnamed(database, identified)[:1]:
        named = sa.update(Person).where(Person.id == number, ~known).values(oid=identified.oid)
        database.execute(named.execution_options(synchronize_session=False))


def _unnamed(database: Session, identified: Identified) -> list[int]:
    return joining.unnamed(database, identified.snils or "", identified.last_name, identified.birth_date)


def _key(snils: str | None) -> str | None:
    return fingerprint(snils) if snils else None


def note_represented(database: Session, person: Represented) -> int:
    """Note down for whom somebody acts; returns the person's id, of who is known already theirs.

    What ЕСИА told of a person at their own sign-in is not touched. Raises SomebodyElse where the СНИЛС is of a person
    with another surname or birthday.
    """
    known = _known(database, person)
    if known is None:
        values: dict[str, Any] = {
            "oid": person.oid or None,
            "snils_key": _key(person.snils),
            "told": asdict(_told_of(person)),
            "first_seen_at": clock.now(),
        }
        database.execute(insert_into(database, Person).values(**values).on_conflict_do_nothing())
        known = _known(database, person)
        assert known is not None
    if not person.oid and not _is_same(Told(**known.told), person):
        raise SomebodyElse
    if person.oid:
        _note_child(database, known, person)
    database.flush()
    return known.id


def _note_child(database: Session, known: Person, child: Represented) -> None:
    """ЕСИА has named the child: a surname may change, a СНИЛС that it does not tell this time is still theirs."""
    known.oid = child.oid
    if known.signed_in_at is None:
        told = _told_of(replace(child, snils=child.snils or known.told["snils"]))
        known.told, known.snils_key = asdict(told), _key(told.snils)
    database.flush()
    for other in joining.unnamed(database, child.snils, child.last_name, child.birth_date):
        joining.join(database, other, known.id)


def _known(database: Session, person: Represented) -> Person | None:
    """By ЕСИА's number; by the СНИЛС where there is none, who has signed in before who has not."""
    if person.oid:
        found = database.scalar(sa.select(Person).where(Person.oid == person.oid))
        same = [] if found else joining.unnamed(database, person.snils, person.last_name, person.birth_date)
        return database.get(Person, same[0]) if same else found
    by_snils = sa.select(Person).where(Person.snils_key.in_(fingerprints(person.snils)))
    by_snils = by_snils.order_by(Person.signed_in_at.desc().nulls_last(), Person.id.desc())
    return database.scalars(by_snils).first()


def _is_same(told: Told, person: Represented) -> bool:
    return same_surname(told.last_name, person.last_name) and may_be_born(told.birth_date, person.birth_date)


def _told_of(person: Represented) -> Told:
    return Told(
        last_name=person.last_name,
        first_name=person.first_name,
        middle_name=person.middle_name,
        birth_date=person.birth_date.isoformat() if person.birth_date else "",
        gender=gender_by_patronymic(person.middle_name),
        snils=person.snils,
        region="",
    )


def forget(database: Session, person_id: int) -> None:
    """Remove a person; what belongs to them alone goes with them (foreign keys)."""
    database.execute(sa.delete(Person).where(Person.id == person_id))


def renew_keys(database: Session) -> int:
    """Fingerprints anew, under the first key, in the caller's transaction; returns how many."""
    rows = database.scalars(sa.select(Person).with_for_update()).all()
    for row in rows:
        row.snils_key = _key(row.told["snils"])
    return sum(row.snils_key is not None for row in rows)


def fill_keys(database: Session, after: int) -> tuple[int, int | None]:
    """Fingerprints of people noted before there were any (migration 0006): so many at a time, by their numbers.

    Returns how many got one, and the number to go on `after`; None when all were walked. Whoever has one keeps it, and
    who has no СНИЛС gets none. Raises Unreadable.
    """
    lacking = sa.select(Person).where(Person.id > after, Person.snils_key.is_(None), Person.oid.is_not(None))
    rows = database.scalars(lacking.order_by(Person.id).limit(KEYS_AT_ONCE).with_for_update()).all()
    for row in rows:
        row.snils_key = _key(row.told.get("snils"))
    return sum(row.snils_key is not None for row in rows), rows[-1].id if rows else None


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
