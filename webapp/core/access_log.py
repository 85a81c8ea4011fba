"""Who did what with whose things: a log to which rows are only added. It holds numbers and codes, no name, no value.

The database refuses to change a row at all, and to remove one that is younger than `KEPT_FOR` (migration 0008).
"""

from datetime import datetime, timedelta
from enum import StrEnum

import sqlalchemy as sa
from flask import g, has_request_context
from sqlalchemy.orm import Mapped, Session, mapped_column

from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.database import Base, read
from webapp.core.types import UtcDateTime

KEPT_FOR = timedelta(days=3 * 365 + 1)
"""Three years, never less than the database insists on."""
LONGEST_ACT = 80
AGAIN_AFTER = timedelta(hours=1)
"""After that the same look is worth another line."""
_LOOKED_THROUGH = 200
"""Of a person's newest lines: whether a look was noted costs the same, however long the log is."""


class Why(StrEnum):
    """By what right it was done."""

    OWN = "own"
    AUTHORITY = "authority"
    COMMAND = "command"
    """By the staff, at the machine."""


class Outcome(StrEnum):
    """What came of it."""

    DONE = "done"
    REFUSED = "refused"
    """It is not allowed: nothing was shown, nothing changed."""
    FAILED = "failed"
    """It was allowed, but there was no such thing, or what was typed could not be taken."""


class AccessEntry(Base):
    """One line. `user_id` did it (empty: the staff), `person_id` is whose things they were; no foreign keys.

    Rows outlive the people whom they name: a number is never given to somebody else. `authority` is its name, empty
    where there was none; `act` is the code of a page, or of something done.
    """

    __tablename__ = "access_log"
    __table_args__ = (
        sa.Index("ix_access_log_person_id_id", "person_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    happened_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    user_id: Mapped[int | None]
    person_id: Mapped[int]
    authority: Mapped[str] = mapped_column(sa.String(32))
    act: Mapped[str] = mapped_column(sa.String(LONGEST_ACT))
    why: Mapped[str] = mapped_column(sa.String(10))
    outcome: Mapped[str] = mapped_column(sa.String(10))


_NEWEST = (
    (sa.select(AccessEntry).where(AccessEntry.person_id == sa.bindparam("person_id")).order_by(AccessEntry.id.desc()))
    .limit(_LOOKED_THROUGH)
    .subquery()
)
_LATELY = sa.select(_NEWEST.c.id).where(
    _NEWEST.c.user_id == sa.bindparam("user_id"),
    _NEWEST.c.authority == sa.bindparam("authority"),
    _NEWEST.c.act == sa.bindparam("act"),
    _NEWEST.c.outcome == sa.bindparam("outcome"),
    _NEWEST.c.happened_at.between(sa.bindparam("since"), sa.bindparam("now")),
)


def is_noted_lately(actor: Actor, act: str, outcome: Outcome) -> bool:
    """Whether the log says already that this was done by this right within the hour, and what came of it.

    Nobody can fill a log that is kept for years by opening a page again and again.
    """
    now = clock.now()
    asked = {"act": act, "outcome": outcome, "since": now - AGAIN_AFTER, "now": now}
    own = {"person_id": actor.person_id, "user_id": actor.user, "authority": actor.authority}
    return read(_LATELY, own | asked).first() is not None


def note(database: Session, actor: Actor, act: str, outcome: Outcome = Outcome.DONE) -> None:
    """Somebody did something with the things of whom they act for, in the caller's transaction."""
    why = Why.AUTHORITY if actor.acting is not None else Why.OWN
    _add(database, actor.user, actor.person_id, act, why, outcome, actor.authority)


def note_deed(database: Session, actor: Actor, act: str) -> None:
    """As `note`, of a deed that says all there is to say of this request: it gets no second line."""
    note(database, actor, act)
    g.is_deed_noted = True


def note_own(database: Session, user_id: int, act: str, authority: str, person_id: int | None = None) -> None:
    """Somebody did something about an authority of their own, for whomever they act, in the caller's transaction.

    `person_id` is whose things the authority opens, where that is somebody else.
    """
    why = Why.OWN if person_id is None else Why.AUTHORITY
    _add(database, user_id, person_id or user_id, act, why, Outcome.DONE, authority)


def note_command(database: Session, person_id: int, act: str, authority: str = "") -> None:
    """The staff did something with a person's things, in the caller's transaction."""
    _add(database, None, person_id, act, Why.COMMAND, Outcome.DONE, authority)


def note_look() -> None:
    """This page, open to everybody, shows something of the person's: it is noted like a page of theirs."""
    if has_request_context():
        g.is_looked_at = True


def remove_old(database: Session) -> int:
    """Delete what is older than it has to be kept, by the machine's clock as by the site's; returns how many."""
    moment = min(clock.now(), clock.SystemClock().now())
    old = sa.delete(AccessEntry).where(AccessEntry.happened_at < moment - KEPT_FOR)
    return int(database.execute(old).rowcount)  # type: ignore[attr-defined]


def _add(
    database: Session, user_id: int | None, person_id: int, act: str, why: Why, outcome: Outcome, authority: str
) -> None:
    database.add(
        AccessEntry(
            happened_at=clock.now(),
            user_id=user_id,
            person_id=person_id,
            authority=authority,
            act=act,
            why=why,
            outcome=outcome,
        )
    )
