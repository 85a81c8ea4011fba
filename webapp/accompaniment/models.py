"""Typed mappings of what the register of accompaniment told."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.database import Base
from webapp.core.encryption import EncryptedJson
from webapp.core.types import UtcDateTime
from webapp.people.models import CopyOfRegister


class AccompanimentCopy(CopyOfRegister, Base):
    """The register's last answer about one person (`told`, as `stored` writes it); `failure` is a `Trouble`."""

    __tablename__ = "accompaniment_copy"

    told: Mapped[Any | None] = mapped_column(EncryptedJson)


class OrganisationsCopy(Base):
    """The register's last answer about the organisations of one region, by its code; nothing of a person."""

    __tablename__ = "organisations_copy"

    region: Mapped[str] = mapped_column(sa.String(3), primary_key=True)
    asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    failure: Mapped[str | None] = mapped_column(sa.String(20))
    failed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    received_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    told: Mapped[Any | None] = mapped_column(sa.JSON)
