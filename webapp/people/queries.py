"""Reads of people, always of the one who asks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from webapp.core.actor import Actor
from webapp.core.database import read
from webapp.core.errors import NotFound
from webapp.people.models import FormerNumber, Person
from webapp.people.rules import may_be_born, same_surname

_WHEN = sa.select(Person.signed_in_at).where(Person.id == sa.bindparam("person_id"))
_OID = sa.select(Person.oid).where(Person.id == sa.bindparam("person_id"))
_FORMER = sa.select(FormerNumber.number).where(FormerNumber.person_id == sa.bindparam("person_id"))
_TOLD = sa.select(Person.told).where(Person.id == sa.bindparam("person_id"))
_TOLD_OF_MANY = sa.select(Person.id, Person.told).where(Person.id.in_(sa.bindparam("person_ids", expanding=True)))


@dataclass(frozen=True, slots=True)
class Told:
    """What ЕСИА said of the person: `birth_date` as YYYY-MM-DD or empty, `region` empty where it is not known.

    `document`, `contacts`, `addresses` and `children` hold the fields of the port's values by their names, days as
    YYYY-MM-DD; they are empty where no scope opened them, and for who signed in before they were asked for.
    """

    last_name: str
    first_name: str
    middle_name: str
    birth_date: str
    gender: str
    snils: str
    region: str
    document: Mapping[str, Any] = field(default_factory=dict)
    contacts: Sequence[Mapping[str, Any]] = ()
    addresses: Sequence[Mapping[str, Any]] = ()
    children: Sequence[Mapping[str, Any]] = ()

    @property
    def full_name(self) -> str:
        """«Воронцова Анна Сергеевна»."""
        return " ".join(filter(None, (self.last_name, self.first_name, self.middle_name)))


def told(actor: Actor) -> Told:
    """Whose things the actor looks at. Raises NotFound for one who has not signed in."""
    return _told_of(actor.person_id)


def is_known_by_account(actor: Actor) -> bool:
    """Whether ЕСИА has named whose things the actor looks at, at their sign-in or at a parent's."""
    return read(_OID, {"person_id": actor.person_id}).scalar_one_or_none() is not None


def is_about(actor: Actor, last_name: str, birth_date: date | None) -> bool:
    """Whether what names this surname and birthday is about whose things the actor looks at.

    A СНИЛС that ЕСИА has told needs no second look; one that a representative has typed may be somebody else's. Raises
    NotFound for one who has not signed in.
    """
    if is_known_by_account(actor):
        return True
    known = told(actor)
    return same_surname(known.last_name, last_name) and may_be_born(known.birth_date, birth_date)


def told_user(actor: Actor) -> Told:
    """Who is here. Raises NotFound for one who has not signed in."""
    return _told_of(actor.user)


def told_when(actor: Actor) -> datetime:
    """When ЕСИА told it: at the last sign-in of who is here (aware, UTC). Raises NotFound."""
    found = read(_WHEN, {"person_id": actor.user}).scalar_one_or_none()
    if found is None:
        raise NotFound("person")
    moment: datetime = found
    return moment


def numbers_of(person_id: int) -> list[int]:
    """All numbers under which the log of access names a person: theirs, and those of before they were known whole."""
    return [person_id, *read(_FORMER, {"person_id": person_id}).scalars()]


def _told_of(person_id: int) -> Told:
    found = read(_TOLD, {"person_id": person_id}).scalar_one_or_none()
    if found is None:
        raise NotFound("person")
    return Told(**found)


def names_of(person_ids: Iterable[int | None]) -> dict[int | None, str]:
    """Number → full name, of those who are still known; one query, none for nobody. None is nobody's number.

    For features whose rows, which the actor may read, hold numbers of people.
    """
    wanted = sorted({each for each in person_ids if each is not None})
    if not wanted:
        return {}
    return {row.id: Told(**row.told).full_name for row in read(_TOLD_OF_MANY, {"person_ids": wanted})}
