"""Claims that are not sent yet: what was typed, question by question, kept encrypted for the one who types.

They survive time-out, a closed browser and another device (U17), answers that were refused, too.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.database import Base, insert_into, read
from webapp.core.encryption import EncryptedJson
from webapp.core.errors import NotFound
from webapp.core.types import UtcDateTime
from webapp.representatives.claim_answers import KIND, Answers, changed, typed_again
from webapp.representatives.claims import Claimed
from webapp.representatives.errors import TooMany
from webapp.representatives.models import Authority
from webapp.representatives.rules import Kind, State

KEPT_FOR = timedelta(days=30)
MOST = 20
"""Of one person."""
LARGEST = 16 * 1024
"""Characters of all answers together; more is no answer to what is asked."""
NAME_BYTES = 12


class ClaimDraft(Base):
    """One claim that is being written; `sent_as` is the name of the authority that it became.

    The draft of a correction has the name of the claim that it corrects.
    """

    __tablename__ = "claim_draft"

    name: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    representative_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    answers: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    sent_as: Mapped[str | None] = mapped_column(sa.String(32))
    touched_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """A draft as it stands. `sent_as` is empty as long as it is not sent; `remark` says what must be corrected."""

    name: str
    answers: Answers
    sent_as: str = ""
    remark: str = ""
    touched_at: datetime | None = None

    @property
    def person(self) -> str:
        """Of whom the draft is, as far as it was typed."""
        typed = (next(iter(self.answers.get(name, ())), "") for name in ("last_name", "first_name", "middle_name"))
        return " ".join(filter(None, typed))


def find(actor: Actor, name: str) -> Draft:
    """The draft of this name; of a claim that was returned, one with all that it says. Raises NotFound."""
    kept = read(_kept_of(actor).where(ClaimDraft.name == name)).one_or_none()
    claim = read(_CLAIM.where(Authority.representative_id == actor.user, Authority.name == name)).one_or_none()
    if claim is not None and claim.state != State.RETURNED:
        return Draft(name, {}, sent_as=name)
    remark = claim.remark or "" if claim is not None else ""
    if kept is not None:
        return Draft(name, kept.answers, kept.sent_as or "", remark)
    if claim is None:
        raise NotFound("draft")
    kind, claimed = Kind(claim.kind), Claimed.from_json(claim.claimed)
    return Draft(name, typed_again(kind, claimed, claim.functions, claim.ends_on), remark=remark)


def unfinished(actor: Actor) -> list[Draft]:
    """Drafts that wait for their person, the latest first; corrections stand with their claims."""
    known = sa.select(Authority.name).where(Authority.representative_id == actor.user)
    mine = _kept_of(actor).where(ClaimDraft.sent_as.is_(None), ClaimDraft.name.not_in(known))
    rows = read(mine.order_by(ClaimDraft.touched_at.desc(), ClaimDraft.name)).all()
    return [Draft(row.name, row.answers, touched_at=row.touched_at) for row in rows]


def begin(database: Session, actor: Actor, kind: Kind) -> str:
    """A new draft; one that names nobody yet is taken up again. Raises TooMany."""
    mine = unfinished(actor)
    nameless = next((draft for draft in mine if not draft.person), None)
    if nameless is not None:
        return save(database, actor, nameless, {KIND: [kind]})
    if len(mine) >= MOST:
        raise TooMany
    return save(database, actor, Draft(secrets.token_hex(NAME_BYTES), {}), {KIND: [kind]})


def save(database: Session, actor: Actor, draft: Draft, sent: Answers) -> str:
    """Keep what was typed now, whether it is understood or not; returns the draft's name.

    Two tabs that answer two questions at once lose neither answer.
    """
    row = {"name": draft.name, "representative_id": actor.user, "touched_at": clock.now()}
    answers = changed(draft.answers, {})
    database.execute(insert_into(database, ClaimDraft).values(**row, answers=answers).on_conflict_do_nothing())
    here = ClaimDraft.name == draft.name, ClaimDraft.representative_id == actor.user
    kept = database.scalars(sa.select(ClaimDraft).where(*here).with_for_update()).one()
    together = changed(kept.answers, sent)
    if kept.sent_as is None and _size(together) <= LARGEST:
        kept.answers, kept.touched_at = together, clock.now()
        database.flush()
    return draft.name


def forget(database: Session, actor: Actor, name: str) -> None:
    """Delete a draft of one's own; one that is gone already was wanted so."""
    here = ClaimDraft.name == name, ClaimDraft.representative_id == actor.user, ClaimDraft.sent_as.is_(None)
    database.execute(sa.delete(ClaimDraft).where(*here))


def remove_expired(database: Session) -> int:
    """Delete drafts that nobody touched for a month; returns how many."""
    over = ClaimDraft.touched_at < clock.now() - KEPT_FOR
    return int(database.execute(sa.delete(ClaimDraft).where(over)).rowcount)  # type: ignore[attr-defined]


_CLAIM = sa.select(
    Authority.kind, Authority.state, Authority.claimed, Authority.functions, Authority.ends_on, Authority.remark
)


def _kept_of(actor: Actor) -> sa.Select[Any]:
    columns = sa.select(ClaimDraft.name, ClaimDraft.answers, ClaimDraft.sent_as, ClaimDraft.touched_at)
    recent = ClaimDraft.touched_at >= clock.now() - KEPT_FOR
    return columns.where(ClaimDraft.representative_id == actor.user, recent)


def _size(answers: Answers) -> int:
    return sum(len(name) + sum(map(len, values)) for name, values in answers.items())
