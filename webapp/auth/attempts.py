"""Beginnings of sign-in that wait for the visitor's return, in the visitor's own session: each is used once.

Several may wait at a time: people open two tabs. The oldest gives way.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import session

from webapp.core import clock
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
    waiting: dict[str, Any] = dict(session.get(KEY, {}))
    while len(waiting) >= MOST:
        del waiting[min(waiting, key=lambda state: waiting[state]["at"])]
    waiting[attempt.state] = {
        "verifier": attempt.verifier,
        "next": next_path,
        "root": root,
        "at": clock.now().isoformat(),
    }
    session[KEY] = waiting


def take(state: str) -> Waiting | None:
    """The attempt of a return, used thereby; None for a state that this visitor did not begin or that is old."""
    waiting: dict[str, Any] = dict(session.get(KEY, {}))
    found = waiting.pop(state, None)
    if found is None:
        return None
    session[KEY] = waiting
    if clock.now() - datetime.fromisoformat(found["at"]) > GOOD_FOR:
        return None
    return Waiting(Attempt(state, found["verifier"]), found["next"], found["root"])
