"""Exchange with the register: asks and hears outside of any transaction, notes the outcome in a short one of its own.

Opening a page may start it, so nothing here is what a person sees as theirs: it is a copy of the register.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from threading import BoundedSemaphore
from typing import Any

from flask import Flask, current_app
from sqlalchemy.orm import Session

from webapp.consents.errors import NotGiven
from webapp.core import clock, logging
from webapp.core.access import check_again
from webapp.core.access_log import note as note_access
from webapp.core.acting import MayNotAct
from webapp.core.actor import Actor
from webapp.core.database import let_go, record
from webapp.core.entrusted import Function
from webapp.gateways.programmes.port import Extract, Failure, RegisterFailed
from webapp.gateways.registry import programme_register
from webapp.ipra import queries, stored
from webapp.ipra.actions import row_of
from webapp.ipra.rules import NOT_THERE, Fit, Named
from webapp.ipra.standing import Standing, Step, Trouble, is_late, next_step
from webapp.people import queries as people
from webapp.settings import ProgrammeSettings

LISTENS_EVERY = 0.2
"""Seconds between two questions whether the answer is there."""
ANOTHER_MOMENT = 1.0
"""Seconds for which a second tab waits for what the first one asked."""
ASKED, RECEIVED = "register.asked", "register.received"
"""What the log of access calls it."""
_PLACES_TO_WAIT = BoundedSemaphore(2)
ASKING_TAKES = timedelta(seconds=30)
"""After that a question whose asker was never heard of again may be asked by another."""

Learners = tuple[Callable[[Session, int, tuple[Named, ...]], None], ...]
"""Who writes down, with an answer and in its transaction, what follows from a person's items."""


def init_app(app: Flask, learners: Learners) -> None:
    """`learners` are features above this one."""
    app.extensions["programme_learners"] = learners


def begin(actor: Actor) -> None:
    """The consent was given a moment ago: ask at once, so that pages that need the programme mostly have it."""
    if actor.may(Function.VIEW):
        with suppress(MayNotAct):  # the consent stands all the same, and the next page says that access is withdrawn
            up_to_date(actor)


def up_to_date(actor: Actor, *, waits: bool = True) -> queries.Copy:
    """Bring the copy as far up to date as the register lets us, and read it.

    Whoever has nothing yet, or nothing that can be read, waits for the settings' patience at most, unless `waits` says
    not to; whoever has an older copy does not. Where the consent is withdrawn meanwhile nothing is asked any more, and
    nothing kept. Raises MayNotAct where access is.
    """
    with suppress(NotGiven):
        _refresh(actor, waits, is_unreadable=False)
    found = queries.copy(actor)
    if found.is_unreadable:
        with suppress(NotGiven):
            _refresh(actor, waits, is_unreadable=True)
        found = queries.copy(actor)
    return found


def fits_now(actor: Actor, places: Sequence[queries.Place]) -> list[Fit | None]:
    """What `queries.fits` says; where the programme has not come yet, the register is asked or heard once first.

    Nobody waits for it here: whoever walks the catalogue is not held up at every product.
    """
    found = queries.fits(actor, places)
    if not any(fit is not None and fit.reason in NOT_THERE for fit in found):
        return found
    up_to_date(actor, waits=False)
    return queries.fits(actor, places)


def _refresh(actor: Actor, waits: bool, is_unreadable: bool) -> None:
    if is_unreadable:
        let_go()
        _note(actor, is_wanted=True)
    standing = queries.standing(actor)
    step = next_step(standing, clock.now(), timedelta(hours=_settings().fresh_hours))
    if step is Step.NOTHING:
        return
    snils = people.told(actor).snils
    let_go()
    may_wait = waits and (standing.received_at is None or is_unreadable)
    with _patience(_settings().patience_seconds if may_wait else 0) as until, _noting_failures(actor):
        if step is Step.ASK and not _ask(actor, snils, standing.received_at):
            _wait_for_the_other(actor, until)
        else:
            _hear(actor, snils, until)
    check_again()  # access may have been withdrawn while the register thought


@contextmanager
def _patience(seconds: float) -> Iterator[float]:
    """Until when this look may wait; not at all while as many wait as a process can spare threads for."""
    has_place = seconds > 0 and _PLACES_TO_WAIT.acquire(blocking=False)
    try:
        yield time.monotonic() + (seconds if has_place else 0)
    finally:
        if has_place:
            _PLACES_TO_WAIT.release()


def _settings() -> ProgrammeSettings:
    settings: ProgrammeSettings = current_app.config["SETTINGS"].programmes
    return settings


def _ask(actor: Actor, snils: str, known: datetime | None) -> bool:
    """Ask the register; says whether it was this look that asked. Two tabs at once must not ask twice.

    `known` is when the copy was received that this look has seen: a newer one makes the question needless.
    """
    with record() as database:
        row = row_of(database, actor)
        is_asked = row.asked_at is not None and clock.now() - row.asked_at < ASKING_TAKES
        if row.request_id is not None or row.received_at != known or is_asked:
            return False
        row.asked_at = clock.now()
        note_access(database, actor, ASKED)  # before the СНИЛС leaves
    _note(actor, request_id=programme_register().ask(snils), is_wanted=False, failure=None, failed_at=None)
    return True


def _wait_for_the_other(actor: Actor, until: float) -> None:
    """Another look is asking just now: see what comes of it, for a moment."""
    until = min(until, time.monotonic() + ANOTHER_MOMENT)
    while time.monotonic() < until and _standing(actor).received_at is None:
        time.sleep(LISTENS_EVERY)


def _hear(actor: Actor, snils: str, until: float) -> None:
    """Hear until the answer is there or the time is over. A request that the register forgot is made once more."""
    standing = _standing(actor)
    if standing.request_id is None:  # another look has finished the exchange meanwhile
        return
    try:
        is_heard = _heard(actor, standing.request_id, snils, until)
    except RegisterFailed as error:
        if error.failure is not Failure.UNKNOWN_REQUEST:
            raise
        is_heard = _hear_once_more(actor, snils, until)
    if is_heard:
        return
    if is_late(standing, clock.now(), timedelta(hours=_settings().late_hours)):
        _note(actor, request_id=None, asked_at=None, failure=Trouble.LATE, failed_at=clock.now())
    elif standing.failure is not None:
        _note(actor, failure=None, failed_at=None)


def _hear_once_more(actor: Actor, snils: str, until: float) -> bool:
    """The register does not know the request any more: make another, and hear it."""
    _note(actor, request_id=None, asked_at=None)
    if not _ask(actor, snils, _standing(actor).received_at):
        return True
    request_id = _standing(actor).request_id
    try:
        return request_id is None or _heard(actor, request_id, snils, until)
    except RegisterFailed as error:
        known = error.failure is not Failure.UNKNOWN_REQUEST
        raise RegisterFailed(error.failure if known else Failure.UNAVAILABLE) from None


def _standing(actor: Actor) -> Standing:
    """How the exchange stands now, whatever other looks have done; nothing is held open."""
    let_go()
    found = queries.standing(actor)
    let_go()
    return found


def _heard(actor: Actor, request_id: str, snils: str, until: float) -> bool:
    while True:
        extract = programme_register().answer(request_id, snils)
        if extract is not None:
            # The gateway has looked at the number; health data are worth two looks, and one at the name.
            if extract.programmes and not (extract.snils == snils and _is_about(actor, extract)):
                raise RegisterFailed(Failure.CONTRADICTORY)
            _receive(actor, extract)
            return True
        if time.monotonic() >= until:
            return False
        time.sleep(LISTENS_EVERY)


def _is_about(actor: Actor, extract: Extract) -> bool:
    """Whether the answer is about the person whom a representative has named."""
    found = people.is_about(actor, extract.last_name, extract.birth_date)
    let_go()
    return found


@contextmanager
def _noting_failures(actor: Actor) -> Iterator[None]:
    try:
        yield
    except RegisterFailed as error:
        logging.event("register_failed", failure=error.failure)
        if error.failure is Failure.BUSY:  # nobody was asked, so nothing has failed: the next look asks
            if _standing(actor).request_id is None:
                _note(actor, asked_at=None)
            return
        # What was taken may still be answered; a question that was never taken may be asked again at once.
        is_kept = error.failure is Failure.UNAVAILABLE and _standing(actor).request_id is not None
        forgotten = {} if is_kept else {"request_id": None, "asked_at": None}
        _note(actor, failure=Trouble(error.failure), failed_at=clock.now(), **forgotten)


def _receive(actor: Actor, extract: Extract) -> None:
    """Keep the answer; an answer that differs from the kept one keeps that as the one before."""
    moment, told = clock.now(), stored.to_json(extract)
    over: dict[str, Any] = {"request_id": None, "asked_at": None, "failure": None, "failed_at": None}
    with record() as database:
        row = row_of(database, actor)
        _let_learn(database, actor, stored.from_json(row.extract), extract)
        if row.extract is not None and stored.is_corrected(row.extract, told):
            row.before, row.changed_at = row.extract, moment
        if row.extract != told:
            row.extract = told
        row.received_at = moment
        note_access(database, actor, RECEIVED)
        for name, value in over.items():
            setattr(row, name, value)


def _let_learn(database: Session, actor: Actor, seen: Extract | None, extract: Extract) -> None:
    """Others learn from what the person has seen so far; the new answer may differ, and that is to be told as new."""
    known = next((each for each in (seen, extract) if each is not None and each.programmes), None)
    if known is not None:
        learners: Learners = current_app.extensions["programme_learners"]
        for learn in learners:
            learn(database, actor.person_id, queries.items_of(known))


def _note(actor: Actor, **values: Any) -> None:
    with record() as database:
        row = row_of(database, actor)
        for name, value in values.items():
            setattr(row, name, value)
