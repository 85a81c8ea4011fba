"""Typed mapping of consents."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.database import Base
from webapp.core.types import UtcDateTime

_OPEN = sa.text("withdrawn_at IS NULL")


class Consent(Base):
    """One consent, from giving to withdrawal: numbers, codes and moments, nothing that names anybody.

    The row outlives the person (no foreign keys): that there was a consent has to be shown for years. `given_by` and
    `withdrawn_by` are users, `authority` and `withdrawn_authority` the names of what they acted by, empty for
    themselves; `withdrawn_by` is empty where the staff removed the person. `person_key` is set only then: the
    fingerprint of the СНИЛС, by which the person can still prove that the row is about them. Whoever agrees to a newer
    text has both: the older consent stays what it was.
    """

    __tablename__ = "consent"
    __table_args__ = (
        # Two tabs that agree at once to one text give one consent.
        sa.Index(
            "uq_consent_open",
            "person_id",
            "purpose",
            "version",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(index=True)
    purpose: Mapped[str] = mapped_column(sa.String(30))
    version: Mapped[str] = mapped_column(sa.String(10))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    given_by: Mapped[int]
    authority: Mapped[str] = mapped_column(sa.String(32))
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    withdrawn_by: Mapped[int | None]
    withdrawn_authority: Mapped[str] = mapped_column(sa.String(32))
    person_key: Mapped[str | None] = mapped_column(sa.String(64), index=True)
