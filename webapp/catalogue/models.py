"""Typed mappings of makers and products."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.database import Base
from webapp.reference.models import CODE


class Maker(Base):
    """Who makes a product."""

    __tablename__ = "maker"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(sa.String(60), unique=True)
    name: Mapped[str] = mapped_column(sa.Text)
    legal_name: Mapped[str] = mapped_column(sa.Text)
    inn: Mapped[str] = mapped_column(sa.String(12))
    city_id: Mapped[int] = mapped_column(sa.ForeignKey("city.id"))
    phone: Mapped[str | None] = mapped_column(sa.String(30))
    email: Mapped[str] = mapped_column(sa.Text)
    site: Mapped[str | None] = mapped_column(sa.Text)
    about: Mapped[str] = mapped_column(sa.Text)
    since_year: Mapped[int]
    is_demo: Mapped[bool]
    checked_on: Mapped[date | None] = mapped_column(doc="When somebody last checked who the maker is; None: nobody.")
    checked_by: Mapped[str | None] = mapped_column(sa.String(20), doc="A code of catalogue.checks.")
    checks: Mapped[list[str] | None] = mapped_column(sa.JSON, doc="What was checked: codes of catalogue.checks.")


class Product(Base):
    """A product that fits one item of the classification.

    `values` holds characteristics by key (see reference.dataset), `touch` pairs of aspect and text, the other JSON
    columns lists of texts. The price is in kopecks. `name` is what lists are ordered by: the model first, because
    that is what tells one product of a kind from another (U7, U30).
    """

    __tablename__ = "product"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(sa.String(24), unique=True)
    item_code: Mapped[str] = mapped_column(sa.ForeignKey("item.code"))
    kind_code: Mapped[str] = mapped_column(sa.ForeignKey("kind.code"))
    maker_id: Mapped[int] = mapped_column(sa.ForeignKey("maker.id"), index=True)
    name: Mapped[str] = mapped_column(sa.Text, doc="«Ладья 12: тактильная трость складная (демо)»")
    model: Mapped[str] = mapped_column(sa.Text)
    article: Mapped[str] = mapped_column(sa.String(40), index=True)
    summary: Mapped[str] = mapped_column(sa.Text)
    price_kopecks: Mapped[int]
    values: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    touch: Mapped[list[list[str]]] = mapped_column(sa.JSON)
    hearing: Mapped[list[str]] = mapped_column(sa.JSON)
    colours: Mapped[list[str]] = mapped_column(sa.JSON)
    accessories: Mapped[list[str]] = mapped_column(sa.JSON)
    registration_number: Mapped[str | None] = mapped_column(
        sa.String(40),
        doc="Of the registration certificate of a medical device; None: it needs none, or nobody told it.",
    )
    registered_on: Mapped[date | None]
    needs_fitting: Mapped[bool]
    listed_on: Mapped[date]
    is_demo: Mapped[bool]
    lemmas: Mapped[str] = mapped_column(sa.Text, doc="Dictionary forms of the name's words, between spaces.")


class ProductCount(Base):
    """How many products a section, a kind or an item has, counted when products are loaded (`code` of any of them)."""

    __tablename__ = "product_count"

    code: Mapped[str] = mapped_column(CODE, primary_key=True)
    number: Mapped[int]
