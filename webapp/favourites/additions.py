"""What favourites say on a product's page: whether it is kept, and the button."""

from webapp.catalogue.additions import Addition
from webapp.core.actor import Actor
from webapp.core.entrusted import Function
from webapp.core.locale import gettext
from webapp.favourites.queries import Keeping, keeping
from webapp.reference.queries import Row


def on_product(actor: Actor, product: Row) -> Addition | None:
    """The state in the title and after the heading, and the button that changes it (U9); nothing if not entrusted."""
    if not actor.may(Function.FAVOURITES):
        return None
    keeps = keeping(actor, product.number)
    states = {Keeping.KEPT: gettext("В избранном"), Keeping.REMOVED: gettext("Убрано из избранного")}
    state = states.get(keeps, "")
    told = {"keeping": keeps, "number": product.number, "name": product.name}
    return Addition("favourites/_on_product.html", told, state, f"{state}: " if state else "")
