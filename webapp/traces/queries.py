"""Reads of the log of access, always about whom the actor acts for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from webapp.core.access_log import AccessEntry, Outcome, Why
from webapp.core.actor import Actor
from webapp.core.clock import MOSCOW
from webapp.core.database import let_go, read
from webapp.core.listing import PAGE_SIZE, Page
from webapp.people import queries as people
from webapp.reference.queries import Row
from webapp.representatives import queries as representatives
from webapp.representatives.queries import Part
from webapp.representatives.rules import LEGAL, Kind
from webapp.traces.errors import NotForYou

_OF_PERSON = AccessEntry.person_id.in_(sa.bindparam("numbers", expanding=True))
_COUNT = sa.select(sa.func.count()).select_from(AccessEntry).where(_OF_PERSON)
_ROWS = (
    sa.select(
        AccessEntry.id,
        AccessEntry.happened_at,
        AccessEntry.user_id,
        AccessEntry.authority,
        AccessEntry.act,
        AccessEntry.why,
        AccessEntry.outcome,
    )
    .where(_OF_PERSON)
    .order_by(AccessEntry.id.desc())
)
_PAGE = _ROWS.limit(PAGE_SIZE).offset(sa.bindparam("skipped"))
_NEWEST = sa.select(sa.func.max(AccessEntry.id)).where(_OF_PERSON)
CHUNK = 500
"""Entries that are held at once when the whole log is read."""
_CHUNK = _ROWS.where(AccessEntry.id <= sa.bindparam("newest")).limit(CHUNK)


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


def count_of(actor: Actor) -> int:
    """How many entries there are. Raises NotForYou."""
    check_reader(actor)
    total: int = read(_COUNT, {"numbers": people.numbers_of(actor.person_id)}).scalar_one()
    return total


def page_of(actor: Actor, number: int) -> Page[Entry]:
    """One page of the log, the newest first. Raises NotForYou."""
    total = count_of(actor)
    rows = read(_PAGE, {"numbers": people.numbers_of(actor.person_id), "skipped": (number - 1) * PAGE_SIZE}).all()
    return Page(_entries(actor, rows), number, total)


def whole(actor: Actor) -> Iterator[Sequence[Entry]]:
    """The log as it is now, the newest first, in chunks. Nothing is held open between two of them. Raises NotForYou."""
    check_reader(actor)
    numbers = people.numbers_of(actor.person_id)
    return _chunks(actor, numbers, read(_NEWEST, {"numbers": numbers}).scalar_one())


def _chunks(actor: Actor, numbers: list[int], newest: int | None) -> Iterator[Sequence[Entry]]:
    while newest is not None:
        rows = read(_CHUNK, {"numbers": numbers, "newest": newest}).all()
        entries = _entries(actor, rows)
        let_go()  # whoever takes the file may be slow
        yield entries
        newest = rows[-1].id - 1 if len(rows) == CHUNK else None


def _entries(actor: Actor, rows: Sequence[Row]) -> list[Entry]:
    """Two queries, however many rows there are."""
    parts = representatives.parts_of({row.authority for row in rows} - {""})
    users = {row.user_id for row in rows} | {part.representative_id for part in parts.values()}
    names = people.names_of(users - {actor.user_id}) | {actor.user_id: ""}
    return [_entry(row, parts.get(row.authority), names) for row in rows]


def _entry(row: Row, part: Part | None, names: Mapping[int | None, str]) -> Entry:
    why = Why(row.why)
    return Entry(
        happened_at=row.happened_at,
        name=names.get(row.user_id),
        kind=part.kind if part is not None else None,
        about=names.get(part.representative_id) if part is not None and why is not Why.AUTHORITY else None,
        act=row.act,
        why=why,
        outcome=Outcome(row.outcome),
    )
