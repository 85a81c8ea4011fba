"""Whether products fit the actor's programme by each characteristic: what the catalogue's pages and filters ask."""

from webapp.core.actor import Actor
from webapp.ipra import queries
from webapp.ipra.fitting_rules import Wanted, judge
from webapp.ipra.rules import Reason

__all__ = ("Wanted", "judge", "wanted")


def wanted(actor: Actor, kind_code: str) -> Wanted | None:
    """What the programme wants of products of a kind; None where no programme is known."""
    items = queries.programme_items(actor)
    return None if items is None or isinstance(items, Reason) else Wanted(kind_code, items)
