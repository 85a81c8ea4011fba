"""Exchange with the register: asks and hears outside of any transaction, notes the outcome in a short one of its own.

Opening a page may start it, so nothing here is what a person sees as theirs: it is a copy of the register.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from flask import current_app
from sqlalchemy.orm import Session

from webapp.core import clock, logging
from webapp.core.access import Actor
from webapp.core.database import db, insert_into, record
from webapp.gateways.programmes.port import Extract, Failure, RegisterFailed
from webapp.gateways.registry import programme_register
from webapp.ipra import queries, stored
from webapp.ipra.models import RegisterCopy
from webapp.ipra.standing import Standing, Step, Trouble, is_late, next_step
from webapp.people import queries as people
from webapp.settings import ProgrammeSettings

LISTENS_EVERY = 0.2
"""Seconds between two questions whether the answer is there."""


def refresh(actor: Actor) -> None:
    """Bring the copy as far up to date as the register lets us.

    Whoever has nothing yet is made to wait for the settings' patience at most; whoever has an older copy is not.
    """
    settings = _settings()
    standing = queries.standing(actor)
    step = next_step(standing, clock.now(), timedelta(hours=settings.fresh_hours))
    if step is Step.NOTHING:
        return
    snils = people.told(actor).snils
    db.session.rollback()  # nothing is held open while the register is asked
    patience = settings.patience_seconds if standing.received_at is None else 0
    with _noting_failures(actor):
        if step is Step.ASK:
            standing = _ask(actor, snils)
        _hear(actor, standing, snils, patience)


def want_anew(actor: Actor, database: Session) -> None:
    """The person wants newer data: the next look asks, however fresh the copy is. In the caller's transaction."""
    row = _row(database, actor)
    row.is_wanted = True
    row.failure = row.failed_at = None


def _settings() -> ProgrammeSettings:
    settings: ProgrammeSettings = current_app.config["SETTINGS"].programmes
    return settings


def _ask(actor: Actor, snils: str) -> Standing:
    request_id = programme_register().ask(snils)
    asked_at = clock.now()
    _note(actor, request_id=request_id, asked_at=asked_at, is_wanted=False, failure=None, failed_at=None)
    return Standing(request_id, asked_at)


def _hear(actor: Actor, standing: Standing, snils: str, patience: float) -> None:
    assert standing.request_id is not None
    until = time.monotonic() + patience
    while True:
        extract = programme_register().answer(standing.request_id, snils)
        if extract is not None:
            _receive(actor, extract)
            return
        if time.monotonic() >= until:
            break
        time.sleep(LISTENS_EVERY)
    if is_late(standing, clock.now(), timedelta(hours=_settings().late_hours)):
        _note(actor, request_id=None, failure=Trouble.LATE, failed_at=clock.now())
    elif standing.failure is not None:
        _note(actor, failure=None, failed_at=None)


@contextmanager
def _noting_failures(actor: Actor) -> Iterator[None]:
    try:
        yield
    except RegisterFailed as error:
        logging.event("register_failed", failure=error.failure)
        if error.failure is Failure.UNKNOWN_REQUEST:  # the register forgot it: the next look asks anew
            _note(actor, request_id=None, asked_at=None)
            return
        forgotten = {} if error.failure is Failure.UNAVAILABLE else {"request_id": None, "asked_at": None}
        _note(actor, failure=Trouble(error.failure), failed_at=clock.now(), **forgotten)


def _receive(actor: Actor, extract: Extract) -> None:
    """Keep the answer; an answer that differs from the kept one keeps that as the one before."""
    moment, told = clock.now(), stored.to_json(extract)
    over: dict[str, Any] = {"request_id": None, "asked_at": None, "failure": None, "failed_at": None}
    with record() as database:
        row = _row(database, actor)
        if row.extract != told:
            if row.extract is not None:
                row.before, row.changed_at = row.extract, moment
            row.extract = told
        row.received_at = moment
        for name, value in over.items():
            setattr(row, name, value)


def _note(actor: Actor, **values: Any) -> None:
    with record() as database:
        row = _row(database, actor)
        for name, value in values.items():
            setattr(row, name, value)


def _row(database: Session, actor: Actor) -> RegisterCopy:
    """The actor's row, held until the end of the transaction; two tabs that come first at once make one."""
    new = insert_into(database, RegisterCopy).values(person_id=actor.person_id, is_wanted=False)
    database.execute(new.on_conflict_do_nothing())
    return database.get_one(RegisterCopy, actor.person_id, with_for_update=True)
