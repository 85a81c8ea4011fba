"""Typed mapping of people. The key of a person is ЕСИА's number; of who never signed in, the fingerprint of the СНИЛС.

What names them is encrypted.
"""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.database import Base
from webapp.core.encryption import EncryptedJson
from webapp.core.types import UtcDateTime


class Person(Base):
    """Somebody who has signed in, or for whom somebody else acts (a child, a ward: `oid` may be unknown).

    `told` is what ЕСИА said last (see `queries.Told`); of who never signed in, what proved the representative's right.
    """

    __tablename__ = "person"
    __table_args__ = (
        # Whom two representatives name at once must not become two people.
        sa.Index(
            "uq_person_never_signed_in",
            "snils_key",
            unique=True,
            sqlite_where=sa.text("oid IS NULL"),
            postgresql_where=sa.text("oid IS NULL"),
        ),
        {"sqlite_autoincrement": True},  # a number is never given to somebody else
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    oid: Mapped[str | None] = mapped_column(sa.String(20), unique=True)
    snils_key: Mapped[str | None] = mapped_column(sa.String(64), index=True, doc="`encryption.fingerprint` of it.")
    told: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    first_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    signed_in_at: Mapped[datetime | None] = mapped_column(UtcDateTime, doc="When they last proved themselves to ЕСИА.")


class FormerNumber(Base):
    """A number under which a person was known before they signed in (`joining`): the log of access still says it."""

    __tablename__ = "former_number"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)


class CopyOfRegister:
    """Columns of a table that keeps what one register has told of each person, and how asking it went.

    `asked_at` is set while a question waits for its answer; `failure` names why the last attempt failed.
    """

    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    failure: Mapped[str | None] = mapped_column(sa.String(20))
    failed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    received_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
