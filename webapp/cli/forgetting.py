"""Removing a person and all that is theirs, by ЕСИА's number."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp import create_app
from webapp.consents import actions as consents
from webapp.core import kept_forms, sessions
from webapp.core.access_log import note_command
from webapp.core.database import db, leave_nothing_behind, record
from webapp.core.encryption import fingerprint
from webapp.people import actions as people
from webapp.people.models import Person
from webapp.representatives import keeping
from webapp.settings import Settings

FORGOTTEN = "person.forgotten"
STILL_IN_USE = "the journal of the file is in use: stop the site and run change-data-keys, which writes the file anew"


class Nobody(Exception):
    """No person has this number."""


def forgotten(settings: Settings, oid: str) -> list[str]:
    """Remove the person; says how many people that were, and whether the file is clean. Raises Nobody, Unreadable.

    A child or ward who was known only through this person goes, too. What the law wants kept stays without a name: the
    rows of consents and of the log of access.
    """
    with create_app(settings).app_context():
        try:
            with record() as database:
                found = database.scalar(sa.select(Person.id).where(Person.oid == oid))
                if found is None:
                    raise Nobody("no person has this number")
                count = _forget(database, found)
            is_clean = leave_nothing_behind()
        finally:
            db.engine.dispose()
    return [f"people removed: {count}", *([] if is_clean else [STILL_IN_USE])]


def _forget(database: Session, person_id: int) -> int:
    snils = database.get_one(Person, person_id).told.get("snils", "")
    alone = keeping.forget(database, person_id, snils)
    consents.forget(database, person_id, fingerprint(snils) if snils else None)
    sessions.end_all_of(person_id, database)
    kept_forms.remove_of(person_id, database)
    people.forget(database, person_id)
    note_command(database, person_id, FORGOTTEN)
    database.flush()
    return 1 + sum(_forget(database, each) for each in alone)
