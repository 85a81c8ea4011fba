"""Typed mappings of the index. Only `build` writes them."""

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.database import Base

KEY = sa.String(120)


class PlacedProduct(Base):
    """Where a product stands in the order of names within the whole catalogue, from 0 without gaps."""

    __tablename__ = "placed_product"

    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    product_id: Mapped[int] = mapped_column(sa.ForeignKey("product.id", ondelete="CASCADE"), unique=True)


class Posting(Base):
    """The set of places that have a key (`keys`), and its size. `kind_code` is of the kind whose filter the key is."""

    __tablename__ = "posting"

    key: Mapped[str] = mapped_column(KEY, primary_key=True)
    kind_code: Mapped[str | None] = mapped_column(sa.String(16), index=True)
    number: Mapped[int]
    places: Mapped[bytes] = mapped_column(sa.LargeBinary, doc="A roaring bitmap in the portable format.")


class NumberLine(Base):
    """Values of a number in rising order, and the places that have them in the same order: 32-bit and 64-bit, little.

    `low` and `high` are the ends. Products of equal values stand in the order of places.
    """

    __tablename__ = "number_line"

    key: Mapped[str] = mapped_column(KEY, primary_key=True)
    kind_code: Mapped[str] = mapped_column(sa.String(16), index=True)
    number: Mapped[int]
    low: Mapped[int] = mapped_column(sa.BigInteger)
    high: Mapped[int] = mapped_column(sa.BigInteger)
    values: Mapped[bytes] = mapped_column(sa.LargeBinary, doc="64-bit whole numbers.")
    places: Mapped[bytes] = mapped_column(sa.LargeBinary, doc="32-bit whole numbers.")


class KnownWord(Base):
    """A dictionary form that occurs in names of products or items, and in how many products; е stands for ё."""

    __tablename__ = "known_word"

    word: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    number: Mapped[int]
