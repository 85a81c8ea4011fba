"""Typed mapping of what certificates are worth."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.database import Base
from webapp.reference.models import CODE


class CertificateAmount(Base):
    """What a certificate for an item is worth where a region issues it, in kopecks, by what `source` said on a day.

    An item without a row has no amount there: nothing is guessed from its neighbours.
    """

    __tablename__ = "certificate_amount"

    region_code: Mapped[str] = mapped_column(sa.ForeignKey("region.code"), primary_key=True)
    item_code: Mapped[str] = mapped_column(CODE, sa.ForeignKey("item.code"), primary_key=True)
    kopecks: Mapped[int]
    on: Mapped[date] = mapped_column(doc="The day for which the source gives the sum.")
    source: Mapped[str] = mapped_column(sa.Text)
    is_demo: Mapped[bool]
