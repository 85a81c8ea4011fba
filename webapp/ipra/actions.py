"""Writes of the register's copy, in the caller's transaction, always of the actor's own. What is asked and heard over
the network is in `exchange`.
"""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.consents import queries as consents
from webapp.consents.errors import NotGiven
from webapp.consents.rules import Purpose
from webapp.core.actor import Actor
from webapp.core.database import insert_into
from webapp.ipra.models import RegisterCopy
from webapp.people.joining import fresher_stays


def want_anew(actor: Actor, database: Session) -> None:
    """The person wants newer data: the next look asks, however fresh the copy is. In the caller's transaction.

    A register that has just failed is left alone for its while all the same. Raises NotGiven.
    """
    row_of(database, actor).is_wanted = True


def row_of(database: Session, actor: Actor) -> RegisterCopy:
    """The actor's row, held until the end of the transaction; two tabs that come first at once make one.

    Raises NotGiven where there is no consent: whatever is on its way then is not kept. The consent is held, too.
    """
    if not consents.hold(database, actor.person_id, Purpose.PROGRAMME):
        raise NotGiven(Purpose.PROGRAMME)
    new = insert_into(database, RegisterCopy).values(person_id=actor.person_id, is_wanted=False)
    database.execute(new.on_conflict_do_nothing())
    return database.get_one(RegisterCopy, actor.person_id, with_for_update=True)


def forget(database: Session, person_id: int) -> None:
    """Remove all that was kept of the register's answers about a person, and the request under way."""
    database.execute(sa.delete(RegisterCopy).where(RegisterCopy.person_id == person_id))


def join(database: Session, gone: int, stays: int) -> None:
    """Two numbers are one person: the fresher copy stays, and none where there is no consent."""
    if consents.hold(database, stays, Purpose.PROGRAMME):
        fresher_stays(database, RegisterCopy, gone, stays)
    else:
        forget(database, gone)
