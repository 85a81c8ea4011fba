"""Applications that are being written: what was typed, kept encrypted, question by question (U17).

They survive time-out, a closed browser and another device. Two windows that answer two questions lose neither answer;
two that answer the same question hear of each other.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session
from werkzeug.exceptions import RequestEntityTooLarge

from webapp.applications.errors import AnsweredElsewhere, TooMany
from webapp.applications.models import Application
from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.database import in_turn, read
from webapp.core.errors import NotFound

KEPT_FOR = timedelta(days=365)
"""Since the last answer; the list of drafts says until when."""
MOST = 20
"""Of one kind and one person, by one writer."""
LARGEST = 32 * 1024
"""Characters of all answers together; more is no answer to what is asked."""
NAME_BYTES = 12
Answers = Mapping[str, Sequence[str]]
"""Field → what was typed, as a form sends it."""


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """A draft as it stands; `author_id` is who writes it."""

    name: str
    kind: str
    answers: Answers
    author_id: int
    begun_at: datetime
    touched_at: datetime

    @property
    def kept_until(self) -> date:
        """The day on which it goes if nobody answers any more, in Moscow."""
        return (self.touched_at + KEPT_FOR).astimezone(clock.MOSCOW).date()


def find(actor: Actor, name: str) -> Draft:
    """The draft of this name, of whom the actor acts for, written by who is here. Raises NotFound."""
    row = read(_mine(actor).where(Application.name == name)).one_or_none()
    if row is None:
        raise NotFound("application")
    return Draft(**row._mapping)


def unfinished(actor: Actor, kind: str) -> list[Draft]:
    """All drafts of a kind that who is here writes for whom they act, the latest first."""
    rows = read(
        _mine(actor).where(Application.kind == kind).order_by(Application.touched_at.desc(), Application.id.desc())
    ).all()
    return [Draft(**row._mapping) for row in rows]


def begin(database: Session, actor: Actor, kind: str, answers: Answers) -> str:
    """A new draft, with what was answered already; one that says exactly this and no more is taken up again.

    Two presses at once begin one draft. More than any answers can be is as nothing. Raises TooMany.
    """
    in_turn(database, f"applications of {actor.person_id} by {actor.user}")
    mine, told = unfinished(actor, kind), _plain(answers) if _size(answers) <= LARGEST else {}
    same = next((each for each in mine if _plain(each.answers) == told), None)
    if same is not None:
        return same.name
    if len(mine) >= MOST:
        raise TooMany
    now = clock.now()
    row = Application(
        name=secrets.token_hex(NAME_BYTES),
        kind=kind,
        person_id=actor.person_id,
        author_id=actor.user,
        answers=told,
        begun_at=now,
        touched_at=now,
    )
    database.add(row)
    database.flush()
    return row.name


def save(database: Session, actor: Actor, name: str, sent: Answers, *, fields: Iterable[str], seen: str) -> None:
    """Keep what was typed for these fields, whether it is understood or not.

    `seen` is the `mark` of what the page showed. Raises NotFound, AnsweredElsewhere where something else is kept now,
    RequestEntityTooLarge where all answers together would be more than `LARGEST`: nothing is kept then, and it is said.
    """
    mine = sa.select(Application).where(*_here(actor), Application.name == name)
    row = database.scalars(mine.with_for_update()).one_or_none()
    if row is None:
        raise NotFound("application")
    names = frozenset(fields)
    kept, told = _of(names, row.answers), _of(names, sent)
    if kept == told:
        return
    if _plain(kept) != _plain(told) and seen != mark(row.answers, names):
        raise AnsweredElsewhere
    together = {key: values for key, values in row.answers.items() if key not in kept} | told
    if _size(together) > LARGEST:
        raise RequestEntityTooLarge
    row.answers, row.touched_at = together, clock.now()
    database.flush()


def mark(answers: Answers, fields: Iterable[str]) -> str:
    """What tells one state of these fields from another; it says nothing of what stands in them."""
    told = json.dumps(_plain(_of(frozenset(fields), answers)), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def forget(database: Session, actor: Actor, name: str) -> None:
    """Delete a draft; one that is gone already was wanted so."""
    database.execute(sa.delete(Application).where(*_here(actor), Application.name == name))


def forget_of(database: Session, person_id: int, kind: str) -> None:
    """Delete all drafts of a kind about a person, whoever writes them."""
    database.execute(sa.delete(Application).where(Application.person_id == person_id, Application.kind == kind))


def remove_expired(database: Session) -> int:
    """Delete drafts that nobody touched for so long; returns how many."""
    over = Application.touched_at < clock.now() - KEPT_FOR
    return int(database.execute(sa.delete(Application).where(over)).rowcount)  # type: ignore[attr-defined]


def _here(actor: Actor) -> tuple[sa.ColumnElement[bool], ...]:
    recent = Application.touched_at >= clock.now() - KEPT_FOR
    return Application.person_id == actor.person_id, Application.author_id == actor.user, recent


def _mine(actor: Actor) -> sa.Select[Any]:
    columns = (Application.name, Application.kind, Application.answers, Application.author_id)
    return sa.select(*columns, Application.begun_at, Application.touched_at).where(*_here(actor))


def _of(fields: frozenset[str], answers: Answers) -> dict[str, list[str]]:
    """What belongs to these fields: «issued» has its parts «issued-day» and so on. An empty answer is one, too."""
    return {key: list(values) for key, values in answers.items() if key.partition("-")[0] in fields}


def _plain(answers: Answers) -> dict[str, list[str]]:
    return {key: list(values) for key, values in answers.items() if any(values)}


def _size(answers: Answers) -> int:
    return sum(len(name) + sum(map(len, values)) for name, values in answers.items())
