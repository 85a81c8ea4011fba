"""Writes of reading settings, in the caller's transaction."""

from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.database import db, insert_into
from webapp.core.reading import Reading
from webapp.reading_settings.models import ReadingProfile


def choose(actor: Actor, reading: Reading) -> None:
    """Remember what the person who is here chose; of somebody who has not signed in nothing is stored here.

    One statement, so that two devices that choose at once leave one choice.
    """
    if not actor.is_signed_in:
        return
    values = {"code": reading.code, "chosen_at": clock.now()}
    chosen = insert_into(db.session, ReadingProfile).values(person_id=actor.user, **values)
    db.session.execute(chosen.on_conflict_do_update(index_elements=[ReadingProfile.person_id], set_=values))
