"""Writes of what is kept of the register, in the caller's transaction. What is asked over the network: `exchange`."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.accompaniment.kind import KIND
from webapp.accompaniment.models import AccompanimentCopy, OrganisationsCopy
from webapp.applications import drafts
from webapp.consents import queries as consents
from webapp.consents.errors import NotGiven
from webapp.consents.rules import ACCOMPANIMENT_SINCE, Purpose
from webapp.core.actor import Actor
from webapp.core.database import insert_into
from webapp.people.joining import fresher_stays


def row_of(database: Session, actor: Actor) -> AccompanimentCopy:
    """The actor's row, held until the end of the transaction; two tabs that come first at once make one.

    Raises NotGiven where there is no consent to a text that names this register: whatever is on its way then is not
    kept. The consent is held, too.
    """
    if not consents.hold(database, actor.person_id, Purpose.PROGRAMME, ACCOMPANIMENT_SINCE):
        raise NotGiven(Purpose.PROGRAMME, ACCOMPANIMENT_SINCE)
    new = insert_into(database, AccompanimentCopy).values(person_id=actor.person_id)
    database.execute(new.on_conflict_do_nothing())
    return database.get_one(AccompanimentCopy, actor.person_id, with_for_update=True)


def row_of_region(database: Session, region: str) -> OrganisationsCopy:
    """The region's row, held until the end of the transaction."""
    new = insert_into(database, OrganisationsCopy).values(region=region)
    database.execute(new.on_conflict_do_nothing())
    return database.get_one(OrganisationsCopy, region, with_for_update=True)


def forget(database: Session, person_id: int) -> None:
    """Remove all that was kept about a person under the consent: the register's answer, applications begun."""
    database.execute(sa.delete(AccompanimentCopy).where(AccompanimentCopy.person_id == person_id))
    drafts.forget_of(database, person_id, KIND.slug)


def join(database: Session, gone: int, stays: int) -> None:
    """Two numbers are one person: the fresher copy stays, and none where there is no consent."""
    if consents.hold(database, stays, Purpose.PROGRAMME, ACCOMPANIMENT_SINCE):
        fresher_stays(database, AccompanimentCopy, gone, stays)
    else:
        forget(database, gone)
