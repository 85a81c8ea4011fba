"""Typed mapping of favourites."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.database import Base
from webapp.core.encryption import EncryptedJson
from webapp.core.types import UtcDateTime


class Favourite(Base):
    """One product kept by one owner: a person, or a guest by the name of chance that their session holds.

    There is no foreign key to the product: what is withdrawn from the catalogue must still be told (`name`, `price`
    are as they were when it was kept; kopecks). `removed_at` is set by removal, so that it can be undone in its place.
    `fit` is whether it fitted the owner's programme when it was kept, or when that was first known; None until then
    (`ipra.rules.Verdict`, without the reason). `note` is what a person wrote to themselves about it; guests have none.
    """

    __tablename__ = "favourite"
    __table_args__ = (
        sa.UniqueConstraint("person_id", "product_number"),
        sa.UniqueConstraint("guest", "product_number"),
        sa.CheckConstraint("(person_id IS NULL) <> (guest IS NULL)", name="one_owner"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"))
    guest: Mapped[str | None] = mapped_column(sa.String(32))
    product_number: Mapped[str] = mapped_column(sa.String(24))
    name: Mapped[str] = mapped_column(sa.Text)
    price_kopecks: Mapped[int]
    kept_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    fit: Mapped[str | None] = mapped_column(sa.String(10))
    note: Mapped[str | None] = mapped_column(EncryptedJson)
