"""Writes of favourites, in the caller's transaction, always of the actor's own."""

from collections import defaultdict
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.catalogue import queries as catalogue
from webapp.catalogue.models import Product
from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.database import db, in_turn, insert_into
from webapp.favourites import queries
from webapp.favourites.errors import TooMany
from webapp.favourites.models import Favourite
from webapp.favourites.queries import UNDO_FOR, owned_by
from webapp.favourites.rules import NOT_KNOWN, joined_notes
from webapp.ipra import queries as ipra
from webapp.ipra.fitting import Wanted, judge
from webapp.ipra.rules import Named, Verdict
from webapp.reference.queries import Row

MOST = 200


def keep(actor: Actor, number: str) -> None:
    """Keep a product, or take its removal back; twice is the same as once.

    Raises NotFound for a product that is not in the catalogue and was never kept, TooMany when the list is full.
    """
    _in_turn(db.session, actor.person_id if actor.is_signed_in else actor.guest)
    others = owned_by(actor), Favourite.removed_at.is_(None), Favourite.product_number != number
    if db.session.execute(sa.select(sa.func.count()).where(*others)).scalar_one() >= MOST:
        raise TooMany
    if _put_back(actor, number):
        return
    product = catalogue.product(number)
    row: dict[str, Any] = {
        "person_id": actor.person_id if actor.is_signed_in else None,
        "guest": actor.guest,
        "product_number": product.number,
        "name": product.name,
        "price_kopecks": product.price_kopecks,
        "kept_at": clock.now(),
        "fit": _fit(actor, product),
    }
    db.session.execute(insert_into(db.session, Favourite).values(**row).on_conflict_do_nothing())


def _fit(actor: Actor, product: Row) -> str | None:
    """Whether the product fits the owner's programme today: the bare answer, without what it is needed for.

    None where that cannot be known yet: `learn_fits` tells later.
    """
    found = ipra.fits(actor, [(product.item_code, product.kind_code, product.characteristics)])[0]
    return str(found.verdict) if found is not None and found.reason not in NOT_KNOWN else None


def note(actor: Actor, number: str, text: str) -> None:
    """Write a note to a product that the actor keeps; an empty one removes it. Raises NotFound for any other."""
    queries.noted(actor, number)
    present = owned_by(actor), Favourite.product_number == number, Favourite.removed_at.is_(None)
    db.session.execute(sa.update(Favourite).where(*present).values(note=text or None))


def _put_back(actor: Actor, number: str) -> bool:
    """Take a late removal back; an older one is forgotten, so that the product is kept anew, at today's price."""
    own = owned_by(actor), Favourite.product_number == number
    db.session.execute(sa.delete(Favourite).where(*own, Favourite.removed_at < clock.now() - UNDO_FOR))
    here = sa.update(Favourite).where(*own)
    return bool(db.session.execute(here.values(removed_at=None)).rowcount)  # type: ignore[attr-defined]


def _in_turn(database: Session, owner: int | str | None) -> None:
    """One list is filled by one transaction at a time: what it has room for is counted first."""
    in_turn(database, f"favourites of {owner}")


def remove(actor: Actor, number: str) -> None:
    """Remove a product from the actor's favourites, so that it can be put back; nothing happens where there is none."""
    present = owned_by(actor), Favourite.product_number == number, Favourite.removed_at.is_(None)
    db.session.execute(sa.update(Favourite).where(*present).values(removed_at=clock.now()))


def hand_over(database: Session, guest: Actor, person_id: int) -> None:
    """At sign-in a guest's favourites become the person's; what the person keeps already stays as it is.

    No more come over than the list has room for, the newest first. What the guest had removed is forgotten: it must not
    take away what the person keeps. What the person had removed lately and the guest keeps is kept.
    """
    if guest.guest is None:
        return
    _in_turn(database, person_id)
    own = sa.select(Favourite.product_number).where(Favourite.person_id == person_id)
    theirs = Favourite.guest == guest.guest
    wanted = sa.select(Favourite.product_number).where(theirs, Favourite.removed_at.is_(None))
    again = Favourite.person_id == person_id, Favourite.product_number.in_(wanted)
    database.execute(
        sa.update(Favourite).where(*again).values(removed_at=None).execution_options(synchronize_session=False)
    )
    dropped = sa.or_(Favourite.removed_at.is_not(None), Favourite.product_number.in_(own))
    database.execute(sa.delete(Favourite).where(theirs, dropped).execution_options(synchronize_session=False))
    kept = Favourite.person_id == person_id, Favourite.removed_at.is_(None)
    room = max(0, MOST - database.execute(sa.select(sa.func.count()).where(*kept)).scalar_one())
    newest = sa.select(Favourite.id).where(theirs).order_by(Favourite.kept_at.desc(), Favourite.id.desc()).limit(room)
    beyond = sa.delete(Favourite).where(theirs, Favourite.id.not_in(newest.scalar_subquery()))
    database.execute(beyond.execution_options(synchronize_session=False))
    database.execute(sa.update(Favourite).where(theirs).values(guest=None, person_id=person_id))


def join(database: Session, gone: int, stays: int) -> None:
    """Two numbers are one person: what was kept for the first is the second's, however much it is.

    What the second keeps already stays as it is; what they had removed and the first keeps is kept. Whether it fitted
    the programme goes: that was learnt by a consent of the first, which need not be there any more.
    """
    theirs = Favourite.person_id == gone
    wanted = set(database.scalars(sa.select(Favourite.product_number).where(theirs, Favourite.removed_at.is_(None))))
    own = set(database.scalars(sa.select(Favourite.product_number).where(Favourite.person_id == stays)))
    _join_notes(database, gone, stays)
    again = sa.update(Favourite).where(Favourite.person_id == stays, Favourite.product_number.in_(wanted & own))
    twice = sa.delete(Favourite).where(theirs, Favourite.product_number.in_(own))
    moved = sa.update(Favourite).where(theirs)
    for statement in (again.values(removed_at=None), twice, moved.values(person_id=stays, fit=None)):
        database.execute(statement.execution_options(synchronize_session=False))


def _join_notes(database: Session, gone: int, stays: int) -> None:
    """Of products that both keep, both notes stay: encrypted as they are, no statement can join them."""
    rows = sa.select(Favourite.product_number, Favourite.note).where(Favourite.note.is_not(None))
    coming = {row.product_number: row.note for row in database.execute(rows.where(Favourite.person_id == gone))}
    own = sa.select(Favourite.id, Favourite.product_number, Favourite.note)
    own = own.where(Favourite.person_id == stays, Favourite.product_number.in_(coming))
    for row in database.execute(own).all():
        joined = joined_notes(row.note, coming[row.product_number])
        written = sa.update(Favourite).where(Favourite.id == row.id).values(note=joined)
        database.execute(written.execution_options(synchronize_session=False))


def learn_fits(database: Session, person_id: int, items: tuple[Named, ...]) -> None:
    """By the items of a programme: whether those favourites fit of which that could not be known when they were kept.

    Without this nobody could say later that something fits no longer which was kept by a guest, or before the consent.
    """
    unknown = sa.select(Favourite.id, Product.item_code, Product.kind_code, Product.values.label("characteristics"))
    unknown = unknown.join(Product, Product.number == Favourite.product_number)
    found: dict[Verdict, list[int]] = defaultdict(list)
    for row in database.execute(unknown.where(Favourite.person_id == person_id, Favourite.fit.is_(None))):
        found[judge(Wanted(row.kind_code, items), row.item_code, row.characteristics).verdict].append(row.id)
    for verdict, ids in found.items():
        here = sa.update(Favourite).where(Favourite.id.in_(ids)).values(fit=str(verdict))
        database.execute(here.execution_options(synchronize_session=False))


def forget_fits(database: Session, person_id: int) -> None:
    """The consent to the programme is withdrawn: whether a product fitted it was learnt from it, and goes with it."""
    own = sa.update(Favourite).where(Favourite.person_id == person_id, Favourite.fit.is_not(None))
    database.execute(own.values(fit=None).execution_options(synchronize_session=False))


def remove_expired(database: Session, guests_keep_for: timedelta) -> int:
    """Forget removals that can no longer be undone, and what guests kept whose sessions are over; returns how many."""
    moment = clock.now()
    over = sa.or_(
        Favourite.removed_at < moment - UNDO_FOR,
        sa.and_(Favourite.guest.is_not(None), Favourite.kept_at < moment - guests_keep_for),
    )
    return int(database.execute(sa.delete(Favourite).where(over)).rowcount)  # type: ignore[attr-defined]
