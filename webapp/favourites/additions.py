"""What favourites say on pages of the catalogue: whether a product is kept, and the button."""

from collections.abc import Mapping, Sequence

from webapp.catalogue import queries as catalogue
from webapp.catalogue.additions import Addition
from webapp.core.actor import Actor
from webapp.core.entrusted import Function
from webapp.core.locale import gettext
from webapp.favourites.queries import Keeping, keepings
from webapp.favourites.rules import button_name
from webapp.reference.queries import Row


def on_product(actor: Actor, product: Row) -> Addition | None:
    """The state in the title and after the heading, and the button that changes it (U9); nothing if not entrusted."""
    if not actor.may(Function.FAVOURITES):
        return None
    keeps = keepings(actor, [product.number])[product.number]
    return _addition("favourites/_on_product.html", product, keeps)


def on_compared(actor: Actor, numbers: Sequence[str]) -> Mapping[str, Addition]:
    """The same for each product of a comparison; its form leads back to the comparison."""
    if not actor.may(Function.FAVOURITES):
        return {}
    keeps = keepings(actor, numbers)
    found = catalogue.products_numbered(numbers)
    return {
        number: _addition("favourites/_in_comparison.html", product, keeps[number], numbers)
        for number, product in found.items()
    }


def _addition(template: str, product: Row, keeps: Keeping, compared: Sequence[str] = ()) -> Addition:
    states = {Keeping.KEPT: gettext("В избранном"), Keeping.REMOVED: gettext("Убрано из избранного")}
    state = states.get(keeps, "")
    told = {"keeping": keeps, "number": product.number, "name": button_name(product.name), "compared": compared}
    return Addition(template, told, state, f"{state}: " if state else "")
