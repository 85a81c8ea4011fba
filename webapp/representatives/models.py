"""Typed mapping of authorities and of the codes that invite a helper."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.database import Base
from webapp.core.encryption import EncryptedJson
from webapp.core.types import UtcDateTime


class Authority(Base):
    """The right of one person to act for another, from the claim on; rows are never deleted by people.

    `name` names it in addresses. `person_id` is empty until the claim is proven: a claim by itself opens nothing, and
    does not even say whether the person is known here; `person_key` is the fingerprint of the СНИЛС that was claimed.
    `claimed` holds who was claimed and the document (`claims.Claimed`). `functions` are codes of `acting.Function`;
    `starts_on`, `ends_on` and `appointed_on` are days of Moscow. `remark` says what has to be corrected.
    """

    __tablename__ = "authority"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  # the log of access names it for years

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(32), unique=True)
    representative_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    person_key: Mapped[str | None] = mapped_column(sa.String(64), index=True)
    kind: Mapped[str] = mapped_column(sa.String(20))
    state: Mapped[str] = mapped_column(sa.String(20))
    proof: Mapped[str | None] = mapped_column(sa.String(20))
    claimed: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    functions: Mapped[list[str]] = mapped_column(sa.JSON)
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    appointed_on: Mapped[date | None]
    remark: Mapped[str | None] = mapped_column(EncryptedJson)
    is_returned_by_staff: Mapped[bool] = mapped_column(sa.Boolean, default=False, server_default=sa.false())
    code_hash: Mapped[str | None] = mapped_column(sa.String(64), doc="Of the code that let a helper in.")
    claimed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime, doc="When the state last changed.")


class Invitation(Base):
    """A code that the person gives to a helper by word of mouth. Good once; only its hash is kept."""

    __tablename__ = "invitation"

    code_hash: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    functions: Mapped[list[str]] = mapped_column(sa.JSON)
    ends_on: Mapped[date | None]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
