"""How long authorities are kept, and what a removed person or a new key means for them; in the caller's transaction."""

from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.encryption import fingerprint, fingerprints
from webapp.people.models import Person
from webapp.representatives.claims import Claimed
from webapp.representatives.models import Authority, Invitation

WAITS_FOR = timedelta(days=90)
"""How long a claim may wait for its proof: it names somebody who may never have heard of this site."""


def forget(database: Session, person_id: int, snils: str) -> list[int]:
    """A person is removed: so is every authority and claim of theirs and about them, the claimed names with it.

    Returns the people who are known only because this person acted for them: nobody can reach them any more.
    """
    held = sa.select(Authority.person_id).where(Authority.representative_id == person_id)
    alone = _never_signed_in(database, [each for each in database.scalars(held) if each is not None])
    about = [Authority.representative_id == person_id, Authority.person_id == person_id]
    if snils:
        about.append(Authority.person_key.in_(fingerprints(snils)))
    database.execute(sa.delete(Authority).where(sa.or_(*about)))
    database.execute(sa.delete(Invitation).where(Invitation.person_id == person_id))
    others = set(database.scalars(sa.select(Authority.person_id).where(Authority.person_id.in_(alone))))
    return sorted(set(alone) - others)


def _never_signed_in(database: Session, ids: list[int]) -> list[int]:
    found = sa.select(Person.id).where(Person.id.in_(ids), Person.signed_in_at.is_(None))
    return list(database.scalars(found))


def renew_keys(database: Session) -> int:
    """Fingerprints anew, under the first key, in the caller's transaction; returns how many."""
    rows = database.scalars(sa.select(Authority).where(Authority.person_key.is_not(None)).with_for_update()).all()
    for row in rows:
        row.person_key = fingerprint(Claimed.from_json(row.claimed).snils)
    return len(rows)


def remove_over(database: Session) -> int:
    """Delete claims that nothing has proven, and that nobody touched for so long; returns how many."""
    over = Authority.proof.is_(None), Authority.changed_at < clock.now() - WAITS_FOR
    return int(database.execute(sa.delete(Authority).where(*over)).rowcount)  # type: ignore[attr-defined]
