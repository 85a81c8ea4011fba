"""Typed mapping of what the register of programmes told about a person."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.database import Base
from webapp.core.encryption import EncryptedJson
from webapp.core.types import UtcDateTime
from webapp.people.models import CopyOfRegister


class RegisterCopy(CopyOfRegister, Base):
    """The last answer of the register about one person, the one before it, and the request under way.

    `extract` is as received; `before` is the answer that it replaced, kept for the list of differences;
    `changed_at` is when that happened. `asked_at` is set while a request waits for its answer; `failure` is a
    `standing.Trouble`.
    """

    __tablename__ = "register_copy"

    request_id: Mapped[str | None] = mapped_column(sa.String(100))
    is_wanted: Mapped[bool] = mapped_column(doc="The person asked for newer data than these.")
    changed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    extract: Mapped[Any | None] = mapped_column(EncryptedJson)
    before: Mapped[Any | None] = mapped_column(EncryptedJson)
