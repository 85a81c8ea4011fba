"""What lists know of the visitor: the region by which certificates are worth something, the programme to fit.

The programme belongs to a feature above the catalogue: the contents (`webapp.features`) name who tells of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Flask, current_app

from webapp.core.actor import Actor


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a programme lets through of an item's products: allowed values of a characteristic, or a range of it.

    `allowed` is None where the characteristic is a number; a bound of None is none.
    """

    item_code: str
    key: str
    allowed: frozenset[str | bool] | None = None
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Visitor:
    """What the visitor's programme gives of one kind: codes of items (None: nothing is known) and sieves for them."""

    items: frozenset[str] | None
    sieves: tuple[Sieve, ...] = ()


Asked = Callable[[Actor, str], Visitor | None]
"""Says of an actor and a kind what fits; None or no items where nothing is known or given: nothing is offered then."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known in this request. `amounts` are kopecks by item, None while no region is named."""

    amounts: Mapping[str, int] | None = None
    visitor: Visitor | None = None


def init_app(app: Flask, visitor: Asked | None = None) -> None:
    """Name who tells what fits a visitor's programme; without one nobody is asked."""
    app.extensions["catalogue_visitor"] = visitor


def visitor_of(actor: Actor, kind_code: str) -> Visitor | None:
    """What fits this visitor; None where that is not known, or nothing of the kind. Strangers are not asked about."""
    ask: Asked | None = current_app.extensions.get("catalogue_visitor")
    if ask is None or not actor.is_signed_in:
        return None
    found = ask(actor, kind_code)
    return found if found is not None and found.items else None
