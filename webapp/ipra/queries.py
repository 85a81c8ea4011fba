"""Reads of what the register told, always about the actor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from webapp.consents import queries as consents
from webapp.consents.rules import Purpose
from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.database import read
from webapp.core.entrusted import Function
from webapp.gateways.programmes.port import Extract
from webapp.ipra import stored
from webapp.ipra.entitlements import Entitlement, entitlements
from webapp.ipra.fitting_rules import Wanted, judge
from webapp.ipra.fitting_values import Values
from webapp.ipra.models import RegisterCopy
from webapp.ipra.rules import Fit, Named, Reason, Verdict
from webapp.ipra.standing import Standing, Trouble
from webapp.ipra.terms import Term, terms
from webapp.reference.matching import NOTHING
from webapp.reference.queries import Row

_EXCHANGE = (
    RegisterCopy.request_id,
    RegisterCopy.asked_at,
    RegisterCopy.failure,
    RegisterCopy.failed_at,
    RegisterCopy.received_at,
    RegisterCopy.is_wanted,
)
_OWN = RegisterCopy.person_id == sa.bindparam("person_id")
_STANDING = sa.select(*_EXCHANGE).where(_OWN)
_COPY = sa.select(*_EXCHANGE, RegisterCopy.changed_at, RegisterCopy.extract, RegisterCopy.before).where(_OWN)
Place = tuple[str, str] | tuple[str, str, Values]
"""Of a product: codes of item and kind, and its characteristics where they count."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What is known: how the exchange stands, the last answer, the answer before it and when they differed.

    `is_unreadable`: an answer is there, but it was kept by other code than this and has to be asked for again.
    """

    standing: Standing
    extract: Extract | None
    before: Extract | None
    changed_at: datetime | None
    is_unreadable: bool = False


def standing(actor: Actor) -> Standing:
    """How the exchange with the register stands, without reading the answer itself."""
    row = read(_STANDING, {"person_id": actor.person_id}).one_or_none()
    return _standing(row) if row is not None else Standing()


def copy(actor: Actor) -> Copy:
    """All that is known. Without a row: nothing yet."""
    row = read(_COPY, {"person_id": actor.person_id}).one_or_none()
    if row is None:
        return Copy(Standing(), None, None, None)
    extract, before = stored.from_json(row.extract), stored.from_json(row.before)
    is_unreadable = row.extract is not None and extract is None
    return Copy(_standing(row), extract, before, row.changed_at, is_unreadable)


def _standing(row: Row) -> Standing:
    failure = Trouble(row.failure) if row.failure is not None else None
    return Standing(row.request_id, row.asked_at, failure, row.failed_at, row.received_at, row.is_wanted)


def _named(entitlement: Entitlement) -> Named:
    found = entitlement.match
    return Named(
        entitlement.line.name,
        found.item_code,
        found.kind_code,
        entitlement.judged.state,
        found.candidates,
        is_read=found != NOTHING,
    )


def items_of(extract: Extract) -> tuple[Named, ...]:
    """The items of an answer's programmes that count today."""
    return tuple(_named(each) for each in entitlements(extract.programmes, clock.today()))


def told_terms() -> list[Term]:
    """All terms, for the page on where data come from."""
    return list(terms().values())


def programme_items(actor: Actor) -> tuple[Named, ...] | Reason | None:
    """The items of the actor's programmes that count today, or why they are not known.

    None for who is not signed in, or may not know them.
    """
    if not actor.is_signed_in or not actor.may(Function.VIEW):
        return None
    if not consents.is_given(actor, Purpose.PROGRAMME):
        return Reason.NO_CONSENT
    found = copy(actor)
    if found.extract is None:
        return Reason.ASKED if found.standing.is_waiting else Reason.NO_ANSWER
    if not found.extract.programmes:
        return Reason.NO_PROGRAMME
    return items_of(found.extract)


def fits(actor: Actor, places: Sequence[Place]) -> list[Fit | None]:
    """Whether products of these (item code, kind code, characteristics) fit the actor's programme.

    Without characteristics the item alone decides. None where the actor may not know the programme.
    """
    items = programme_items(actor) if places else None
    if items is None:
        return [None] * len(places)
    if isinstance(items, Reason):
        return [Fit(Verdict.UNSURE, items)] * len(places)
    return [judge(Wanted(place[1], items), place[0], place[2] if len(place) > 2 else None) for place in places]
