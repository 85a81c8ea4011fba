"""Writes of consents, in the caller's transaction."""

from collections.abc import Callable, Mapping, Sequence

import sqlalchemy as sa
from flask import Flask, current_app
from sqlalchemy.orm import Session

from webapp.consents import queries
from webapp.consents.errors import NotInForce, NotYours
from webapp.consents.models import Consent
from webapp.consents.rules import KEPT_FOR, Purpose, newest
from webapp.core import clock
from webapp.core.access_log import note_deed, note_own
from webapp.core.actor import Actor
from webapp.core.database import insert_into

GIVEN, WITHDRAWN = "consent.given", "consent.withdrawn"
"""What the log of access calls it."""
Ending = Callable[[Session, int], None]
"""Removes what was kept of a person under a consent, in the caller's transaction."""
Endings = Mapping[Purpose, Sequence[Ending]]
Beginning = Callable[[Actor], None]
"""Begins what a consent allows, after the transaction that keeps the consent."""
Beginnings = Mapping[Purpose, Sequence[Beginning]]


def init_app(app: Flask, beginnings: Beginnings, endings: Endings) -> None:
    """What features above this one begin when a consent is given, and what they remove when it is withdrawn."""
    app.extensions["consent_beginnings"] = beginnings
    app.extensions["consent_endings"] = endings


def give(database: Session, actor: Actor, purpose: Purpose, version: str | None = None) -> None:
    """The actor agrees to the text in force, for whom they act. What is given already stays as it was given.

    `version` is of the text that was read, where there was a page. Raises NotYours; NotInForce where it was another.
    """
    _may_decide(actor)
    if version not in (None, newest(purpose)):
        raise NotInForce
    row = {
        "person_id": actor.person_id,
        "purpose": purpose,
        "version": newest(purpose),
        "given_at": clock.now(),
        "given_by": actor.user,
        "authority": actor.authority,
        "withdrawn_authority": "",
    }
    made = insert_into(database, Consent).values(**row).on_conflict_do_nothing().returning(Consent.id)
    if database.execute(made).first() is not None:
        note_deed(database, actor, f"{GIVEN}.{purpose}")


def begin(actor: Actor, purpose: Purpose) -> None:
    """Begin what the consent allows; outside of any transaction, the consent being kept."""
    beginnings: Beginnings = current_app.extensions["consent_beginnings"]
    for beginning in beginnings.get(purpose, ()):
        beginning(actor)


def withdraw(database: Session, actor: Actor, purpose: Purpose) -> None:
    """End the consent to every text, and remove at once what was kept under it. Nothing where there is none.

    Raises NotYours.
    """
    _may_decide(actor)
    open_one = Consent.person_id == actor.person_id, Consent.purpose == purpose, Consent.withdrawn_at.is_(None)
    over = {"withdrawn_at": clock.now(), "withdrawn_by": actor.user, "withdrawn_authority": actor.authority}
    ended = sa.update(Consent).where(*open_one).values(**over).execution_options(synchronize_session=False)
    if not database.execute(ended).rowcount:  # type: ignore[attr-defined]
        return
    endings: Endings = current_app.extensions["consent_endings"]
    for ending in endings.get(purpose, ()):
        ending(database, actor.person_id)
    note_deed(database, actor, f"{WITHDRAWN}.{purpose}")


def forget(database: Session, person_id: int, person_key: str | None) -> None:
    """The person is removed: what they gave ends; that it was given stays on record, without them."""
    own = sa.update(Consent).where(Consent.person_id == person_id).execution_options(synchronize_session=False)
    database.execute(own.values(person_key=person_key))
    database.execute(own.where(Consent.withdrawn_at.is_(None)).values(withdrawn_at=clock.now()))


def join(database: Session, gone: int, stays: int) -> None:
    """Two numbers are one person: consents given for the first are the second's.

    Where the person has spoken under their own number, given or withdrawn, that counts: what others gave ends.
    """
    said = set(database.scalars(sa.select(Consent.purpose).where(Consent.person_id == stays)))
    theirs = sa.update(Consent).where(Consent.person_id == gone).execution_options(synchronize_session=False)
    ended = theirs.where(Consent.withdrawn_at.is_(None), Consent.purpose.in_(said)).returning(Consent.purpose)
    for purpose in database.scalars(ended.values(withdrawn_at=clock.now(), withdrawn_by=stays)).all():
        note_own(database, stays, f"{WITHDRAWN}.{purpose}", "")
    database.execute(theirs.values(person_id=stays))


def remove_over(database: Session) -> int:
    """Delete rows of consents that ended long ago; returns how many."""
    over = Consent.withdrawn_at < clock.now() - KEPT_FOR
    return int(database.execute(sa.delete(Consent).where(over)).rowcount)  # type: ignore[attr-defined]


def _may_decide(actor: Actor) -> None:
    found = queries.hindrance(actor)
    if found is not None:
        raise NotYours(found)
