"""A person is forgotten: their rights and claims, and what others wrote about them, known to the site or not."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.core.encryption import fingerprints
from webapp.core.typed import digits_of
from webapp.people.models import Person
from webapp.representatives.drafts import ClaimDraft
from webapp.representatives.models import Authority, Invitation

AT_ONCE = 200
"""Drafts that are opened at a time."""


def forget_named(database: Session, snils: str) -> int:
    """Remove all claims that name this СНИЛС and nobody has confirmed, and all drafts; returns how many.

    Drafts are encrypted, so every one is opened and read, part by part. Raises Unreadable.
    """
    claims = Authority.person_id.is_(None), Authority.person_key.in_(fingerprints(snils))
    gone = database.execute(sa.delete(Authority).where(*claims).execution_options(synchronize_session=False))
    count = int(gone.rowcount)  # type: ignore[attr-defined]
    digits, after = digits_of(snils), ""
    while rows := database.execute(_PART, {"after": after}).all():
        named = [row.name for row in rows if _names(row.answers, digits)]
        over = sa.delete(ClaimDraft).where(ClaimDraft.name.in_(named))
        database.execute(over.execution_options(synchronize_session=False))
        count, after = count + len(named), rows[-1].name
    return count


_PART = (
    sa.select(ClaimDraft.name, ClaimDraft.answers)
    .where(ClaimDraft.name > sa.bindparam("after"))
    .order_by(ClaimDraft.name)
    .limit(AT_ONCE)
    .with_for_update()
)


def _names(answers: Mapping[str, Sequence[str]], digits: str) -> bool:
    """However the number was typed, and into whichever answer."""
    return any(digits_of(value) == digits for values in answers.values() for value in values)


def forget(database: Session, person_id: int, snils: str) -> list[int]:
    """A person is removed: so is every authority and claim of theirs and about them, the claimed names with it.

    Returns the people who are known only because this person acted for them: nobody can reach them any more.
    """
    held = sa.select(Authority.person_id).where(Authority.representative_id == person_id)
    alone = _never_signed_in(database, [each for each in database.scalars(held) if each is not None])
    about = [Authority.representative_id == person_id, Authority.person_id == person_id]
    if snils:
        about.append(Authority.person_key.in_(fingerprints(snils)))
    database.execute(sa.delete(Authority).where(sa.or_(*about)))
    database.execute(sa.delete(Invitation).where(Invitation.person_id == person_id))
    others = set(database.scalars(sa.select(Authority.person_id).where(Authority.person_id.in_(alone))))
    return sorted(set(alone) - others)


def _never_signed_in(database: Session, ids: list[int]) -> list[int]:
    found = sa.select(Person.id).where(Person.id.in_(ids), Person.signed_in_at.is_(None))
    return list(database.scalars(found))
