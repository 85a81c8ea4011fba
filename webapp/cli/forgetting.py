"""Removing a person and all that is theirs or says who they are, by ЕСИА's number or the СНИЛС."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp import create_app
from webapp.consents import actions as consents
from webapp.core import kept_forms, sessions, typed
from webapp.core.access_log import note_command
from webapp.core.database import db, leave_nothing_behind, record
from webapp.core.encryption import fingerprint, fingerprints
from webapp.people import actions as people
from webapp.people.models import Person
from webapp.representatives import forgetting as representatives
from webapp.settings import Settings

FORGOTTEN = "person.forgotten"
STILL_IN_USE = "the journal of the file is in use: stop the site and run change-data-keys, which writes the file anew"


class Nobody(Exception):
    """Nobody and nothing has this number."""


def forgotten(settings: Settings, number: str, is_snils: bool = False) -> list[str]:
    """Remove the person; says how many people that were, and whether the file is clean. Raises Nobody, Unreadable.

    The number is ЕСИА's, or a СНИЛС: a ward may be known by that alone. Whoever is known by the person's СНИЛС without
    an account is the person, too. A child or ward who was known only through this person goes with them. What the law
    wants kept stays without a name: the rows of consents and of the log of access.
    """
    with create_app(settings).app_context():
        try:
            with record() as database:
                gone, named = (
                    _forget_by_snils(database, _snils(number)) if is_snils else _forget_by_oid(database, number)
                )
            is_clean = leave_nothing_behind()
        finally:
            db.engine.dispose()
    said = [f"claims, drafts and kept forms of others removed: {named}", f"people removed: {gone}"]
    return [*said, *([] if is_clean else [STILL_IN_USE])]


def signed_out(settings: Settings, oid: str) -> str:
    """End every session of one person, on all devices; nothing else of theirs changes. Raises Nobody."""
    with create_app(settings).app_context():
        try:
            with record() as database:
                found = database.scalar(sa.select(Person.id).where(Person.oid == oid))
                if found is None:
                    raise Nobody("no person has this number")
                gone = sessions.end_all_of(found, database)
        finally:
            db.engine.dispose()
    return f"sessions: {gone} ended"


def _snils(number: str) -> str:
    try:
        return typed.snils(number)
    except typed.Refusal:
        raise Nobody("this is no СНИЛС: eleven digits, of which the last two check the others") from None


def _forget_by_oid(database: Session, oid: str) -> tuple[int, int]:
    """Whom this account belongs to; how many people that were, and how much others had written about them."""
    found = database.scalars(sa.select(Person).where(Person.oid == oid)).one_or_none()
    if found is None:
        raise Nobody("no person has this number; a СНИЛС is asked for by --snils")
    snils: str = found.told.get("snils", "")
    named = _forget_named(database, snils)
    unnamed = database.scalars(sa.select(Person.id).where(Person.oid.is_(None), _known_by(snils))).all()
    return sum(_forget(database, each) for each in (found.id, *unnamed)), named


def _forget_by_snils(database: Session, snils: str) -> tuple[int, int]:
    """Everybody with this number; as `_forget_by_oid`. Others may have named somebody whom the site never knew."""
    named = _forget_named(database, snils)
    known = database.scalars(sa.select(Person.id).where(_known_by(snils))).all()
    if not known and not named:
        raise Nobody("no person, claim or draft has this number")
    return sum(_forget(database, each) for each in known), named


def _known_by(snils: str) -> sa.ColumnElement[bool]:
    return Person.snils_key.in_(fingerprints(snils)) if snils else sa.false()


def _forget_named(database: Session, snils: str) -> int:
    if not snils:
        return 0
    digits = typed.digits_of(snils)
    kept = kept_forms.remove_saying(database, lambda value: typed.digits_of(value) == digits)
    return kept + representatives.forget_named(database, snils)


def _forget(database: Session, person_id: int) -> int:
    found = database.get(Person, person_id, populate_existing=True)
    if found is None:
        return 0  # went with another row of the same person
    snils = found.told.get("snils", "")
    alone = representatives.forget(database, person_id, snils)
    consents.forget(database, person_id, fingerprint(snils) if snils else None)
    sessions.end_all_of(person_id, database)
    kept_forms.remove_of(person_id, database)
    people.forget(database, person_id)
    note_command(database, person_id, FORGOTTEN)
    database.flush()
    for each in alone:
        _forget_named(database, database.get_one(Person, each).told.get("snils", ""))
    return 1 + sum(_forget(database, each) for each in alone)
