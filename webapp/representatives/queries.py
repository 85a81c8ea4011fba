"""Reads of authorities: by the one who acts, by the one acted for, and by the guard of every request."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from webapp.core import clock
from webapp.core.acting import Acting, MayNotAct
from webapp.core.actor import Actor
from webapp.core.database import read
from webapp.core.encryption import fingerprints
from webapp.core.entrusted import Function, Refused
from webapp.core.errors import NotFound
from webapp.people import queries as people
from webapp.people.models import Person
from webapp.people.queries import Told
from webapp.people.rules import same_surname
from webapp.people.surnames import accusative, with_initials
from webapp.reference.queries import Row
from webapp.representatives.claims import Claimed
from webapp.representatives.models import Authority
from webapp.representatives.rules import (
    LEGAL,
    PROOFS,
    Kind,
    Note,
    Proof,
    Right,
    State,
    allowed,
    last_day,
    may_end,
    notes,
    refusal,
)

_RIGHT = (
    Authority.name,
    Authority.kind,
    Authority.state,
    Authority.functions,
    Authority.starts_on,
    Authority.ends_on,
    Authority.appointed_on,
    Authority.person_id,
)
_GUARD = (
    sa.select(*_RIGHT, Person.told)
    .join(Person, Person.id == Authority.person_id, isouter=True)
    .where(Authority.representative_id == sa.bindparam("user_id"), Authority.name == sa.bindparam("name"))
)
_CLAIMED = sa.select(Authority.person_id, Authority.claimed)
_CONFIRMED_BY_PERSON = [kind for kind in Kind if Proof.PERSON in PROOFS[kind]]
_IS_KEPT = sa.or_(Authority.proof.is_not(None), Authority.state != State.GIVEN_UP)
_Representative = aliased(Person)
_WHOLE = (
    sa.select(
        *_RIGHT,
        Authority.proof,
        Authority.claimed,
        Authority.remark,
        Authority.is_returned_by_staff,
        Authority.claimed_at,
        Authority.changed_at,
        Authority.representative_id,
        Person.told,
        _Representative.told.label("representative_told"),
    )
    .join(Person, Person.id == Authority.person_id, isouter=True)
    .join(_Representative, _Representative.id == Authority.representative_id)
    .order_by(Authority.claimed_at, Authority.id)
)
_PARTS = sa.select(Authority.name, Authority.kind, Authority.representative_id).where(
    Authority.name.in_(sa.bindparam("names", expanding=True))
)


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody is to the person by an authority, whether it counts or not, and who that is."""

    kind: Kind
    representative_id: int


@dataclass(frozen=True, slots=True, repr=False)
class Known:
    """One authority, as both of its sides may know it. `refused` says why it opens nothing today; None where it does.

    `person` is the name of whom is acted for: as ЕСИА told it where the right is proven, as it was claimed else.
    `may_end`: the person can end the access alone.
    """

    name: str
    kind: Kind
    state: State
    proof: Proof | None
    person: str
    representative: str
    claimed: Claimed
    functions: frozenset[Function]
    refused: Refused | None
    notes: tuple[Note, ...]
    starts_on: date | None
    last_day: date | None
    remark: str
    is_returned_by_staff: bool
    claimed_at: datetime
    changed_at: datetime
    may_end: bool

    @property
    def is_open(self) -> bool:
        """Whether the representative may act by it today."""
        return self.refused is None

    @property
    def waits(self) -> bool:
        """Whether somebody still has to confirm it."""
        return self.refused in {Refused.UNPROVEN, Refused.RETURNED}

    @property
    def may_confirm(self) -> bool:
        """Whether it waits for something that the person themselves can decide."""
        return self.waits and Proof.PERSON in PROOFS[self.kind]

    @property
    def is_legal(self) -> bool:
        """Whether the law appoints the representative, not the person."""
        return self.kind in LEGAL


class Kept:
    """The guard's port `Authorities` over the tables."""

    def acting(self, user_id: int, name: str) -> Acting:
        """One query, and the person's name, which every page says first."""
        row = read(_GUARD, {"user_id": user_id, "name": name}).one_or_none()
        if row is None:
            raise MayNotAct(Refused.NONE)
        told, right = row.told or {}, _right(row)
        refused = refusal(right, _born(told), clock.today())
        if refused is not None or row.person_id is None:
            raise MayNotAct(refused or Refused.UNPROVEN, name)
        return Acting(
            name=row.name,
            person_id=row.person_id,
            functions=allowed(right),
            full_name=Told(**told).full_name,
            short_name=with_initials(told["last_name"], told),
            accusative=with_initials(accusative(told["last_name"], told["gender"]), told),
        )

    def hold(self, database: Session, acting: Acting, user_id: int) -> bool:
        """A withdrawal that has committed is seen; one that comes later waits for this transaction.

        On SQLite a writing transaction is alone anyway.
        """
        own = Authority.name == acting.name, Authority.representative_id == user_id
        here = *own, Authority.person_id == acting.person_id, Authority.state == State.CONFIRMED
        return database.scalar(sa.select(Authority.id).where(*here).with_for_update(read=True)) is not None


def held(actor: Actor) -> list[Known]:
    """All authorities and claims of who is here, those that open something first, then by name.

    A claim that was taken back is gone for both sides.
    """
    rows = read(_WHOLE.where(Authority.representative_id == actor.user, _IS_KEPT)).all()
    return sorted((_known(row) for row in rows), key=lambda each: (not each.is_open, not each.waits, each.person))


def held_one(actor: Actor, name: str) -> Known:
    """One of them. Raises NotFound."""
    found = read(_WHOLE.where(Authority.representative_id == actor.user, Authority.name == name)).one_or_none()
    if found is None:
        raise NotFound("authority")
    return _known(found)


def given(actor: Actor) -> list[Known]:
    """Who may act, might act or could act for the person who is here, and the claims that wait for their word."""
    told = people.told_user(actor)
    rows = read(_WHOLE.where(_of_person(actor, told), _IS_KEPT)).all()
    found = [_known(row) for row in rows if _is_meant(row, actor, told)]
    return sorted(found, key=lambda each: (not each.may_confirm, not each.is_open, not each.waits, each.representative))


def count_to_answer(actor: Actor) -> int:
    """How many claims wait for the word of who is here; none while they act for somebody else."""
    if actor.user_id is None or actor.acting is not None or actor.stopped is not None:
        return 0
    told = people.told_user(actor)
    waits = Authority.state.in_((State.CLAIMED, State.RETURNED)), Authority.kind.in_(_CONFIRMED_BY_PERSON)
    rows = read(_CLAIMED.where(_of_person(actor, told), *waits)).all()
    return sum(_is_meant(row, actor, told) for row in rows)


def given_one(actor: Actor, name: str) -> Known:
    """One of them. Raises NotFound."""
    found = [each for each in given(actor) if each.name == name]
    if not found:
        raise NotFound("authority")
    return found[0]


def named(name: str) -> Known:
    """One of all there are, for the staff's commands alone. Raises NotFound."""
    found = read(_WHOLE.where(Authority.name == name)).one_or_none()
    if found is None:
        raise NotFound("authority")
    return _known(found)


def every() -> list[Known]:
    """All authorities and claims there are, for the staff's commands alone."""
    return [_known(row) for row in read(_WHOLE).all()]


def parts_of(names: Collection[str]) -> dict[str, Part]:
    """Name → part, of those authorities that are still known; one query, none for no name.

    For features whose rows, which the actor may read, hold names of authorities.
    """
    if not names:
        return {}
    return {row.name: Part(Kind(row.kind), row.representative_id) for row in read(_PARTS, {"names": list(names)})}


def is_meant(authority: Authority, actor: Actor) -> bool:
    """Whether the row is about the person who is here: proven, or claimed with their СНИЛС, surname and birthday."""
    return _is_meant(authority, actor, people.told_user(actor))


def _of_person(actor: Actor, told: Told) -> sa.ColumnElement[bool]:
    own = Authority.person_id == actor.user
    if not told.snils:
        return own
    return sa.or_(own, sa.and_(Authority.person_id.is_(None), Authority.person_key.in_(fingerprints(told.snils))))


def _is_meant(row: Any, actor: Actor, told: Told) -> bool:
    if row.person_id is not None:
        return bool(row.person_id == actor.user)
    claimed = Claimed.from_json(row.claimed)
    is_named = same_surname(claimed.last_name, told.last_name)
    born = date.fromisoformat(told.birth_date) if told.birth_date else None
    return is_named and bool(told.snils) and claimed.snils == told.snils and claimed.birth_date in (None, born)


def _right(row: Row) -> Right:
    return Right(
        kind=Kind(row.kind),
        state=State(row.state),
        functions=frozenset(Function(code) for code in row.functions),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        appointed_on=row.appointed_on,
    )


def _born(told: dict[str, Any]) -> date | None:
    return date.fromisoformat(told["birth_date"]) if told.get("birth_date") else None


def _known(row: Row) -> Known:
    right, today = _right(row), clock.today()
    claimed = Claimed.from_json(row.claimed)
    told = row.told if row.proof else None  # who declines a claim does not tell who they are
    born = _born(told) if told else claimed.birth_date
    proof = Proof(row.proof) if row.proof else None
    refused = refusal(right, born, today)
    return Known(
        name=row.name,
        kind=right.kind,
        state=right.state,
        proof=proof,
        person=Told(**told).full_name if told else claimed.full_name,
        representative=Told(**row.representative_told).full_name,
        claimed=claimed,
        functions=allowed(right),
        refused=refused,
        notes=notes(right, born, today) if refused is None else (),
        starts_on=right.starts_on,
        last_day=last_day(right, born),
        remark=row.remark or "",
        is_returned_by_staff=row.is_returned_by_staff,
        claimed_at=row.claimed_at,
        changed_at=row.changed_at,
        may_end=may_end(right.kind, proof),
    )
