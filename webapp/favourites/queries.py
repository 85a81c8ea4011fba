"""Reads of favourites, always of the actor's own."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import sqlalchemy as sa

from webapp.catalogue import queries as catalogue
from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.database import read
from webapp.favourites.models import Favourite
from webapp.reference.queries import Row

UNDO_FOR = timedelta(hours=24)
"""How long a removal can be undone; after that the row goes."""
_OWN = sa.select(Favourite.product_number, Favourite.name, Favourite.price_kopecks, Favourite.removed_at).order_by(
    Favourite.kept_at.desc(), Favourite.id.desc()
)
_STATE = sa.select(Favourite.removed_at).where(Favourite.product_number == sa.bindparam("number"))


class Keeping(StrEnum):
    """How a product stands with its reader."""

    NOT_KEPT = "not_kept"
    KEPT = "kept"
    REMOVED = "removed"
    """Kept not long ago; the removal can still be undone."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A favourite: name and price (kopecks) as they were when it was kept; `product` is None once it is withdrawn."""

    number: str
    name: str
    price_kopecks: int
    is_removed: bool
    product: Row | None

    @property
    def change(self) -> int:
        """By how many kopecks the product became dearer (above zero) or cheaper since it was kept."""
        return self.product.price_kopecks - self.price_kopecks if self.product is not None else 0


def owned_by(actor: Actor) -> sa.ColumnElement[bool]:
    """The condition that a favourite is the actor's; false for a visitor who keeps nothing."""
    if actor.is_signed_in:
        return Favourite.person_id == actor.person_id
    if actor.guest is not None:
        return Favourite.guest == actor.guest
    return sa.false()


def kept(actor: Actor) -> list[Kept]:
    """The actor's favourites, the newest first; those that were removed not long ago keep their places."""
    rows = read(_OWN.where(owned_by(actor))).all() if actor.is_known else ()
    present = catalogue.products_numbered(row.product_number for row in rows)
    return [
        Kept(
            number=row.product_number,
            name=row.name,
            price_kopecks=row.price_kopecks,
            is_removed=row.removed_at is not None,
            product=present.get(row.product_number),
        )
        for row in rows
        if row.removed_at is None or row.removed_at > clock.now() - UNDO_FOR
    ]


def keeping(actor: Actor, number: str) -> Keeping:
    """How one product stands with the actor."""
    if not actor.is_known:
        return Keeping.NOT_KEPT
    row = read(_STATE.where(owned_by(actor)), {"number": number}).one_or_none()
    if row is None:
        return Keeping.NOT_KEPT
    if row.removed_at is None:
        return Keeping.KEPT
    return Keeping.REMOVED if row.removed_at > clock.now() - UNDO_FOR else Keeping.NOT_KEPT
