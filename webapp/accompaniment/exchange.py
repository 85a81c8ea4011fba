"""Exchange with the register of accompaniment: asks outside of any transaction, notes the outcome in a short one.

Opening a page may start it, so nothing here is what a person sees as theirs: these are copies of the register. It
answers at once; whoever opens a page with an old copy waits for it as long as the settings say, and no longer.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from flask import current_app
from sqlalchemy.orm import Session

from webapp.accompaniment import queries, stored
from webapp.accompaniment.actions import row_of, row_of_region
from webapp.accompaniment.models import AccompanimentCopy, OrganisationsCopy
from webapp.accompaniment.queries import Copy, Listed
from webapp.certificates.region import names
from webapp.consents.errors import NotGiven
from webapp.core import clock, logging
from webapp.core.access import check_again
from webapp.core.access_log import note as note_access
from webapp.core.actor import Actor
from webapp.core.database import let_go, record
from webapp.core.errors import NotFound
from webapp.gateways.accompaniment.port import Accompaniment, Failure, RegisterFailed
from webapp.gateways.registry import accompaniment_register
from webapp.ipra.standing import Step, Trouble, next_step
from webapp.people import queries as people
from webapp.settings import AccompanimentSettings

ASKED, RECEIVED = "accompaniment_register.asked", "accompaniment_register.received"
"""What the log of access calls it."""
ASKING_TAKES = timedelta(seconds=30)
"""After that a question whose asker was never heard of again may be asked by another."""

Held = Callable[[Session], AccompanimentCopy | OrganisationsCopy]
"""The row of a copy, held until the end of the transaction. Raises NotGiven where there is no consent (any more)."""
Noting = Callable[[Session], None]
"""What else is written down in the same transaction."""


def look(actor: Actor) -> Copy:
    """What is known of the accompaniment of whose things the actor looks at, brought up to date as far as that goes.

    An old copy stays until there is a better one; `standing` says how old it is and why. Without the consent nothing
    is asked and nothing kept. Raises MayNotAct where the right to look has ended meanwhile.
    """
    found = queries.copy(actor)
    if not _is_due(found, found.told is None):
        return found
    snils = people.told(actor).snils
    let_go()
    with suppress(NotGiven):
        _ask(
            lambda database: row_of(database, actor),
            found.standing.received_at,
            lambda: stored.to_json(_told(actor, snils)),
            begun=lambda database: note_access(database, actor, ASKED),
            done=lambda database: note_access(database, actor, RECEIVED),
        )
    check_again()  # access may have been withdrawn while the register thought
    let_go()
    return queries.copy(actor)


def organisations(region: str) -> Listed:
    """What is known of the rehabilitation organisations of the region with this code, brought up to date likewise.

    Nothing of this is about a person. Raises NotFound where there is no such region.
    """
    if region not in names():  # nobody may fill the table with rows of invented regions
        raise NotFound("region")
    found = queries.listed(region)
    if not _is_due(found, found.organisations is None):
        return found
    let_go()
    _ask(
        lambda database: row_of_region(database, region),
        found.standing.received_at,
        lambda: stored.list_to_json(accompaniment_register().organisations(region)),
    )
    return queries.listed(region)


def _is_due(found: Copy | Listed, has_nothing: bool) -> bool:
    """Whether to ask now: what cannot be read has to be asked for, however fresh it is."""
    settings: AccompanimentSettings = current_app.config["SETTINGS"].accompaniment
    standing = replace(found.standing, received_at=None) if has_nothing else found.standing
    return next_step(standing, clock.now(), timedelta(hours=settings.fresh_hours)) is Step.ASK


def _told(actor: Actor, snils: str) -> Accompaniment:
    """The register's answer. The gateway has looked at the number; a name is worth a look, too."""
    told = accompaniment_register().told(snils)
    if told.records:
        is_about = people.is_about(actor, told.last_name, told.birth_date)
        let_go()
        if not is_about:
            raise RegisterFailed(Failure.CONTRADICTORY)
    return told


def _nothing_else(_: Session) -> None:
    """What is written down of a region: its row alone."""


def _ask(
    held: Held,
    known: datetime | None,
    ask: Callable[[], Any],
    begun: Noting = _nothing_else,
    done: Noting = _nothing_else,
) -> None:
    """Ask, and keep the answer or why there is none. Two tabs at once do not ask twice.

    `known` is when the copy was received that this look has seen: a newer one makes the question needless.
    """
    with record() as database:
        row = held(database)
        is_asked = row.asked_at is not None and timedelta() <= clock.now() - row.asked_at < ASKING_TAKES
        if row.received_at != known or is_asked:
            return
        row.asked_at = clock.now()
        begun(database)  # before the question leaves
    answer, failure = None, None
    try:
        answer = ask()
    except RegisterFailed as error:
        failure = error.failure
        logging.event("accompaniment_register_failed", failure=failure)
    with record() as database:
        row = held(database)
        row.asked_at = None
        if failure is None:
            row.told, row.received_at, row.failure, row.failed_at = answer, clock.now(), None, None
            done(database)
        elif failure is not Failure.BUSY:  # nobody was asked, so nothing has failed: the next look asks
            row.failure, row.failed_at = Trouble(failure), clock.now()
