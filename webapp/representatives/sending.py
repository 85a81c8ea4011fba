"""A claim that was checked is sent: once, however often the button is pressed, and wherever."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.encryption import fingerprint
from webapp.people.models import Person
from webapp.representatives import actions
from webapp.representatives.claim_answers import Reading
from webapp.representatives.drafts import ClaimDraft, Draft
from webapp.representatives.errors import CannotChange
from webapp.representatives.models import Authority
from webapp.representatives.rules import State


def lock_representative(database: Session, actor: Actor) -> None:
    """What one person sends at once in several tabs goes one after the other."""
    database.execute(sa.select(Person.id).where(Person.id == actor.user).with_for_update())


def send(database: Session, actor: Actor, draft: Draft, reading: Reading) -> str:
    """Make the claim, or correct the one that was returned; returns its name. Raises TooMany, CannotChange."""
    lock_representative(database, actor)
    here = ClaimDraft.name == draft.name, ClaimDraft.representative_id == actor.user
    sent_as = database.scalar(sa.select(ClaimDraft.sent_as).where(*here))
    if sent_as is not None:
        return sent_as
    own = Authority.name == draft.name, Authority.representative_id == actor.user
    known = database.execute(sa.select(Authority.state, Authority.changed_at).where(*own)).one_or_none()
    if known is not None:
        if known.state != State.CLAIMED:  # else another tab has just sent it
            _correct(database, actor, draft.name, reading, actions.moment_after(known.changed_at))
        database.execute(sa.delete(ClaimDraft).where(*here))
        return draft.name
    name = actions.claim(actor, reading.kind, reading.claimed(), reading.terms())
    done = {"sent_as": name, "answers": {}, "touched_at": clock.now()}
    database.execute(sa.update(ClaimDraft).where(*here).values(**done).execution_options(synchronize_session=False))
    return name


def _correct(database: Session, actor: Actor, name: str, reading: Reading, moment: datetime) -> None:
    """The claim as it is said now waits anew. Another СНИЛС makes it a claim on somebody else, under the same name."""
    claimed, terms = reading.claimed(), reading.terms()
    returned = Authority.name == name, Authority.representative_id == actor.user, Authority.state == State.RETURNED
    said = {
        "kind": reading.kind,
        "state": State.CLAIMED,
        "person_key": fingerprint(claimed.snils),
        "claimed": claimed.to_json(),
        "functions": sorted(terms.functions),
        "starts_on": terms.starts_on,
        "ends_on": terms.ends_on,
        "appointed_on": terms.appointed_on,
        "remark": None,
        "changed_at": moment,
    }
    corrected = sa.update(Authority).where(*returned).values(**said).execution_options(synchronize_session=False)
    if not database.execute(corrected).rowcount:  # type: ignore[attr-defined]
        raise CannotChange
