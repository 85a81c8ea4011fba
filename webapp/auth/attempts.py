"""Beginnings of sign-in that wait for the visitor's return: bound to their session, each used once.

Several may wait at a time: people open two tabs. The oldest gives way.
"""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa
from flask import session
from sqlalchemy.orm import Session

from webapp.auth.models import SignInAttempt
from webapp.core import clock, sessions
from webapp.core.database import let_go, record
from webapp.gateways.identity.port import Attempt

KEY = "attempts"
MOST = 5
GOOD_FOR = timedelta(minutes=30)
"""How long a person may take at ЕСИА: to find a password by ear takes time (U37)."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An attempt, where its visitor wants to go afterwards, and the root of the pages that they read.

    ЕСИА knows one address of return, without a language: the root («/en») brings the reader's language back.
    """

    attempt: Attempt
    next_path: str
    root: str


def keep(attempt: Attempt, next_path: str, root: str) -> None:
    """Remember an attempt until its visitor comes back."""
    visitor = sessions.current()
    owner = sessions.hash_of(visitor.token or visitor.rotate())
    session[KEY] = True  # there is something to remember, so that the visitor gets a cookie
    let_go()
    with record() as database:
        own = sa.select(SignInAttempt.state_hash).where(SignInAttempt.owner == owner)
        newest = own.order_by(SignInAttempt.begun_at.desc()).limit(MOST - 1)
        crowded = SignInAttempt.owner == owner, SignInAttempt.state_hash.not_in(newest.scalar_subquery())
        database.execute(sa.delete(SignInAttempt).where(*crowded))
        kept = {"verifier": attempt.verifier, "next": next_path, "root": root}
        row = SignInAttempt(state_hash=_hash(attempt.state), owner=owner, kept=kept, begun_at=clock.now())
        database.add(row)


def take(state: str) -> Waiting | None:
    """The attempt of a return, used thereby; None for a state that this visitor did not begin or that is old."""
    visitor = sessions.current()
    is_begun = KEY in visitor  # reads the session: one that is over has no token any more
    let_go()  # nothing is held open while ЕСИА is asked
    if not is_begun or visitor.token is None:
        return None
    owner = sessions.hash_of(visitor.token)
    one = SignInAttempt.state_hash == _hash(state), SignInAttempt.owner == owner
    with record() as database:
        taken = sa.delete(SignInAttempt).where(*one).returning(SignInAttempt.kept, SignInAttempt.begun_at)
        row = database.execute(taken).one_or_none()
    if row is None or clock.now() - row.begun_at > GOOD_FOR:
        return None
    return Waiting(Attempt(state, row.kept["verifier"]), row.kept["next"], row.kept["root"])


def remove_expired(database: Session) -> int:
    """Delete attempts whose visitors will not come back; returns how many."""
    over = SignInAttempt.begun_at < clock.now() - GOOD_FOR
    return int(database.execute(sa.delete(SignInAttempt).where(over)).rowcount)  # type: ignore[attr-defined]


def _hash(state: str) -> str:
    return hashlib.sha256(state.encode("utf-8", "replace")).hexdigest()
