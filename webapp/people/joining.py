"""One person who stands in two rows: whom others acted for under a СНИЛС alone turns out to have signed in."""

from collections.abc import Callable, Sequence
from datetime import date

import sqlalchemy as sa
from flask import Flask, current_app
from sqlalchemy.orm import Session

from webapp.core.database import insert_into
from webapp.core.encryption import fingerprints
from webapp.people.models import CopyOfRegister, FormerNumber, Person
from webapp.people.queries import Told
from webapp.people.rules import may_be_born, same_surname

Join = Callable[[Session, int, int], None]
"""Gives what belongs to the first number to the second, in the caller's transaction."""


def init_app(app: Flask, joins: Sequence[Join]) -> None:
    """`joins` are what features above this one keep of people; those come first on which others stand."""
    app.extensions["person_joins"] = joins


def unnamed(database: Session, snils: str, last_name: str, birth_date: date | str | None) -> list[int]:
    """Who is known by this СНИЛС alone, under the same surname and birthday; held until the transaction ends.

    Another surname or birthday is somebody whose number was told wrongly: nobody gets what is theirs.
    """
    if not snils:
        return []
    rows = sa.select(Person.id, Person.told).where(Person.oid.is_(None), Person.snils_key.in_(fingerprints(snils)))
    found = [(row.id, Told(**row.told)) for row in database.execute(rows.order_by(Person.id).with_for_update())]
    return [
        number
        for number, told in found
        if same_surname(told.last_name, last_name) and may_be_born(told.birth_date, birth_date)
    ]


def join(database: Session, gone: int, stays: int) -> None:
    """All that is known of the first number belongs to the second from now on; of the first nothing but that is left.

    The log of access takes no changes, so its lines keep the number under which they were written.
    """
    joins: Sequence[Join] = current_app.extensions["person_joins"]
    for each in joins:
        each(database, gone, stays)
    seen = sa.select(Person.first_seen_at).where(Person.id.in_((gone, stays)))
    first = min(database.scalars(seen))
    _say(database, sa.update(Person).where(Person.id == stays).values(first_seen_at=first))
    _say(database, sa.update(FormerNumber).where(FormerNumber.person_id == gone).values(person_id=stays))
    database.execute(insert_into(database, FormerNumber).values(number=gone, person_id=stays))
    _say(database, sa.delete(Person).where(Person.id == gone))


def fresher_stays(database: Session, copy: type[CopyOfRegister], gone: int, stays: int) -> None:
    """Of two copies of a register's answer, one of each number, the fresher is left, under the number that stays.

    A copy without an answer is the older one. In the caller's transaction.
    """
    both = sa.select(copy.person_id, copy.received_at).where(copy.person_id.in_((gone, stays))).with_for_update()
    received = {row.person_id: row.received_at for row in database.execute(both)}
    when = received.get(gone)
    is_fresher = stays not in received or (when is not None and (received[stays] is None or when > received[stays]))
    _say(database, sa.delete(copy).where(copy.person_id == (stays if is_fresher and gone in received else gone)))
    if is_fresher:
        _say(database, sa.update(copy).where(copy.person_id == gone).values(person_id=stays))


def _say(database: Session, statement: sa.Executable) -> None:
    database.execute(statement.execution_options(synchronize_session=False))
