"""Reads of reading settings, always of the one who is here."""

import sqlalchemy as sa
from flask import current_app

from webapp.core import reading
from webapp.core.actor import Actor
from webapp.core.database import read
from webapp.core.reading import Reading
from webapp.reading_settings.models import ReadingProfile
from webapp.reading_settings.words import told

_CODE = sa.select(ReadingProfile.code).where(ReadingProfile.person_id == sa.bindparam("person_id"))


def chosen(actor: Actor) -> Reading | None:
    """What the person who is here chose; None where they never did. Raises NotFound for one who has not signed in."""
    code = read(_CODE, {"person_id": actor.user}).scalar_one_or_none()
    return None if code is None else Reading.of_code(code)


def told_now() -> list[str]:
    """What holds for this request, answer by answer, as it is said inside a sentence; empty when all is as usual."""
    return [answer[0].lower() + answer[1:] for answer in told(reading.present(current_app))]
