"""Typed mapping of beginnings of sign-in."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.database import Base
from webapp.core.encryption import EncryptedJson
from webapp.core.types import UtcDateTime


class SignInAttempt(Base):
    """One beginning of sign-in that waits for its visitor. A row of its own, so that it is used once, whoever hurries.

    `owner` is the digest of the visitor's session, as the session's own row has it; `kept` holds the verifier, the
    place to go on to and the root of the reader's language.
    """

    __tablename__ = "sign_in_attempt"

    state_hash: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    owner: Mapped[str] = mapped_column(sa.String(64), index=True)
    kept: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    begun_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
