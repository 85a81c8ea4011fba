"""A code by which the person lets a helper in: made, dictated, good once and for a day. Only its hash is kept.

The code follows from the name of its page, the person and the key of the encrypted columns: its page can say it again
as long as it is good, and neither the database nor the address tells it.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.access_log import note_own
from webapp.core.actor import Actor
from webapp.core.database import insert_into, read
from webapp.core.encryption import fingerprint, fingerprints
from webapp.core.entrusted import Function
from webapp.core.typed import digits_of
from webapp.people.models import Person
from webapp.people.queries import Told
from webapp.representatives.actions import NAME_BYTES
from webapp.representatives.claims import Claimed
from webapp.representatives.errors import TooMany, WrongCode
from webapp.representatives.models import Authority, Invitation
from webapp.representatives.rules import FUNCTIONS, Kind, Proof, State
from webapp.representatives.sending import lock_representative

DIGITS, GROUP = 12, 3
GOOD_FOR = timedelta(hours=24)
MOST_WAITING = 5
KEY_BYTES = 18


@dataclass(frozen=True, slots=True)
class Waiting:
    """A code that nobody has used yet, with what it opens and until when it is good."""

    code: str
    functions: frozenset[Function]
    ends_on: date | None
    good_until: datetime


def new_key() -> str:
    """Names the page of a code that is going to be made."""
    return secrets.token_urlsafe(KEY_BYTES)


def code_typed(text: str) -> str:
    """The code as it is shown, however it was typed or dictated; empty where it is none."""
    digits = digits_of(text)
    return _grouped(digits) if len(digits) == DIGITS else ""


def invite(database: Session, actor: Actor, key: str, functions: frozenset[Function], ends_on: date | None) -> None:
    """Make the code of this page; the same page twice makes one. Raises TooMany."""
    lock_representative(database, actor)
    code = _codes(actor, key)[0]
    code_hash = fingerprint(f"invitation: {code}")
    waiting = [row.code_hash for row in database.execute(_waiting_of(actor))]
    if code_hash not in waiting and len(waiting) >= MOST_WAITING:
        raise TooMany
    if database.scalar(sa.select(Authority.id).where(Authority.code_hash.in_(_used_hashes(code)))) is not None:
        return  # somebody was let in by it already: the form lay open
    row = {
        "code_hash": code_hash,
        "person_id": actor.user,
        "functions": sorted(functions & FUNCTIONS[Kind.HELPER]),
        "ends_on": ends_on,
        "made_at": clock.now(),
    }
    database.execute(insert_into(database, Invitation).values(**row).on_conflict_do_nothing())
    if code_hash not in waiting:
        note_own(database, actor.user, "helper.invited", "")


def waiting(actor: Actor, key: str) -> Waiting | None:
    """The code of this page; None where it was used or cancelled, its day is over, or it is somebody else's."""
    for code in _codes(actor, key):
        found = read(_waiting_of(actor).where(Invitation.code_hash.in_(_hashes(code)))).one_or_none()
        if found is not None:
            functions = frozenset(map(Function, found.functions))
            return Waiting(code, functions, found.ends_on, found.made_at + GOOD_FOR)
    return None


def count_waiting(actor: Actor) -> int:
    """How many codes of the person nobody has used yet."""
    return len(read(_waiting_of(actor)).all())


def cancel(database: Session, actor: Actor, key: str = "") -> bool:
    """Cancel the code of a page, without a page all of the person's; says whether there was one."""
    mine = [Invitation.person_id == actor.user]
    if key:
        mine.append(Invitation.code_hash.in_([each for code in _codes(actor, key) for each in _hashes(code)]))
    if not database.execute(sa.delete(Invitation).where(*mine)).rowcount:  # type: ignore[attr-defined]
        return False
    note_own(database, actor.user, "helper.uninvited", "")
    return True


def accept(database: Session, actor: Actor, code: str) -> str:
    """Let the helper in by a code; returns the name of the authority. The same code twice leads to the same one.

    A person's new code changes what their helper already has. Raises WrongCode: no such code, used by somebody else,
    over, or one's own.
    """
    lock_representative(database, actor)
    mine = Authority.representative_id == actor.user
    known = database.scalar(sa.select(Authority.name).where(mine, Authority.code_hash.in_(_used_hashes(code))))
    if known is not None:
        return known
    good = Invitation.code_hash.in_(_hashes(code)), Invitation.made_at > clock.now() - GOOD_FOR
    used = sa.delete(Invitation).where(*good, Invitation.person_id != actor.user)
    told = used.returning(Invitation.person_id, Invitation.functions, Invitation.ends_on)
    invitation = database.execute(told.execution_options(synchronize_session=False)).one_or_none()
    if invitation is None:
        raise WrongCode
    name = _let_in(database, actor, _used_hashes(code)[0], invitation)
    note_own(database, actor.user, "helper.let_in", name, invitation.person_id)
    return name


def remove_expired(database: Session) -> int:
    """Delete codes whose day is over; returns how many."""
    over = Invitation.made_at <= clock.now() - GOOD_FOR
    return int(database.execute(sa.delete(Invitation).where(over)).rowcount)  # type: ignore[attr-defined]


def _let_in(database: Session, actor: Actor, code_hash: str, invitation: Any) -> str:
    moment = clock.now()
    terms = {"functions": invitation.functions, "ends_on": invitation.ends_on, "changed_at": moment}
    terms["code_hash"] = code_hash
    of_both = Authority.representative_id == actor.user, Authority.person_id == invitation.person_id
    open_one = *of_both, Authority.kind == Kind.HELPER, Authority.state == State.CONFIRMED
    changed = sa.update(Authority).where(*open_one).values(**terms).returning(Authority.name)
    known = database.scalar(changed.execution_options(synchronize_session=False))
    if known is not None:
        return known
    name = secrets.token_hex(NAME_BYTES)
    told = Told(**database.execute(sa.select(Person.told).where(Person.id == invitation.person_id)).scalar_one())
    claimed = Claimed(told.last_name, told.first_name, told.middle_name, None, "")
    database.add(
        Authority(
            name=name,
            representative_id=actor.user,
            person_id=invitation.person_id,
            kind=Kind.HELPER,
            state=State.CONFIRMED,
            proof=Proof.PERSON,
            claimed=claimed.to_json(),
            claimed_at=moment,
            **terms,
        )
    )
    return name


def _waiting_of(actor: Actor) -> sa.Select[str, list[str], date | None, datetime]:
    columns = sa.select(Invitation.code_hash, Invitation.functions, Invitation.ends_on, Invitation.made_at)
    return columns.where(Invitation.person_id == actor.user, Invitation.made_at > clock.now() - GOOD_FOR)


def _codes(actor: Actor, key: str) -> list[str]:
    """The code of this page under each of the keys."""
    chance = fingerprints(f"code of a helper: {actor.user} {key}")
    return [_grouped(f"{int(each, 16) % 10**DIGITS:0{DIGITS}}") for each in chance]


def _grouped(digits: str) -> str:
    return "-".join(digits[place : place + GROUP] for place in range(0, DIGITS, GROUP))


def _hashes(code: str) -> list[str]:
    return fingerprints(f"invitation: {code}")


def _used_hashes(code: str) -> list[str]:
    """How an authority remembers the code that it was made or changed by."""
    return fingerprints(f"authority by the code: {code}")
