"""Reads of favourites, always of the actor's own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import sqlalchemy as sa

from webapp.catalogue import queries as catalogue
from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.database import read
from webapp.core.errors import NotFound
from webapp.favourites.models import Favourite
from webapp.reference.models import Kind
from webapp.reference.queries import Row

UNDO_FOR = timedelta(hours=24)
"""How long a removal can be undone; after that the row goes."""
_OWN = sa.select(
    Favourite.product_number,
    Favourite.name,
    Favourite.price_kopecks,
    Favourite.removed_at,
    Favourite.fit,
    Favourite.note,
).order_by(Favourite.kept_at.desc(), Favourite.id.desc())
_STATES = sa.select(Favourite.product_number, Favourite.removed_at).where(
    Favourite.product_number.in_(sa.bindparam("numbers", expanding=True))
)
_NOTE = sa.select(Favourite.name, Favourite.note).where(
    Favourite.product_number == sa.bindparam("number"), Favourite.removed_at.is_(None)
)
_KINDS = sa.select(Kind.code, Kind.name, Kind.name_en).where(Kind.code.in_(sa.bindparam("codes", expanding=True)))


class Keeping(StrEnum):
    """How a product stands with its reader."""

    NOT_KEPT = "not_kept"
    KEPT = "kept"
    REMOVED = "removed"
    """Kept not long ago; the removal can still be undone."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A favourite: name, price (kopecks) of the day it was kept, fit as first known; `product` None once withdrawn."""

    number: str
    name: str
    price_kopecks: int
    is_removed: bool
    product: Row | None
    fit: str | None = None
    note: str = ""

    @property
    def change(self) -> int:
        """By how many kopecks the product became dearer (above zero) or cheaper since it was kept."""
        return self.product.price_kopecks - self.price_kopecks if self.product is not None else 0


@dataclass(frozen=True, slots=True)
class Noted:
    """What a person keeps, and what they wrote about it; empty for nothing."""

    name: str
    note: str


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
            fit=row.fit,
            note=row.note or "",
        )
        for row in rows
        if row.removed_at is None or row.removed_at > clock.now() - UNDO_FOR
    ]


def keeping(actor: Actor, number: str) -> Keeping:
    """How one product stands with the actor."""
    return keepings(actor, [number])[number]


def keepings(actor: Actor, numbers: Sequence[str]) -> Mapping[str, Keeping]:
    """How each of these products stands with the actor, by number."""
    found = dict.fromkeys(numbers, Keeping.NOT_KEPT)
    if not actor.is_known:
        return found
    limit = clock.now() - UNDO_FOR
    for row in read(_STATES.where(owned_by(actor)), {"numbers": list(numbers)}).all():
        if row.removed_at is None:
            found[row.product_number] = Keeping.KEPT
        elif row.removed_at > limit:
            found[row.product_number] = Keeping.REMOVED
    return found


def noted(actor: Actor, number: str) -> Noted:
    """The name and the note of a product that the actor keeps. Raises NotFound for any other."""
    row = read(_NOTE.where(owned_by(actor)), {"number": number}).one_or_none()
    if row is None:
        raise NotFound("favourite")
    return Noted(row.name, row.note or "")


def kinds(codes: Iterable[str]) -> Mapping[str, Row]:
    """Names of kinds by code."""
    asked = sorted(set(codes))
    return {row.code: row for row in read(_KINDS, {"codes": asked}).all()} if asked else {}
