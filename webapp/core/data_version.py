"""The version of the public data, one row: it changes whenever what public pages show is loaded anew.

Triggers (migration 0015) change it the moment a product or a maker is changed or removed, however that is done. Who
copies one of these tables in a migration, as SQLite does in batch mode, makes its triggers again.
"""

import hashlib

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from webapp.core.database import Base, read

PUBLIC = "public"


class DataVersion(Base):
    """Name of a body of data → a digest of what was loaded."""

    __tablename__ = "data_version"

    name: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    digest: Mapped[str] = mapped_column(sa.String(64))


_TABLE = sa.inspect(DataVersion).local_table
_CURRENT = sa.select(_TABLE.c.digest).where(_TABLE.c.name == PUBLIC)


def current(engine: sa.Engine | None = None) -> str:
    """The digest in force; empty before anything was loaded. Outside a request name the engine.

    In a request it is read in the request's own transaction, which the page needs anyway.
    """
    if engine is None:
        return str(read(_CURRENT).scalar() or "")
    with engine.connect() as connection:
        return str(connection.scalar(_CURRENT) or "")


def is_loaded(session: Session, name: str, digest: str) -> bool:
    """Whether the body of data `name` is already there in exactly this version."""
    return session.scalar(sa.select(DataVersion.digest).where(DataVersion.name == name)) == digest


def note(session: Session, name: str, digest: str) -> None:
    """Remember that `name` was loaded, and give the public data a new version. The caller commits."""
    session.merge(DataVersion(name=name, digest=digest))
    session.flush()
    rows = session.execute(sa.select(DataVersion.name, DataVersion.digest).order_by(DataVersion.name))
    parts = [f"{row.name}={row.digest}" for row in rows if row.name != PUBLIC]
    session.merge(DataVersion(name=PUBLIC, digest=hashlib.sha256(";".join(parts).encode()).hexdigest()[:32]))
