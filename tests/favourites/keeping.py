"""Favourites as a test reads and plants them."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from flask import Flask

from tests.support.page import Page
from tests.support.registers import NOON
from tests.support.strict_client import StrictClient
from webapp.catalogue.models import Product
from webapp.core.database import db, record
from webapp.favourites.models import Favourite
from webapp.people.models import Person

CANE = "6-02-02.0001"
OTHER_CANE = "6-02-02.0002"
STIFF = "6-02-01.0001"
TONOMETER = "15-01-02.0001"
WITHDRAWN = "6-02-02.999999"
"""A number that no product has."""


def keep(client: StrictClient, number: str, source: str = "") -> Page:
    return client.send(f"/favourites/{number}", {"from": source} if source else {})


def remove(client: StrictClient, number: str, source: str = "") -> Page:
    return client.send(f"/favourites/{number}/removal", {"from": source} if source else {})


def name_of(app: Flask, number: str) -> str:
    with app.app_context():
        return db.session.scalars(sa.select(Product.name).where(Product.number == number)).one()


def kept(client: StrictClient) -> list[str]:
    """Numbers of the products in the list, in its order."""
    found = [link.address for link in client.page("/favourites").links if link.address.startswith("/products/")]
    return [address.removeprefix("/products/") for address in found]


def rows(app: Flask) -> list[dict[str, Any]]:
    with app.app_context(), db.engine.connect() as connection:
        return [dict(row) for row in connection.execute(sa.select(Favourite.__table__)).mappings()]


def rows_of(app: Flask, oid: str) -> dict[str, bool]:
    """Number → is it removed, of a person."""
    with app.app_context():
        owner = sa.select(Person.id).where(Person.oid == oid).scalar_subquery()
        found = db.session.execute(
            sa.select(Favourite.product_number, Favourite.removed_at).where(Favourite.person_id == owner)
        )
        return {row.product_number: row.removed_at is not None for row in found}


def guest_of(app: Flask, number: str) -> str:
    """The name of the guest who was the last to keep a product."""
    found = [row for row in rows(app) if row["product_number"] == number and row["guest"]]
    return str(found[-1]["guest"])


def plant(app: Flask, guest: str, number: str, price: int = 100_00, kept_at: datetime = NOON) -> None:
    """A row as the guest could have made it: of a product that there may be no longer, at a price of then."""
    with app.app_context(), record() as database:
        row = Favourite(product_number=number, name=f"Изделие {number}", price_kopecks=price, kept_at=kept_at)
        row.guest = guest
        database.add(row)


def price(app: Flask, number: str, change: int) -> None:
    """The price at which the product was kept was higher than now by so many kopecks."""
    with app.app_context(), record() as database:
        now = sa.select(Product.price_kopecks).where(Product.number == number).scalar_subquery()
        here = sa.update(Favourite).where(Favourite.product_number == number)
        database.execute(here.values(price_kopecks=now + change).execution_options(synchronize_session=False))
