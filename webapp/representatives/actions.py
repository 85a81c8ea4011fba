"""Writes of authorities, in the caller's transaction. Every move is one UPDATE that names the states it starts from."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.access_log import note_command, note_own
from webapp.core.actor import Actor
from webapp.core.database import db
from webapp.core.encryption import fingerprint, fingerprints
from webapp.core.entrusted import Function
from webapp.core.errors import NotFound
from webapp.people import actions as people
from webapp.representatives import queries
from webapp.representatives.claims import Claimed
from webapp.representatives.errors import CannotChange, TooMany
from webapp.representatives.models import Authority, Invitation
from webapp.representatives.rules import FUNCTIONS, PROOFS, Kind, Proof, State, may_end

MOST_WAITING = 20
"""Claims of one representative that wait: a flood of them would be a way to try out numbers of other people."""
NAME_BYTES = 12
DECLINED_FOR = timedelta(days=30)
"""For so long the same claim, once declined, does not reach the person again."""
OPEN = (State.CLAIMED, State.RETURNED, State.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Terms:
    """What an authority opens, and from when until when (days of Moscow, both inclusive)."""

    functions: frozenset[Function]
    starts_on: date | None = None
    ends_on: date | None = None
    appointed_on: date | None = None


def claim(actor: Actor, kind: Kind, claimed: Claimed, terms: Terms) -> str:
    """Note a claim that somebody else has to confirm; returns its name. The same claim twice is one, as said last.

    One that the person has declined a short while ago stays declined: its name is returned. Raises TooMany.
    """
    own = Authority.representative_id == actor.user
    waiting = own, Authority.state.in_((State.CLAIMED, State.RETURNED))
    same = Authority.person_key.in_(fingerprints(claimed.snils)), Authority.kind == kind
    lately = Authority.state == State.DECLINED, Authority.changed_at > clock.now() - DECLINED_FOR
    declined = db.session.scalar(sa.select(Authority.name).where(own, same[0], *lately).limit(1))
    if declined is not None:
        return declined
    again = db.session.scalar(sa.select(Authority).where(*waiting, *same).with_for_update())
    count = db.session.scalar(sa.select(sa.func.count()).select_from(Authority).where(*waiting)) or 0
    if again is None and count >= MOST_WAITING:
        raise TooMany
    authority = again or _new(db.session, actor.user, kind)
    authority.person_key, authority.claimed = fingerprint(claimed.snils), claimed.to_json()
    authority.state, authority.remark = State.CLAIMED, None
    authority.changed_at = clock.now() if again is None else moment_after(again.changed_at)
    _set_terms(authority, terms)
    return authority.name


def moment_after(before: datetime) -> datetime:
    """Now, and never the moment of the change before: it tells one wording of a claim from another."""
    return max(clock.now(), before + timedelta(microseconds=1))


def confirm(actor: Actor, name: str, functions: frozenset[Function], as_of: datetime) -> None:
    """The person confirms a claim on themselves, for these functions, as they have seen it: as it stood `as_of`.

    Raises NotFound; CannotChange where it was decided, or changed by its maker, meanwhile.
    """
    authority = _of_person(actor, name)
    kind = Kind(authority.kind)
    if Proof.PERSON not in PROOFS[kind]:
        raise CannotChange
    offered = most(kind, Claimed.from_json(authority.claimed))
    chosen: dict[str, Any] = {
        "person_id": actor.user,
        "proof": Proof.PERSON,
        "functions": sorted(functions & offered),
    }
    _move(name, (State.CLAIMED, State.RETURNED), State.CONFIRMED, as_of=as_of, **chosen)
    note_own(db.session, actor.user, "authority.confirmed", name)


def most(kind: Kind, claimed: Claimed) -> frozenset[Function]:
    """What can be entrusted by this claim: consents only where the document itself covers them."""
    offered = FUNCTIONS[kind]
    return offered if kind is not Kind.AGENT or claimed.covers_consent else offered - {Function.CONSENT}


def give_back(actor: Actor, name: str, remark: str) -> None:
    """The person wants a claim corrected; `remark` says what. Raises NotFound, CannotChange."""
    _of_person(actor, name)
    _move(name, (State.CLAIMED,), State.RETURNED, remark=remark, is_returned_by_staff=False)
    note_own(db.session, actor.user, "authority.returned", name)


def decline(actor: Actor, name: str) -> None:
    """The person does not know of this claim, or does not want it. Raises NotFound, CannotChange."""
    _of_person(actor, name)
    _move(name, (State.CLAIMED, State.RETURNED), State.DECLINED, person_id=actor.user)
    note_own(db.session, actor.user, "authority.declined", name)


def withdraw(actor: Actor, name: str) -> None:
    """The person ends the access, at once: no request by it commits after this does. Raises NotFound, CannotChange.

    With a helper's access all codes go that nobody has used yet: one of them would let the helper in again.
    """
    authority = _of_person(actor, name)
    if not may_end(Kind(authority.kind), Proof(authority.proof) if authority.proof else None):
        raise CannotChange
    _move(name, (State.CONFIRMED,), State.WITHDRAWN)
    if authority.kind == Kind.HELPER:
        db.session.execute(sa.delete(Invitation).where(Invitation.person_id == actor.user))
    note_own(db.session, actor.user, "authority.withdrawn", name)


def give_up(actor: Actor, name: str) -> None:
    """The representative does not want to act any more, or takes a claim back.

    A right that ЕСИА tells is not given up here: it would come back with the next sign-in, or never. Raises NotFound,
    CannotChange.
    """
    authority = _named(db.session, queries.held_one(actor, name).name)
    if authority.proof == Proof.ESIA:
        raise CannotChange
    _move(name, OPEN, State.GIVEN_UP)
    if authority.person_id is not None:
        note_own(db.session, actor.user, "authority.given_up", name, authority.person_id)


def check_document(database: Session, name: str, proof: Proof, as_of: datetime) -> None:
    """Somebody has checked the document, or the register has told the same: the claim is an authority.

    What was checked is the claim as it stood `as_of`; one that was returned waits for its maker. The person is noted by
    their СНИЛС, whether they have ever signed in or not. Raises NotFound; CannotChange, also where it was said anew.
    """
    authority = _named(database, name)
    if proof not in PROOFS[Kind(authority.kind)]:
        raise CannotChange
    claimed = Claimed.from_json(authority.claimed)
    person_id = people.note_represented(database, people.Represented(**_names(claimed), snils=claimed.snils))
    if person_id == authority.representative_id:
        raise CannotChange
    _move(name, (State.CLAIMED,), State.CONFIRMED, database, as_of, person_id=person_id, proof=proof)
    note_command(database, person_id, "authority.checked", name)


def refuse_document(database: Session, name: str, remark: str) -> None:
    """Who checked the document wants it corrected. Raises NotFound, CannotChange."""
    authority = _named(database, name)
    _move(name, (State.CLAIMED,), State.RETURNED, database, remark=remark, is_returned_by_staff=True)
    if authority.person_id is not None:
        note_command(database, authority.person_id, "authority.refused", name)


def replace(database: Session, name: str) -> None:
    """Another representative was appointed in this one's place. Raises NotFound, CannotChange."""
    person_id = _named(database, name).person_id
    _move(name, (State.CONFIRMED,), State.REPLACED, database)
    if person_id is not None:
        note_command(database, person_id, "authority.replaced", name)


def tell_children(database: Session, parent_id: int, children: Iterable[people.Represented]) -> None:
    """ЕСИА has told the parent's children: each with a confirmed certificate is an authority.

    One that it does not tell any more is none, until it is told again with such a certificate. One that could not be
    read this time changes nothing.
    """
    told = {people.note_represented(database, child): child for child in children}
    held = sa.select(Authority).where(
        Authority.representative_id == parent_id, Authority.proof == Proof.ESIA, Authority.kind == Kind.PARENT
    )
    known = {row.person_id: row for row in database.scalars(held.with_for_update())}
    for person_id, row in known.items():
        if person_id not in told and row.state == State.CONFIRMED:
            row.state, row.changed_at = State.NOT_TOLD, clock.now()
            note_own(database, parent_id, "authority.told_no_more", row.name, person_id)
        elif person_id in told and row.state == State.NOT_TOLD and told[person_id].is_proven:
            row.state, row.changed_at = State.CONFIRMED, clock.now()
            note_own(database, parent_id, "authority.told", row.name, person_id)
    for person_id, child in told.items():
        if person_id in known or person_id == parent_id or not child.is_proven:
            continue
        authority = _new(database, parent_id, Kind.PARENT)
        authority.person_id, authority.proof, authority.state = person_id, Proof.ESIA, State.CONFIRMED
        names = {name: getattr(child, name) for name in ("last_name", "first_name", "middle_name", "birth_date")}
        authority.claimed = Claimed(**names, snils=child.snils).to_json()
        _set_terms(authority, Terms(FUNCTIONS[Kind.PARENT]))
        note_own(database, parent_id, "authority.told", authority.name, person_id)


def settle(
    database: Session,
    representative_id: int,
    person_id: int,
    kind: Kind,
    proof: Proof | None,
    claimed: Claimed,
    terms: Terms,
) -> bool:
    """An authority proven elsewhere, unless these two have one of this kind already; says whether it is new.

    Without a `proof` it is a claim that waits for the person.
    """
    key = fingerprint(claimed.snils)
    is_of_person = sa.or_(Authority.person_id == person_id, Authority.person_key == key)
    same = Authority.representative_id == representative_id, Authority.kind == kind, is_of_person
    if database.scalar(sa.select(Authority.id).where(*same).limit(1)) is not None:
        return False
    authority = _new(database, representative_id, kind)
    authority.claimed, authority.person_key = claimed.to_json(), key
    if proof is not None:
        authority.person_id, authority.proof, authority.state = person_id, proof, State.CONFIRMED
    _set_terms(authority, terms)
    return True


def _new(database: Session, representative_id: int, kind: Kind) -> Authority:
    moment = clock.now()
    authority = Authority(
        name=secrets.token_hex(NAME_BYTES),
        representative_id=representative_id,
        kind=kind,
        state=State.CLAIMED,
        claimed={},
        functions=[],
        claimed_at=moment,
        changed_at=moment,
    )
    database.add(authority)
    return authority


def _set_terms(authority: Authority, terms: Terms) -> None:
    authority.functions = sorted(terms.functions & FUNCTIONS[Kind(authority.kind)])
    authority.starts_on, authority.ends_on = terms.starts_on, terms.ends_on
    authority.appointed_on = terms.appointed_on


def _of_person(actor: Actor, name: str) -> Authority:
    authority = _named(db.session, name)
    if authority.representative_id == actor.user or not queries.is_meant(authority, actor):
        raise NotFound("authority")
    return authority


def _named(database: Session, name: str) -> Authority:
    found = database.scalar(sa.select(Authority).where(Authority.name == name).with_for_update())
    if found is None:
        raise NotFound("authority")
    return found


def _move(
    name: str,
    states: Iterable[State],
    to: State,
    database: Session | None = None,
    as_of: datetime | None = None,
    **values: Any,
) -> None:
    """One UPDATE from one of the states, and only of the row as it stood `as_of`, where that is said."""
    here = sa.update(Authority).where(Authority.name == name, Authority.state.in_(list(states)))
    if as_of is not None:
        here = here.where(Authority.changed_at == as_of)
    here = here.values(state=to, changed_at=clock.now(), **values).execution_options(synchronize_session=False)
    if not (database or db.session).execute(here).rowcount:  # type: ignore[attr-defined]
        raise CannotChange


def _names(claimed: Claimed) -> dict[str, Any]:
    names = ("last_name", "first_name", "middle_name", "birth_date")
    return {name: getattr(claimed, name) for name in names}
