"""Reads of consents, always about whom the actor acts for."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.consents import rules
from webapp.consents.models import Consent
from webapp.consents.rules import Hindrance, Purpose
from webapp.core.actor import Actor
from webapp.core.database import read
from webapp.people import queries as people
from webapp.representatives import queries as representatives
from webapp.representatives.queries import Known
from webapp.representatives.rules import LEGAL, Kind

_OPEN = Consent.withdrawn_at.is_(None), Consent.purpose == sa.bindparam("purpose")
_IS_GIVEN = sa.select(Consent.id).where(
    Consent.person_id == sa.bindparam("person_id"),
    *_OPEN,
    Consent.version.in_(sa.bindparam("versions", expanding=True)),
)
_ALL = (
    sa.select(
        Consent.purpose,
        Consent.version,
        Consent.given_at,
        Consent.given_by,
        Consent.authority,
        Consent.withdrawn_at,
        Consent.withdrawn_by,
    )
    .where(Consent.person_id == sa.bindparam("person_id"))
    .order_by(Consent.id.desc())
)


@dataclass(frozen=True, slots=True, repr=False)
class Kept:
    """One consent. `by` names who gave it: empty for who is here, None for somebody who is no more; so `over_by`.

    `kind` is what the giver was to the person; None for the person themselves, and where that is not known any more.
    """

    purpose: Purpose
    version: str
    given_at: datetime
    by: str | None
    kind: Kind | None
    withdrawn_at: datetime | None
    over_by: str | None

    @property
    def is_open(self) -> bool:
        return self.withdrawn_at is None


def is_given(actor: Actor, purpose: Purpose, since: str = "") -> bool:
    """Whether there is a consent for this now, to a text from the version `since` on."""
    asked = {"person_id": actor.person_id, "purpose": purpose, "versions": rules.versions(purpose, since)}
    return read(_IS_GIVEN, asked).first() is not None


def hold(database: Session, person_id: int, purpose: Purpose, since: str = "") -> bool:
    """Whether it is given; where it is, it stays so until the transaction ends: a withdrawal waits for it.

    On SQLite a writing transaction is alone anyway.
    """
    own = Consent.person_id == person_id, Consent.purpose == purpose, Consent.withdrawn_at.is_(None)
    named = Consent.version.in_(rules.versions(purpose, since))
    return database.scalar(sa.select(Consent.id).where(*own, named).limit(1).with_for_update(read=True)) is not None


def all_of(actor: Actor) -> list[Kept]:
    """All that were ever given, as far as they are kept, the newest first."""
    rows = read(_ALL, {"person_id": actor.person_id}).all()
    names: dict[int | None, str] = {}
    names |= people.names_of(
        {each for row in rows for each in (row.given_by, row.withdrawn_by)} - {None, actor.user_id}
    )
    names[actor.user_id] = ""
    parts = representatives.parts_of({row.authority for row in rows} - {""})
    return [
        Kept(
            purpose=Purpose(row.purpose),
            version=row.version,
            given_at=row.given_at,
            by=names.get(row.given_by),
            kind=parts[row.authority].kind if row.authority in parts else None,
            withdrawn_at=row.withdrawn_at,
            over_by=names.get(row.withdrawn_by),
        )
        for row in rows
    ]


def given(actor: Actor, purpose: Purpose) -> dict[str, Kept]:
    """Those that count now, by their texts, the newest first."""
    return {each.version: each for each in all_of(actor) if each.purpose is purpose and each.is_open}


def acting_as(actor: Actor) -> Known | None:
    """The authority by which the actor acts; None for themselves."""
    return representatives.held_one(actor, actor.authority) if actor.acting is not None else None


def hindrance(actor: Actor) -> Hindrance | None:
    """Why the actor cannot decide about consents; None where they can. Everybody decides about their own."""
    known = acting_as(actor)
    if known is None or actor.acting is None:
        return None
    return rules.hindrance(actor.acting.functions, known.kind in LEGAL, known.claimed.covers_consent)
