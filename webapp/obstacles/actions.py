"""Writes of reports, in the caller's transaction."""

import secrets
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.database import db, insert_into
from webapp.core.errors import NotFound
from webapp.core.typed import line
from webapp.obstacles.errors import AlreadyAnswered, NothingSaid
from webapp.obstacles.models import Obstacle
from webapp.obstacles.rules import DIGITS, Answer, Message, number_of, plain, promised

TRIES = 5
"""Numbers that are taken come by chance about never; so many in a row are a fault."""


def report(message: Message, key: str, answer_days: int) -> str:
    """Keep a report and return its number. The same form sent twice is one report, and has one number."""
    sent_as = message.sent_as(key)
    row: dict[str, Any] = {
        "sent_as": sent_as,
        "message": asdict(message),
        "reported_at": clock.now(),
        "promised_for": promised(clock.today(), answer_days),
    }
    known = sa.select(Obstacle.number).where(Obstacle.sent_as == sent_as)
    for _ in range(TRIES):
        number = number_of(secrets.randbelow(10**DIGITS))
        kept = insert_into(db.session, Obstacle).values(number=number, **row).on_conflict_do_nothing()
        db.session.execute(kept)
        found = db.session.scalars(known).one_or_none()
        if found is not None:
            return found
    raise RuntimeError("every number tried is taken")


def answer(database: Session, number: str, text: str, language: str = "", replaces: bool = False) -> None:
    """Answer a report, or answer it anew: its time to be kept begins then. No language is that of the report.

    Raises NotFound, NothingSaid, AlreadyAnswered when there is an answer that this one does not replace.
    """
    row = database.get(Obstacle, number, with_for_update=True)
    if row is None:
        raise NotFound("report")
    if not line(text):
        raise NothingSaid
    if row.answered_at is not None and not replaces:
        raise AlreadyAnswered
    said = Answer(plain(text), language or row.message["language"])
    row.answer, row.answered_at = asdict(said), clock.now()


def remove(database: Session, number: str) -> None:
    """Remove a report, whatever its state. Raises NotFound."""
    gone = database.execute(sa.delete(Obstacle).where(Obstacle.number == number))
    if not gone.rowcount:  # type: ignore[attr-defined]
        raise NotFound("report")


def remove_expired(database: Session) -> int:
    """Remove reports that were answered long ago, or never in a still longer time; returns how many."""
    over = sa.delete(Obstacle).where(Obstacle.is_over(clock.now()))
    return int(database.execute(over).rowcount)  # type: ignore[attr-defined]
