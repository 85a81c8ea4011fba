"""Typed mapping of people. The key of a person is ЕСИА's number; what names them is encrypted."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.database import Base
from webapp.core.encryption import EncryptedJson
from webapp.core.types import UtcDateTime


class Person(Base):
    """Somebody who has signed in at least once. `told` is what ЕСИА said last (see `queries.Told`)."""

    __tablename__ = "person"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  # a number is never given to somebody else

    id: Mapped[int] = mapped_column(primary_key=True)
    oid: Mapped[str] = mapped_column(sa.String(20), unique=True)
    told: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    first_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    signed_in_at: Mapped[datetime] = mapped_column(UtcDateTime, doc="When the person last proved themselves to ЕСИА.")
