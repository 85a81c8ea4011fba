"""Typed mapping of reading settings."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.database import Base
from webapp.core.types import UtcDateTime


class ReadingProfile(Base):
    """What one person chose, as `Reading.code` writes it. An empty code is a choice, too: everything as usual."""

    __tablename__ = "reading_profile"

    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    code: Mapped[str] = mapped_column(sa.String(300))
    chosen_at: Mapped[datetime] = mapped_column(UtcDateTime)
