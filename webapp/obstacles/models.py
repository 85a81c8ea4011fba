"""Typed mapping of reports."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.database import Base
from webapp.core.encryption import EncryptedJson
from webapp.core.types import UtcDateTime
from webapp.obstacles.rules import KEPT_FOR, KEPT_UNANSWERED_FOR


class Obstacle(Base):
    """One report. Whoever knows its number reads the answer; it names nobody, signed in or not.

    `sent_as` is a digest of the form that it came by, so that a form sent twice makes one report.
    """

    __tablename__ = "obstacle"

    number: Mapped[str] = mapped_column(sa.String(15), primary_key=True)
    sent_as: Mapped[str] = mapped_column(sa.String(64), unique=True)
    message: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    reported_at: Mapped[datetime] = mapped_column(UtcDateTime)
    promised_for: Mapped[date] = mapped_column(index=True)
    answer: Mapped[dict[str, str] | None] = mapped_column(EncryptedJson)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)

    @classmethod
    def is_over(cls, moment: datetime) -> sa.ColumnElement[bool]:
        """Whose time is over: such a report is nobody's any more, whether the clean-up has been or not."""
        unanswered = cls.answered_at.is_(None) & (cls.reported_at < moment - KEPT_UNANSWERED_FOR)
        return unanswered | sa.and_(cls.answered_at.is_not(None), cls.answered_at < moment - KEPT_FOR)
