"""Reads of the log of access, always about whom the actor acts for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from webapp.core.access_log import AccessEntry, Outcome, Why
from webapp.core.actor import Actor
from webapp.core.clock import MOSCOW
from webapp.core.database import read
from webapp.core.listing import PAGE_SIZE, Page
from webapp.people import queries as people
from webapp.people.models import Person
from webapp.people.queries import Told
from webapp.reference.queries import Row
from webapp.representatives import queries as representatives
from webapp.representatives.models import Authority
from webapp.representatives.rules import LEGAL, Kind
from webapp.traces.errors import NotForYou

_OF_PERSON = AccessEntry.person_id.in_(sa.bindparam("numbers", expanding=True))
_COUNT = sa.select(sa.func.count()).select_from(AccessEntry).where(_OF_PERSON)
_ENTRIES = (
    sa.select(
        AccessEntry.happened_at,
        AccessEntry.user_id,
        AccessEntry.act,
        AccessEntry.why,
        AccessEntry.outcome,
        Authority.kind,
        Authority.representative_id,
    )
    .join(Authority, Authority.name == AccessEntry.authority, isouter=True)
    .where(_OF_PERSON)
    .order_by(AccessEntry.id.desc())
)
_PART = _ENTRIES.limit(PAGE_SIZE).offset(sa.bindparam("skipped"))


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """One line. `name` is of who did it: empty for who is here, None for the staff and for somebody who is no more.

    `kind` is what a representative is to the person, `about` the name of a representative whose right was decided on;
    None as far as it is not known any more.
    """

    happened_at: datetime
    name: str | None
    kind: Kind | None
    about: str | None
    act: str
    why: Why
    outcome: Outcome

    @property
    def day(self) -> date:
        """In Moscow."""
        return self.happened_at.astimezone(MOSCOW).date()


def check_reader(actor: Actor) -> None:
    """Raises NotForYou for who acts for somebody without being their legal representative."""
    if actor.acting is not None and representatives.held_one(actor, actor.authority).kind not in LEGAL:
        raise NotForYou


def page_of(actor: Actor, number: int) -> Page[Entry]:
    """One page of the log, the newest first. Raises NotForYou."""
    check_reader(actor)
    numbers = people.numbers_of(actor.person_id)
    total: int = read(_COUNT, {"numbers": numbers}).scalar_one()
    rows = read(_PART, {"numbers": numbers, "skipped": (number - 1) * PAGE_SIZE}).all()
    return Page(_entries(actor, rows), number, total)


def all_of(actor: Actor) -> list[Entry]:
    """The whole log. Raises NotForYou."""
    check_reader(actor)
    return _entries(actor, read(_ENTRIES, {"numbers": people.numbers_of(actor.person_id)}).all())


def _entries(actor: Actor, rows: Iterable[Row]) -> list[Entry]:
    rows = list(rows)
    names = _names({each for row in rows for each in (row.user_id, row.representative_id)} - {None, actor.user_id})
    names[actor.user_id] = ""
    return [
        Entry(
            happened_at=row.happened_at,
            name=names.get(row.user_id),
            kind=Kind(row.kind) if row.kind is not None else None,
            about=names.get(row.representative_id) if row.why != Why.AUTHORITY else None,
            act=row.act,
            why=Why(row.why),
            outcome=Outcome(row.outcome),
        )
        for row in rows
    ]


def _names(users: set[Any]) -> dict[int | None, str]:
    """The names of these people: each is read once, whatever they did."""
    if not users:
        return {}
    found = read(sa.select(Person.id, Person.told).where(Person.id.in_(users)))
    return {row.id: Told(**row.told).full_name for row in found}
