"""One person who stood in two rows: authorities and all that goes with them follow."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.representatives.actions import OPEN
from webapp.representatives.drafts import ClaimDraft
from webapp.representatives.models import Authority, Invitation
from webapp.representatives.rules import Proof, State


def join(database: Session, gone: int, stays: int) -> None:
    """What was entrusted to or by the first number is the second's, each authority under its name, in its state.

    Two things end by it. A parent whom ЕСИА told twice has one authority by ЕСИА, the one that counts:
    `tell_children` looks after one. And nobody acts for themselves.
    """
    for column in (Authority.person_id, Authority.representative_id, Invitation.person_id):
        _move(database, column, gone, stays)
    _move(database, ClaimDraft.representative_id, gone, stays)
    whole = sa.select(Authority).where(Authority.person_id == stays).execution_options(populate_existing=True)
    rows = sorted(database.scalars(whole), key=lambda row: (row.state != State.CONFIRMED, row.id))
    told: set[int] = set()
    for row in rows:
        is_second_telling = row.proof == Proof.ESIA and row.representative_id in told
        if row.proof == Proof.ESIA:
            told.add(row.representative_id)
        if is_second_telling:
            row.proof = None
        if is_second_telling or (row.representative_id == stays and row.state in OPEN):
            row.state, row.changed_at = State.REPLACED, clock.now()
    database.flush()


def _move(database: Session, column: Any, gone: int, stays: int) -> None:
    moved = sa.update(column.class_).where(column == gone).values({column.key: stays})
    database.execute(moved.execution_options(synchronize_session=False))
