"""How long authorities are kept, and what a removed person or a new key means for them; in the caller's transaction."""

from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.encryption import fingerprint
from webapp.representatives.claims import Claimed
from webapp.representatives.models import Authority

WAITS_FOR = timedelta(days=90)
"""How long a claim may wait for its proof: it names somebody who may never have heard of this site."""


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
