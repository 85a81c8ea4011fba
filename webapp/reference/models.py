"""Typed mappings of the reference data. Read-only for the site: only `reference.actions` writes them."""

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.database import Base

CODE = sa.String(16)


class Section(Base):
    """A section of the classification (Order 86н). `short_name` is ours, the official words are `name`."""

    __tablename__ = "section"

    code: Mapped[str] = mapped_column(CODE, primary_key=True)
    position: Mapped[int] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(sa.Text)
    short_name: Mapped[str] = mapped_column(sa.Text)
    name_en: Mapped[str] = mapped_column(sa.Text)
    purpose: Mapped[str] = mapped_column(sa.Text)
    purpose_en: Mapped[str] = mapped_column(sa.Text)
    is_official: Mapped[bool]


class Kind(Base):
    """A kind within a section; its name is our generalisation of the names of its items."""

    __tablename__ = "kind"

    code: Mapped[str] = mapped_column(CODE, primary_key=True)
    section_code: Mapped[str] = mapped_column(sa.ForeignKey("section.code"), index=True)
    position: Mapped[int] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(sa.Text)
    name_en: Mapped[str] = mapped_column(sa.Text)
    profile: Mapped[str] = mapped_column(sa.String(40))


class Item(Base):
    """An item of the classification: what a programme (ИПРА) names. Prices in kopecks, terms in months."""

    __tablename__ = "item"

    code: Mapped[str] = mapped_column(CODE, primary_key=True)
    kind_code: Mapped[str] = mapped_column(sa.ForeignKey("kind.code"), index=True)
    position: Mapped[int] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(sa.Text)
    plain_name: Mapped[str] = mapped_column(sa.Text)
    is_official: Mapped[bool] = mapped_column(doc="False: the code is not verified and is never shown.")
    unit: Mapped[str] = mapped_column(sa.String(16))
    term_text: Mapped[str | None] = mapped_column(sa.Text)
    term_text_en: Mapped[str | None] = mapped_column(sa.Text)
    term_months: Mapped[int | None]
    demo_price_kopecks: Mapped[int]
    lemmas: Mapped[str] = mapped_column(sa.Text, doc="Dictionary forms of the names' words, between spaces.")


class UncodedItem(Base):
    """An item known by its name alone: its code in the present numbering is not verified."""

    __tablename__ = "uncoded_item"

    slug: Mapped[str] = mapped_column(sa.String(200), primary_key=True)
    section_code: Mapped[str] = mapped_column(sa.ForeignKey("section.code"), index=True)
    position: Mapped[int] = mapped_column(unique=True)
    group_name: Mapped[str] = mapped_column(sa.Text)
    group_name_en: Mapped[str] = mapped_column(sa.Text)
    name: Mapped[str] = mapped_column(sa.Text)
    plain_name: Mapped[str] = mapped_column(sa.Text)


class Region(Base):
    """A subject of the Russian Federation. The key is the subject's number, never its ISO code."""

    __tablename__ = "region"

    code: Mapped[str] = mapped_column(sa.String(2), primary_key=True)
    name: Mapped[str] = mapped_column(sa.Text)
    timezone: Mapped[str] = mapped_column(sa.String(40))


class City(Base):
    """A city with its coordinates in degrees. Data: GeoNames.org, CC BY 4.0."""

    __tablename__ = "city"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="GeoNames id.")
    region_code: Mapped[str] = mapped_column(sa.ForeignKey("region.code"), index=True)
    name: Mapped[str] = mapped_column(sa.Text)
    name_latin: Mapped[str] = mapped_column(sa.Text)
    latitude: Mapped[float]
    longitude: Mapped[float]
    population: Mapped[int]
    timezone: Mapped[str] = mapped_column(sa.String(40))
